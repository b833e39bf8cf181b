import type { TimelineEntry } from '../postMortem';
import { ENTRY_KINDS } from '../postMortem/choices';
import { Days } from './days';
import { dayIn, leadingMoment, zoneNamed } from './leading';
import type { Row, Wanted } from './rows';

const DATE_COLUMN = /^(?:date|day)$/;
const CLOCK_COLUMN = /^(?:time|when|at|timestamp|clock|hour)\b/;
const TIME_COLUMN = /^(?:time|when|date|day|at|timestamp|clock|hour|date\/time|time \(.*|.*\btime\b.*)$/;
const TEXT_COLUMN =
  /^(?:what happened|event|events|description|details?|what|entry|action|update|activity|notes?|messages?|comments?|summary|observation|text|log|log entry)$/;
const KIND_COLUMN = /^(?:kind|type|phase|category)$/;
/** Names that say no more than which column it is, with the zone of a column of times. */
const PLAIN_TIME =
  /^(?:(?:time|when|date|day|at|timestamp|clock|hour|date\/time|date and time|event time)\s*|column \d+)$/;

/** A table begins with an entry where its first row has a time; items below others are entries where they have one. */
export const ENTRIES_ARE: Wanted = {
  isHead: (cells) => !cells.some((cell) => leadingMoment(cell)),
  begins: (line) => dayIn(line) !== null || leadingMoment(line) !== null,
};

const kindOf = (text: string): TimelineEntry['kind'] =>
  ENTRY_KINDS.find(({ id, label }) => [id, label].some((name) => name.toLowerCase() === text.toLowerCase()))
    ?.id;

/** Entries out of rows, and the lines that tell no moment, or what no entry says. */
export function timelineFrom(rows: readonly Row[]): { entries: TimelineEntry[]; rest: string[] } {
  const entries: TimelineEntry[] = [];
  const rest: string[] = [];
  const days = new Days((line) => rest.push(line));
  const columns = new Set<string>();
  const isParted = isPartedOtherwise(rows);
  for (const { cells } of rows) {
    if (!cells.has('')) {
      const { entry, told } = tableEntry(cells, days);
      if (entry.at !== '' || entry.text !== '') entries.push(entry);
      for (const name of told) columns.add(name);
      continue;
    }
    const line = cells.get('') ?? '';
    if (days.takes(line)) continue;
    const leading = leadingMoment(line);
    if (leading && (leading.isPlain || isParted)) entries.push(days.entry(leading));
    else rest.push(line);
  }
  days.end();
  return { entries, rest: [...rest, ...columns] };
}

/** Whether these lines write "14.02" or "14h02": several do, and none writes "14:02". */
function isPartedOtherwise(rows: readonly Row[]): boolean {
  const leading = rows.flatMap(({ cells }) => leadingMoment(cells.get('') ?? '') ?? []);
  return leading.length > 1 && leading.every(({ isPlain }) => !isPlain);
}

/** The entry of a row, and the names of columns of which it holds only the value. */
function tableEntry(
  cells: ReadonlyMap<string, string>,
  days: Days,
): { entry: TimelineEntry; told: string[] } {
  const names = [...cells.keys()];
  const cell = (name: string | undefined): string => (name === undefined ? '' : (cells.get(name) ?? ''));
  const isClock = (name: string) => CLOCK_COLUMN.test(name) && leadingMoment(cell(name)) !== null;
  const dayName = names.find((name) => DATE_COLUMN.test(name));
  const clockName = dayName === undefined ? undefined : names.find(isClock);
  const timeName = clockName ?? names.find((name) => TIME_COLUMN.test(name)) ?? names[0] ?? '';
  const dateName = clockName === undefined ? undefined : dayName;
  const kindName = names.find((name) => name !== timeName && KIND_COLUMN.test(name) && kindOf(cell(name)));
  const open = names.filter((name) => ![timeName, dateName, kindName].includes(name));
  const textName =
    open.find((name) => TEXT_COLUMN.test(name)) ?? open.find((name) => !KIND_COLUMN.test(name));
  const others = open
    .filter((name) => name !== textName && cell(name))
    // The kind's column says nothing where an entry has none.
    .map((name) => `${name}: ${cell(name)}`);
  // "Time (UTC)": told once for all of the column.
  const zoneTold = /[a-z/_+:\d-]+(?=\)?$)/.exec(timeName)?.[0] ?? '';
  const zone = zoneNamed(zoneTold);
  const kind = kindOf(cell(kindName));
  const text = others.length > 0 ? `${cell(textName)} (${others.join(', ')})`.trim() : cell(textName);
  const at = days.ofCell(cell(timeName), cell(dateName));
  const ownZone = leadingMoment(cell(timeName));
  const isTold = ownZone === null || ownZone.zone !== undefined;
  const { moment, ...entry } = days.row(at, text, isTold ? '' : zone);
  const timeWords = zone === undefined ? timeName : timeName.replace(/\(?[a-z/_+:\d-]+\)?$/, '');
  return {
    entry: { ...entry, ...(kind && { kind }), ...(moment && { moment }) },
    told: [
      ...(PLAIN_TIME.test(timeWords) ? [] : [timeName]),
      ...(textName === undefined || TEXT_COLUMN.test(textName) || /^column \d+$/.test(textName)
        ? []
        : [textName]),
    ],
  };
}
