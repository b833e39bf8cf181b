import type { TimelineEntry } from '../postMortem';
import { ENTRY_KINDS } from '../postMortem/choices';
import type { Row } from './rows';

const DATE = String.raw`(?:\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?(?:\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?: \d{1,2})?(?:st|nd|rd|th)?(?:,? \d{4})?)`;
const CLOCK = String.raw`\d{1,2}[:.h]\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[ap]\.?m\b\.?)?`;
const ZONE = String.raw`(?: ?(?:Z\b|UTC(?:[+-]\d{1,2}(?::?\d{2})?)?|GMT(?:[+-]\d{1,2})?|[+-]\d{2}:?\d{2}\b|[A-Z]{2,4}T\b))`;
const MOMENT = String.raw`[~≈]?(?:${DATE}[T,]?\s*(?:at )?)?[~≈]?${CLOCK}${ZONE}?(?:\s*[-–—]\s*${CLOCK}${ZONE}?)?`;
/** "14:02 - deploy", "[14:02 UTC] deploy", "2026-03-01 14:02: deploy". */
const LEADING = new RegExp(String.raw`^[[(]?(?<at>${MOMENT})[\])]?\s*(?:[-–—:|]+\s*)?(?<text>\S.*)?$`, 'i');
const DAY = new RegExp(String.raw`^(?<day>${DATE})\s*(?:\(.*\))?:?$`, 'i');
const ALL_TIMES = /\b(?:all )?times? (?:are |is )?(?:in |listed in )?\(?(?<zone>UTC|GMT|[A-Z]{2,4}T)\b/;

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
  let day = '';
  let zone = '';
  for (const { cells } of rows) {
    if (!cells.has('')) {
      entries.push(tableEntry(cells));
      continue;
    }
    const line = cells.get('') ?? '';
    zone = ALL_TIMES.exec(line)?.groups?.zone ?? zone;
    const isDay = DAY.exec(line)?.groups?.day;
    if (isDay !== undefined) day = isDay;
    const leading = LEADING.exec(line)?.groups;
    if (leading?.at === undefined) {
      // A heading of the day stands again in each of its entries; anything else is told to the reader.
      if (isDay === undefined || zone !== '') rest.push(line);
      continue;
    }
    const at = leading.at.trim();
    const dated = day !== '' && !new RegExp(DATE, 'i').test(at) ? `${day} ${at}` : at;
    entries.push({
      at: dated,
      text: (leading.text ?? '').trim(),
      ...(zone !== '' && !new RegExp(ZONE).test(at) && { zone }),
    });
  }
  return { entries, rest };
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
  const zone = /\b(utc|gmt|[a-z]{2,4}t)\b\)?$/.exec(timeName)?.[1];
  const text = textName === undefined ? '' : (cells.get(textName) ?? '');
  const kind = kindName === undefined ? undefined : kindOf(cells.get(kindName) ?? '');
  return {
    at: cells.get(timeName) ?? '',
    text: others.length > 0 ? `${text} (${others.join(', ')})`.trim() : text,
    ...(kind && { kind }),
    ...(zone && !new RegExp(ZONE).test(cells.get(timeName) ?? '') && { zone: zone.toUpperCase() }),
  };
}
