import type { Stretch } from '../../../domain/trends/period';
import { dates } from '../../language/formats';
import { say } from '../../language/say';

const MONTH = dates({ month: 'long', timeZone: 'UTC' });
const monthOf = (day: string): string => MONTH.format(new Date(day));

/** What a column is called: "March 2026", "January to March 2026", "2026", "Until 2003". */
export function stretchWords({ unit, from, to }: Stretch): string {
  const year = to.slice(0, 4);
  switch (unit) {
    case 'month':
      return `${monthOf(from)} ${year}`;
    case 'quarter':
      return say('{from} to {to} {year}', { from: monthOf(from), to: monthOf(to), year });
    case 'year':
      return year;
    case 'earlier':
      return say('Until {year}', { year });
  }
}

/** The same where there is little room: "Mar", "Q1", "2026", "≤ 2003". */
export function shortStretchWords({ unit, from, to }: Stretch): string {
  if (unit === 'month') return monthOf(from).slice(0, 3);
  if (unit === 'quarter') return say('Q{quarter}', { quarter: Math.ceil(Number(to.slice(5, 7)) / 3) });
  return unit === 'year' ? to.slice(0, 4) : `≤ ${to.slice(0, 4)}`;
}
