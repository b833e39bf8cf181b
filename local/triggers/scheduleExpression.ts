import { Cron } from 'croner';
import type { Schedule } from '../assembly/types';

const RATE = /^rate\((\d{1,9}) (minute|hour|day)s?\)$/;
const CRON = /^cron\(([^()]+)\)$/;
const MS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/**
 * When a schedule is due next.
 * @param after milliseconds since 1970
 * @returns milliseconds since 1970, or `undefined` when never again
 * @throws RangeError for an expression that is neither a rate nor a cron expression of AWS
 */
export function nextTime(
  { expression, timezone }: Pick<Schedule, 'expression' | 'timezone'>,
  after: number,
): number | undefined {
  const rate = RATE.exec(expression);
  if (rate) return after + Number(rate[1]) * MS[rate[2] as keyof typeof MS];
  const fields = CRON.exec(expression)?.[1];
  if (!fields) throw new RangeError(`The schedule ${expression} is neither rate(…) nor cron(…).`);
  // AWS counts weekdays from Sunday = 1 as Quartz does, and knows no seconds.
  const cron = new Cron(`0 ${fields.trim()}`, { timezone, alternativeWeekdays: true, paused: true });
  return cron.nextRun(new Date(after))?.getTime();
}
