import type { TimelineEntry } from '../postMortem';
import { fieldById } from '../postMortem/fields';
import { Dating } from './dating';
import type { Given } from './entry';
import { instantOf, instantOfEntry } from './instant';
import { phraseAt } from './phrases';
import { isoIn, readZone } from './zones';

/** When a row happened, in milliseconds: also where only its words tell it, as long as they leave nothing open. */
export const instantOfRow = (row: Pick<TimelineEntry, 'at' | 'moment'>): number | null =>
  instantOfEntry(row) ?? instantOf(readTime(row.at)?.moment);

type Timed = Pick<TimelineEntry, 'at' | 'moment' | 'zone'>;

/** What is known of an entry beside its time: its own moment before it was changed, or the entry above it. */
export interface Beside {
  own?: Timed | undefined;
  above?: Timed | undefined;
}

/**
 * An entry with another time, as somebody wrote it. Its moment and its zone follow: a time of day is on the day
 * that the entry had, or else on the day of the entry above it (after midnight on the next), as lines of a text
 * are. Where they do not follow, the entry has neither, so that none of them says what no longer holds.
 */
export function withTime(entry: TimelineEntry, at: string, beside: Beside): TimelineEntry {
  const { moment: _, zone: __, ...rest } = entry;
  const { own, above } = beside;
  const known = own?.moment ? own : above;
  const found = readTime(at, dayAndZone(known), own?.moment ? undefined : clockOf(known?.moment));
  return inOrderOfColumns({ ...rest, at, ...found });
}

/** An entry with its cells in the order of the table of fields, in which stored ones are read too. */
export const inOrderOfColumns = (entry: TimelineEntry): TimelineEntry =>
  Object.fromEntries(
    Object.keys(fieldById('timeline').columns).flatMap((id) => {
      const cell = entry[id as keyof TimelineEntry];
      return cell === undefined ? [] : [[id, cell]];
    }),
  ) as unknown as TimelineEntry;

/** The day that an entry gives to those beside it, and its zone: not one that its time tells for itself alone. */
export const dayAndZone = (entry: Timed | undefined): Given => {
  const { at = '', moment, zone } = entry ?? {};
  if (!moment) return {};
  const date = moment.slice(0, 10);
  return phraseAt(at.trim())?.zone ? { date } : { date, zone: zone ?? offsetIn(moment) };
};

const offsetIn = (moment: string): string | undefined => {
  const offset = /(?:Z|[+-]\d\d:\d\d)$/.exec(moment)?.[0];
  return offset === 'Z' ? 'UTC' : offset;
};

const clockOf = (moment: string | undefined): string | undefined => moment?.slice(11, 16);

/** The moment that a time alone tells, with its zone; undefined where it is not certain, or more than a time. */
function readTime(
  at: string,
  given: Given = {},
  above?: string,
): { moment: string; zone?: string } | undefined {
  const phrase = phraseAt(at.trim());
  if (!phrase || at.trim().length > phrase.length) return undefined;
  const dating = new Dating(given);
  const before = above === undefined ? null : phraseAt(above);
  if (before) dating.moment(before);
  const { at: moment, zone } = dating.moment(phrase);
  return moment === null ? undefined : { moment, ...(zone !== null && { zone }) };
}

/** The moment of an entry as ISO 8601 in another zone; null where the moment or the zone is not certain. */
export function momentIn(zone: string, entry: Pick<TimelineEntry, 'at' | 'moment'>): string | null {
  const instant = instantOfRow(entry);
  const read = readZone(zone);
  return instant === null || !read || read.kind === 'several' ? null : isoIn(read, instant);
}

/**
 * Entries in the order of time. Only those with a certain moment move, into the places of each other; all others
 * stay where they stand. Of equal moments the upper one stays the upper one.
 */
export function inOrderOfTime(entries: readonly TimelineEntry[]): TimelineEntry[] {
  const places: number[] = [];
  const certain: Array<{ entry: TimelineEntry; instant: number }> = [];
  for (const [index, entry] of entries.entries()) {
    const instant = instantOfRow(entry);
    if (instant === null) continue;
    places.push(index);
    certain.push({ entry, instant });
  }
  certain.sort((a, b) => a.instant - b.instant);
  const ordered = [...entries];
  for (const [rank, place] of places.entries())
    ordered[place] = (certain[rank] as { entry: TimelineEntry }).entry;
  return ordered;
}
