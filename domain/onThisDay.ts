import { calendarDay } from './calendarDay';
import type { PostMortem } from './postMortem';

/** What is looked at of a post-mortem. */
export type Remembered = Pick<PostMortem, 'id' | 'title' | 'severity' | 'startedAt'>;

/** An incident that started on this day of another year. */
export interface Anniversary extends Remembered {
  /** The calendar day on which it started, where the reader is. */
  day: string;
  years: number;
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/**
 * The incidents that started on this calendar day in an earlier year, the latest first. Those of 29 February are
 * remembered on the 28th where the year has no 29th.
 * @param today a calendar date where the reader is, `2026-03-01`
 * @param zone where that is, `Europe/Rome`
 */
export function onThisDay(listings: readonly Remembered[], today: string, zone: string): Anniversary[] {
  const [year, monthAndDay] = [Number(today.slice(0, 4)), today.slice(5)];
  const days = monthAndDay === '02-28' && !isLeap(year) ? [monthAndDay, '02-29'] : [monthAndDay];
  return listings
    .flatMap(({ id, title, severity, startedAt }) => {
      const day = calendarDay(startedAt, zone);
      const years = day === null ? 0 : year - Number(day.slice(0, 4));
      return day === null || years < 1 || !days.includes(day.slice(5))
        ? []
        : [{ id, title, severity, startedAt, day, years }];
    })
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0) || (a.id < b.id ? -1 : 1));
}
