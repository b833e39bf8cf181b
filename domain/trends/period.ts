/** Over how long one looks back: whole calendar months, the present one included; none for everything. */
export const PERIODS = [
  { id: '3', label: 'Last 3 months', months: 3 },
  { id: '6', label: 'Last 6 months', months: 6 },
  { id: '12', label: 'Last 12 months', months: 12 },
  { id: 'all', label: 'All', months: null },
] as const;
export type PeriodId = (typeof PERIODS)[number]['id'];

/**
 * A column of a picture: calendar days, both included. `from` is empty for the one that holds all that is older
 * than the picture goes back.
 */
export interface Stretch {
  unit: 'month' | 'quarter' | 'year' | 'earlier';
  from: string;
  to: string;
}

/** More columns than these are no picture any more. */
const MOST_COLUMNS = 24;

/** Months since the year 0; easier to count with than names. */
const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

const two = (number: number): string => String(number).padStart(2, '0');
const firstDay = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${two((month % 12) + 1)}-01`;
const lastDay = (month: number): string => {
  const [year, next] = [Math.floor((month + 1) / 12), (month + 1) % 12];
  const date = new Date(0);
  // `Date.UTC` takes the years below 100 for others.
  date.setUTCFullYear(year, next, 0);
  return `${firstDay(month).slice(0, 8)}${two(date.getUTCDate())}`;
};

/** The columns of so many months from this one on, of which each holds `each`. */
const columns = (unit: Stretch['unit'], each: number, first: number, last: number): Stretch[] =>
  Array.from({ length: Math.floor((last - first) / each) + 1 }, (_, index) => ({
    unit,
    from: firstDay(first + index * each),
    to: lastDay(first + index * each + each - 1),
  }));

/**
 * The columns of a period, the oldest first, without a gap between them: months, or where those are too many
 * quarters, or years; what is older still stands in one at the beginning. None where there is nothing to show.
 * @param oldest the first day on which something happened, or null
 * @param today `2026-03-15`; the last column holds it
 */
export function stretchesOf(period: PeriodId, oldest: string | null, today: string): Stretch[] {
  const months = PERIODS.find(({ id }) => id === period)?.months ?? null;
  const last = monthNumber(today);
  if (months !== null) return columns('month', 1, last - months + 1, last);
  if (oldest === null || oldest > today) return [];
  const first = monthNumber(oldest);
  if (last - first < MOST_COLUMNS) return columns('month', 1, first, last);
  const quarter = first - (first % 3);
  if ((last - quarter) / 3 < MOST_COLUMNS) return columns('quarter', 3, quarter, last);
  const [year, lastYear] = [first - (first % 12), last - (last % 12)];
  if ((lastYear - year) / 12 < MOST_COLUMNS) return columns('year', 12, year, last);
  const begin = lastYear - (MOST_COLUMNS - 2) * 12;
  return [{ unit: 'earlier', from: '', to: lastDay(begin - 1) }, ...columns('year', 12, begin, last)];
}

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
] as const;
const monthName = (day: string): string => MONTHS[Number(day.slice(5, 7)) - 1] ?? '';

/** What a column is called: "March 2026", "January to March 2026", "2026", "Until 2003". */
export function nameOfStretch({ unit, from, to }: Stretch): string {
  const year = to.slice(0, 4);
  if (unit === 'month') return `${monthName(from)} ${year}`;
  if (unit === 'quarter') return `${monthName(from)} to ${monthName(to)} ${year}`;
  return unit === 'year' ? year : `Until ${year}`;
}
