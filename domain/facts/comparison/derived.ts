import type { Fact } from '../values/fact';

const DAY = 1440;
const MOST_TIMES = 60;

/** Whether a duration follows from two clock times of the source, or a weekday from one of its dates. */
export function isDerived(fact: Fact, source: readonly Fact[]): boolean {
  if (fact.kind === 'duration') return isBetweenTimes(fact, source);
  if (fact.kind === 'weekday') return isWeekdayOfDate(fact, source);
  return false;
}

function isBetweenTimes(fact: Fact, source: readonly Fact[]): boolean {
  const minutes = [
    ...new Set(source.flatMap(({ kind, keys }) => (kind === 'time' ? [minuteOf(keys)] : []))),
  ].slice(0, MOST_TIMES);
  return minutes.some((from) =>
    minutes.some((to) => from !== to && fact.keys.includes(`q:s:${((to - from + DAY) % DAY) * 60}`)),
  );
}

const minuteOf = (keys: readonly string[]): number => Number((keys[0] as string).split(':')[1]);

function isWeekdayOfDate(fact: Fact, source: readonly Fact[]): boolean {
  return source.some(({ year, keys }) => {
    const [, month, day] = /^d:(\d+)-(\d+)$/.exec(keys[0] as string) ?? [];
    if (!year || !month) return false;
    const weekday = new Date(Date.UTC(year, Number(month) - 1, Number(day))).getUTCDay();
    return fact.keys.includes(`wd:${weekday}`);
  });
}
