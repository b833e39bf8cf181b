import type { TimelineEntry } from '../postMortem';
import { ENTRY_KINDS } from '../postMortem/choices';
import { ZONE_PATTERN } from '../timeline/zones';
import { dayIn, leadingMoment, zoneNamed } from './leading';
import type { Row } from './rows';

const ALL_TIMES = new RegExp(
  String.raw`\b(?:all )?times? (?:are |is )?(?:in |listed in )?\(?(?<zone>${ZONE_PATTERN})(?![\p{L}\p{N}])`,
  'iu',
);

const TIME_COLUMN = /^(?:time|when|date|at|timestamp|date\/time|time \(.*|.*\btime\b.*)$/;
const TEXT_COLUMN =
  /^(?:what happened|event|events|description|details?|what|entry|action|update|activity|notes?)$/;
const KIND_COLUMN = /^(?:kind|type|phase|category)$/;

const kindOf = (text: string): TimelineEntry['kind'] =>
  ENTRY_KINDS.find(({ id, label }) => [id, label].some((name) => name.toLowerCase() === text.toLowerCase()))
    ?.id;

/** Entries out of rows, and the rows that tell no moment and follow none. */
export function timelineFrom(rows: readonly Row[]): { entries: TimelineEntry[]; rest: string[] } {
  const entries: TimelineEntry[] = [];
  const rest: string[] = [];
  let zone = '';
  /** The day that a line alone told: until an entry has it, it stands nowhere. */
  let day = { told: '', isKept: true };
  let last = 0;
  const leaveDay = () => {
    if (!day.isKept) rest.push(day.told);
  };
  const isParted = isPartedOtherwise(rows);
  for (const { cells } of rows) {
    if (!cells.has('')) {
      entries.push(tableEntry(cells));
      continue;
    }
    const line = cells.get('') ?? '';
    const isDay = dayIn(line);
    const alone = zoneNamed(isDay?.more ?? line);
    const named = alone ?? ALL_TIMES.exec(line)?.groups?.zone;
    zone = named ?? zone;
    if (isDay) {
      leaveDay();
      day = { told: isDay.day, isKept: false };
      last = 0;
      // A heading of the day stands again in each of its entries, as its zone does.
      if (isDay.more !== '' && zoneNamed(isDay.more) === undefined) rest.push(line);
      continue;
    }
    if (alone !== undefined) continue;
    const leading = leadingMoment(line);
    if (!leading || !(leading.isPlain || isParted)) {
      rest.push(line);
      continue;
    }
    const { date, minutes } = leading;
    // Over midnight the day goes on, and which one comes next is for the author to say.
    if (date !== undefined || last - minutes > HALF_A_DAY) {
      leaveDay();
      day = { told: date ?? '', isKept: true };
    }
    last = minutes;
    day.isKept = true;
    entries.push({
      at: day.told === '' || date !== undefined ? leading.at : `${day.told} ${leading.at}`,
      text: leading.text,
      ...(zone !== '' && leading.zone === undefined && { zone }),
    });
  }
  leaveDay();
  return { entries, rest };
}

/** Minutes: a step back by more is the next day, by less a line out of its order. */
const HALF_A_DAY = 12 * 60;

/** Whether these lines write "14.02" or "14h02": several do, and none writes "14:02". */
function isPartedOtherwise(rows: readonly Row[]): boolean {
  const leading = rows.flatMap(({ cells }) => leadingMoment(cells.get('') ?? '') ?? []);
  return leading.length > 1 && leading.every(({ isPlain }) => !isPlain);
}

function tableEntry(cells: ReadonlyMap<string, string>): TimelineEntry {
  const names = [...cells.keys()];
  const timeName = names.find((name) => TIME_COLUMN.test(name)) ?? names[0] ?? '';
  const kindName = names.find(
    (name) => name !== timeName && KIND_COLUMN.test(name) && kindOf(cells.get(name) ?? ''),
  );
  const textName =
    names.find((name) => name !== timeName && TEXT_COLUMN.test(name)) ??
    names.find((name) => name !== timeName && name !== kindName && !KIND_COLUMN.test(name));
  const others = names
    .filter((name) => ![timeName, kindName, textName].includes(name) && cells.get(name))
    // The kind's column says nothing where an entry has none.
    .map((name) => `${name}: ${cells.get(name)}`);
  // "Time (UTC)": told once for all of the column.
  const zone = zoneNamed(/[a-z/_+:\d-]+(?=\)?$)/.exec(timeName)?.[0] ?? '');
  const text = textName === undefined ? '' : (cells.get(textName) ?? '');
  const kind = kindName === undefined ? undefined : kindOf(cells.get(kindName) ?? '');
  const at = cells.get(timeName) ?? '';
  return {
    at,
    text: others.length > 0 ? `${text} (${others.join(', ')})`.trim() : text,
    ...(kind && { kind }),
    ...(zone && leadingMoment(at)?.zone === undefined && { zone }),
  };
}
