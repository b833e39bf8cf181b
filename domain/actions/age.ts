import { calendarDay } from '../calendarDay';

/** How long ago an action was written down, from the newest; `most` in whole days, included. */
export const AGES = [
  { id: 'week', label: 'Up to 7 days', most: 7 },
  { id: 'month', label: '8 to 30 days', most: 30 },
  { id: 'quarter', label: '31 to 90 days', most: 90 },
  { id: 'half', label: '91 to 180 days', most: 180 },
  { id: 'year', label: '181 to 365 days', most: 365 },
  { id: 'older', label: 'More than a year', most: Number.POSITIVE_INFINITY },
  { id: 'unknown', label: 'Age not known', most: Number.NaN },
] as const;
export type AgeId = (typeof AGES)[number]['id'];

const DAY = 86_400_000;

/** What stands for "before anything was stored" in records whose beginning nobody can read. */
const NO_BEGINNING = Date.parse('1971-01-01T00:00:00Z');

/**
 * Calendar days between the beginning of a post-mortem and today, where the reader is. No action says when it was
 * written, so it is as old as its document. Null where that is not known, or lies in the future.
 * @param createdAt ISO 8601
 * @param today `2026-03-01`
 */
export function ageInDays(createdAt: string, today: string, zone: string): number | null {
  const begun = calendarDay(createdAt, zone);
  if (begun === null || Date.parse(createdAt) < NO_BEGINNING || begun > today) return null;
  return Math.round((Date.parse(today) - Date.parse(begun)) / DAY);
}

/** Which of the ages this is. */
export const ageOf = (days: number | null): AgeId =>
  days === null ? 'unknown' : (AGES.find(({ most }) => days <= most)?.id ?? 'unknown');
