import { MOMENTS } from '../postMortem';
import { A_LEAP_YEAR, absolute, type TimePoint, timesIn } from '../reading/times/points';
import type { CheckedDocument } from './hint';

export type Role = 'started' | 'detected' | 'declared' | 'repaired' | 'resolved';

/** A named moment of the incident, from a field of the document or from a labelled time in its text. */
export interface Moment extends TimePoint {
  role: Role;
  label: string;
  where: string;
}

/** An entry of the timeline, written as one or in prose. */
export interface Entry extends TimePoint {
  text: string;
  where: string;
}

/** A label right before a time, as in "First detected: 2023-07-25 14:05". */
const LABELS: ReadonlyArray<[role: Role, label: RegExp]> = [
  ['started', /\b(?:fault occurs?|(?:incident )?start(?:ed|s)?|began|impact start(?:ed)?)\W{0,6}$/i],
  ['detected', /\b(?:first detected|detected|noticed)\W{0,6}$/i],
  ['declared', /\b(?:incident declared|declared)\W{0,6}$/i],
  ['repaired', /\b(?:repaired|mitigated|recovered)\W{0,6}$/i],
  ['resolved', /\b(?:resolved|ended)\W{0,6}$/i],
];
/** What an entry's text says of itself. */
const TOLD: ReadonlyArray<[role: Role, told: RegExp]> = [
  [
    'started',
    /^\W*(?:start of (?:the )?(?:incident|outage)|(?:incident|outage|fault) (?:starts|started|begins|began|occurs))\b/i,
  ],
  ['declared', /^\W*incident (?:was )?declared(?! (?:as )?resolved)\b/i],
  ['repaired', /^\W*(?:incident )?(?:was )?(?:repaired|mitigated)\b/i],
  [
    'resolved',
    /^\W*(?:incident (?:is |was |declared as )?(?:resolved|ends|ended|over|closed)|end of (?:the )?(?:incident|outage))\b|\bincident ends?\b/i,
  ],
];
const LONGEST_LABEL = 32;
/** Every moment is compared with every other. */
const MOST_MOMENTS = 40;

/** All texts of a document by the name that a hint gives them. */
export const textsOf = (document: CheckedDocument): Array<[where: string, text: string]> => [
  ['title', document.title ?? ''],
  ...Object.entries(document.sections),
];

/** The document's own moments, and the labelled ones in its texts and timeline. */
export function momentsOf(document: CheckedDocument, entries: readonly Entry[]): Moment[] {
  const moments: Moment[] = [];
  for (const { id, label, tells } of MOMENTS) {
    const iso = document[id];
    const at = iso === null ? Number.NaN : Date.parse(iso);
    if (iso === null || Number.isNaN(at)) continue;
    const minutes = Math.floor(at / 60_000);
    const day = Math.floor(minutes / 1_440);
    const base = { day, minute: minutes - day * 1_440, zone: 0, start: 0, end: 0, impossible: false };
    moments.push({
      ...base,
      value: `${iso.slice(0, 16).replace('T', ' ')}`,
      role: tells,
      label,
      where: id,
    });
  }
  for (const [where, text] of textsOf(document)) {
    for (const point of timesIn(text)) {
      const before =
        text
          .slice(Math.max(0, point.start - LONGEST_LABEL), point.start)
          .split('\n')
          .at(-1) ?? '';
      const role = LABELS.find(([, label]) => label.test(before))?.[0];
      if (role) moments.push({ ...point, role, label: wordOf(role), where });
    }
  }
  for (const entry of entries) {
    const role = TOLD.find(([, told]) => told.test(entry.text))?.[0];
    if (role) moments.push({ ...entry, role, label: wordOf(role), where: entry.where });
  }
  return moments.slice(0, MOST_MOMENTS);
}

const wordOf = (role: Role): string => role[0]?.toUpperCase() + role.slice(1);

/** The timeline's entries, and those of prose in which lines begin with a time. Dates carry forward. */
export function entriesOf(document: CheckedDocument): Entry[] {
  const entries: Entry[] = [];
  for (const { at, text } of document.timeline) {
    const point = timesIn(at)[0];
    if (point) entries.push({ ...point, text, where: 'timeline' });
  }
  for (const [where, text] of Object.entries(document.sections)) entries.push(...proseEntries(where, text));
  return entries;
}

/** What an entry says of itself stands within so many characters. */
const LONGEST_ENTRY = 300;
const LEADING = /^[\s\-*_~+(|]*$/;

function proseEntries(where: string, text: string): Entry[] {
  const entries: Entry[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    const point = timesIn(line)[0];
    const last = entries.at(-1);
    if (point && LEADING.test(line.slice(0, point.start)) && point.minute !== undefined) {
      const told = line.slice(point.end).replace(/^[\s\-–:*_)]+|^\s*(?:UTC|[A-Z]{3,4})\b[\s\-–:*_]*/g, '');
      const isDated = point.day !== undefined || point.monthDay !== undefined;
      const carried = isDated ? {} : carriedDate(last, point);
      const place = { start: point.start + offset, end: point.end + offset };
      entries.push({ ...point, ...carried, ...place, text: told, where });
    } else if (last && line.trim() !== '' && last.text.length < LONGEST_ENTRY) {
      last.text = `${last.text} ${line.trim()}`.trim();
    }
    offset += line.length + 1;
  }
  return entries.length > 1 ? entries : [];
}

/** A later time of day without a date is taken for the same day's; an earlier one could be the next day's. */
function carriedDate(last: Entry | undefined, { minute }: TimePoint): Pick<TimePoint, 'day' | 'monthDay'> {
  if (last?.minute === undefined || minute === undefined || minute < last.minute) return {};
  const { day, monthDay } = last;
  return { ...(day !== undefined && { day }), ...(monthDay !== undefined && { monthDay }) };
}

/** Minutes from one point to another; undefined where a date, a time or a common zone is missing. */
export function between(from: TimePoint, to: TimePoint): number | undefined {
  const known = (from.zone === undefined) === (to.zone === undefined);
  const bothUndated = from.day === undefined && to.day === undefined;
  const apart = daysWithoutYear(from, to) ?? (bothUndated ? 0 : undefined);
  if (apart !== undefined && known && from.minute !== undefined && to.minute !== undefined) {
    return apart * MINUTES_A_DAY + to.minute - (to.zone ?? 0) - (from.minute - (from.zone ?? 0));
  }
  const [a, b] = [absolute(from), absolute(to)];
  return a === undefined || b === undefined || !known ? undefined : b - a;
}

const MINUTES_A_DAY = 1_440;
const HALF_A_YEAR = 183;

/** Days from one date to another where a year is missing: New Year may lie between December and January. */
function daysWithoutYear(from: TimePoint, to: TimePoint): number | undefined {
  const [a, b] = [dayOfYear(from), dayOfYear(to)];
  if (a === undefined || b === undefined || (from.day !== undefined && to.day !== undefined))
    return undefined;
  const apart = b - a;
  return apart < -HALF_A_YEAR ? apart + 366 : apart;
}

function dayOfYear({ day, monthDay }: TimePoint): number | undefined {
  return day === undefined ? monthDay : new Date(day * 86_400_000).setUTCFullYear(A_LEAP_YEAR) / 86_400_000;
}
