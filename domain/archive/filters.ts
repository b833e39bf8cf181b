import { isDay } from '../calendarDay';
import { fnv1a } from '../fnv';
import { SEVERITIES, type Severity } from '../postMortem';
import type { Stored } from '../postMortem/stored';
import { folded } from '../text';

/** What an answer is narrowed to before anything is ranked. Days are of the incident, in UTC, both included. */
export interface ArchiveFilters {
  service?: string;
  severities?: Severity[];
  /** `2026-03-04`. */
  from?: string;
  to?: string;
}

/** Characters of a service's name that filters tell apart; longer ones are told apart by a hash as well. */
const LONGEST_SERVICE = 60;
const DAY_MS = 86_400_000;

/**
 * A service as filters compare it: without case and accents. One that is too long for what a vector may hold keeps its
 * beginning, with a hash of all of it, so that two services with one beginning stay two.
 */
export function serviceKey(service: string): string {
  const name = folded(service.trim()).replaceAll(/\s+/g, ' ');
  return name.length <= LONGEST_SERVICE
    ? name
    : `${name.slice(0, LONGEST_SERVICE)}…${fnv1a(name).toString(36)}`;
}

/** Days since 1970, in UTC, of a moment or a day. Null for what is none. */
export function dayNumber(moment: unknown): number | null {
  const time = typeof moment === 'string' ? Date.parse(moment) : Number.NaN;
  return Number.isNaN(time) ? null : Math.floor(time / DAY_MS);
}

/** The day of an incident: when it began, or when it was written down, as search has it too. */
export const dayOf = ({ startedAt, createdAt }: Stored): number =>
  dayNumber(startedAt) ?? dayNumber(createdAt) ?? 0;

/** What is wrong with filters that somebody has asked with, in a sentence that says what to do; null for nothing. */
export function faultIn({ service, severities, from, to }: ArchiveFilters): string | null {
  if (service !== undefined && typeof service !== 'string') return 'A service is named by a text.';
  const known = SEVERITIES.map(({ id }) => id) as readonly string[];
  if (
    severities !== undefined &&
    !(Array.isArray(severities) && severities.every((id) => known.includes(id)))
  )
    return `A severity is one of ${known.join(', ')}.`;
  for (const [name, day] of Object.entries({ from, to }))
    if (day !== undefined && !isDay(day)) return `“${name}” is no day: write it as 2026-03-04.`;
  return from !== undefined && to !== undefined && from > to
    ? 'No day is both: the time asked for ends before it begins.'
    : null;
}

/** Whether a record is what was asked for, as it is now. */
export function passes(stored: Stored, { service, severities, from, to }: ArchiveFilters): boolean {
  const day = dayOf(stored);
  return (
    (!service?.trim() || serviceKey(String(stored.service ?? '')) === serviceKey(service)) &&
    (!severities?.length || severities.some((id) => id === stored.severity)) &&
    (from === undefined || day >= (dayNumber(from) ?? 0)) &&
    (to === undefined || day <= (dayNumber(to) ?? 0))
  );
}
