import { LIMITS } from '../limits';
import type { TimelineEntry } from '../postMortem';
import { withoutControlCharacters } from '../text';
import type { ImportedEntry, LineReading } from './entry';
import { instantOfRow } from './rowTimes';
import { isoIn, isoOf, readZone } from './zones';

/** An entry that may be added to a timeline, or a line that is no entry. */
export interface Offer {
  /** The line it begins at, from 1; of an export, the message. */
  line: number;
  /** Lines that stand in it, beside the first. */
  joined: number[];
  /** What it would be in the timeline; of a line that was left out, its words alone. */
  entry: TimelineEntry;
  /** Why the moment is not certain, or what else is worth a look. */
  note: string | null;
  /** Why the line was left out; null for an entry. */
  why: string | null;
  /** The timeline has it already. */
  isThere: boolean;
}

/** How many lines there were, and what became of them. */
export interface Counts {
  lines: number;
  entries: number;
  joined: number;
  leftOut: number;
}

export const countsOf = (readings: readonly LineReading[]): Counts => {
  const counts = { lines: readings.length, entries: 0, joined: 0, leftOut: 0 };
  for (const reading of readings) {
    if (!reading.taken) counts.leftOut++;
    else if ('joins' in reading) counts.joined++;
    else counts.entries++;
  }
  return counts;
};

/** What was read, as entries that may be added to a timeline; in the order of the lines that carry them. */
export function offersOf(readings: readonly LineReading[], existing: readonly TimelineEntry[]): Offer[] {
  const joined = new Map<number, number[]>();
  for (const reading of readings) {
    if (!reading.taken || !('joins' in reading)) continue;
    const lines = joined.get(reading.joins);
    if (lines) lines.push(reading.line);
    else joined.set(reading.joins, [reading.line]);
  }
  const there = entriesByText(existing);
  return readings.flatMap((reading): Offer[] => {
    const { line } = reading;
    if (!reading.taken) {
      const entry = { at: '', text: written(reading.text) };
      return [{ line, joined: [], entry, note: null, why: reading.why, isThere: false }];
    }
    if ('joins' in reading) return [];
    const entries = entriesOf(reading);
    const parts = entries.length > 1 ? `Its text is long, and stands in ${entries.length} entries.` : null;
    return entries.map((entry) => ({
      line,
      joined: joined.get(line) ?? [],
      entry,
      note: [reading.note, parts].filter(Boolean).join(' ') || null,
      why: null,
      isThere: has(there, entry),
    }));
  });
}

/** The rows that what was read becomes: one, or several where its text is longer than a row may be. */
export function entriesOf(read: ImportedEntry): TimelineEntry[] {
  const { kind, source, zone } = read;
  const { at, moment } = timeOf(read);
  return inPieces(written(read.text), LIMITS.lineLength).map((text) => ({
    at: at.slice(0, LIMITS.lineLength),
    text,
    ...(kind !== null && { kind }),
    ...(moment !== null && { moment }),
    ...(zone !== null && { zone }),
    source,
  }));
}

/** Rows for words without a time. */
export const wordsAsRows = (text: string): TimelineEntry[] =>
  inPieces(written(text).trim(), LIMITS.lineLength).map((piece) => ({ at: '', text: piece }));

/** Seconds or milliseconds since 1970. */
const MACHINE_TIME = /^\d{10}(?:\.\d+)?$|^\d{13}$/;

/**
 * The time as it was told. Seconds since 1970 are told to machines: they are written as a date and a time, in
 * the zone that was given, or else in UTC, which they count in.
 */
function timeOf({ told, at, zone }: ImportedEntry): { at: string; moment: string | null } {
  if (at === null || !MACHINE_TIME.test(told)) return { at: told, moment: at };
  const instant = Date.parse(at);
  const read = zone === null ? undefined : readZone(zone);
  const known = read && read.kind !== 'several' ? read : null;
  const moment = known ? isoIn(known, instant) : isoOf(instant, 0);
  const shown = moment.slice(0, 19).replace('T', ' ');
  return { at: known ? shown : `${shown} UTC`, moment };
}

/** Colours and cursor movements as terminals send them: ESC [ … letter. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const TERMINAL_CODES = /\u001b\[[0-9;?]*[A-Za-z]/g;

const written = (text: string): string => withoutControlCharacters(text.replace(TERMINAL_CODES, ''));

/** A text in pieces of at most so many characters, parted between words where that can be. */
function inPieces(text: string, most: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const space = rest.slice(0, most).search(/\s\S*$/);
    // No character is cut in half.
    const end = space > most / 2 ? space : rest.slice(0, most).replace(/[\ud800-\udbff]$/, '').length;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return [...pieces, rest];
}

const sameWords = (text: string): string => text.trim().replace(/\s+/g, ' ');

function entriesByText(entries: readonly TimelineEntry[]): Map<string, TimelineEntry[]> {
  const found = new Map<string, TimelineEntry[]>();
  for (const entry of entries) {
    const words = sameWords(entry.text);
    const same = found.get(words);
    if (same) same.push(entry);
    else found.set(words, [entry]);
  }
  return found;
}

/** Whether an entry of the same words is there at the same moment, or, where one has none, at the same time as told. */
function has(there: ReadonlyMap<string, TimelineEntry[]>, entry: TimelineEntry): boolean {
  // Most have no namesake: their moments need not be read.
  const namesakes = there.get(sameWords(entry.text));
  if (!namesakes) return false;
  const instant = instantOfRow(entry);
  return namesakes.some((other) => {
    const at = instantOfRow(other);
    if (instant !== null && at !== null) return instant === at;
    return sameWords(entry.at) === sameWords(other.at);
  });
}

/**
 * A timeline with entries added: each behind the last one that was not later, where both have certain moments;
 * before all of them if it is earlier; and at the end where it has none. What was there keeps its order.
 */
export function landed(existing: readonly TimelineEntry[], added: readonly TimelineEntry[]): TimelineEntry[] {
  const known = existing.map(instantOfRow);
  const first = known.findIndex((instant) => instant !== null);
  const places: TimelineEntry[][] = Array.from({ length: existing.length + 1 }, () => []);
  const dated = added.map((entry) => ({ entry, instant: instantOfRow(entry) }));
  const certain = dated.flatMap(({ entry, instant }) => (instant === null ? [] : [{ entry, instant }]));
  for (const { entry, instant } of certain.sort((a, b) => a.instant - b.instant)) {
    const last = known.findLastIndex((each) => each !== null && each <= instant);
    const place = last >= 0 ? last + 1 : first >= 0 ? first : existing.length;
    places[place]?.push(entry);
  }
  for (const { entry, instant } of dated) if (instant === null) places[existing.length]?.push(entry);
  return places.flatMap((here, index) => [...here, ...existing.slice(index, index + 1)]);
}

/** A timeline without entries that were added to it; one that was worked on since stays. */
export function withoutThose(
  entries: readonly TimelineEntry[],
  added: readonly TimelineEntry[],
): TimelineEntry[] {
  const left = new Map<string, number>();
  for (const entry of added) {
    const key = JSON.stringify(entry);
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  return entries.filter((entry) => {
    const key = JSON.stringify(entry);
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return count === 0;
  });
}
