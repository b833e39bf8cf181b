import type { Moment } from '../reading/times/moments';
import type { StatementKind } from './statement';

const DAY = 24 * 60;
/** A time so much earlier than the one before it is of the next day: 23:48, then 00:17. */
const OVER_MIDNIGHT = 12 * 60;

/**
 * Puts what is told at moments into their order; what has no moment stays behind what it followed. Days are
 * told by dates and weekdays, or by a clock that starts again at midnight. Equal moments stay as they were.
 */
export function inOrderOfTime<T extends { moment: Moment | null; kind: StatementKind | null }>(
  told: readonly T[],
): T[] {
  const groups: Array<{ moment: Moment | null; members: T[] }> = [];
  for (const each of told) {
    const last = groups.at(-1);
    if (each.moment || !last) groups.push({ moment: each.moment, members: [each] });
    else last.members.push(each);
  }
  const clock = new Clock();
  return endToldFirst(groups)
    .map((group, index) => ({
      ...group,
      index,
      at: group.moment ? clock.read(group.moment) : Number.NEGATIVE_INFINITY,
    }))
    .sort((a, b) => a.at - b.at || a.index - b.index)
    .flatMap(({ members }) => members);
}

/** "All good at 01:15. The disk filled at 23:40": who begins with the end tells of the night before. */
function endToldFirst<G extends { moment: Moment | null; members: Array<{ kind: StatementKind | null }> }>(
  groups: readonly G[],
): G[] {
  const [first, ...others] = groups;
  const begins = others.some(({ members }) =>
    members.some(({ kind }) => kind !== null && BEGINNINGS.includes(kind)),
  );
  return first?.moment && first.members[0]?.kind === 'recovery' && begins ? [...others, first] : [...groups];
}

const BEGINNINGS: readonly StatementKind[] = ['trigger', 'symptom', 'detection'];

/** Whether moments are told in the order of time already. */
export function areInOrder(moments: readonly Moment[]): boolean {
  const clock = new Clock();
  const times = moments.map((moment) => clock.read(moment));
  return times.every((time, index) => index === 0 || time >= (times[index - 1] as number));
}

/** Reads moments one after the other as minutes since the first day told. */
class Clock {
  private day = 0;
  private last: number | undefined;
  private firstWeekday: number | undefined;
  private firstDate: number | undefined;

  read({ minutes, weekday, date, told }: Moment): number {
    if (/\bnext (?:day|morning)\b/i.test(told)) this.day += 1;
    else if (date !== null) this.day = this.dayOfDate(date);
    else if (weekday !== null) this.day = this.dayOfWeekday(weekday);
    else if (this.last !== undefined && this.last - minutes > OVER_MIDNIGHT) this.day += 1;
    this.last = minutes;
    return this.day * DAY + minutes;
  }

  private dayOfDate(date: number): number {
    this.firstDate ??= date;
    return daysOf(date) - daysOf(this.firstDate);
  }

  private dayOfWeekday(weekday: number): number {
    if (this.firstWeekday === undefined) {
      this.firstWeekday = (weekday - this.day + 700) % 7;
      return this.day;
    }
    const ahead = (weekday - this.firstWeekday - this.day + 7_000) % 7;
    // Most of a week ahead is a look back: "shipped Tuesday" told after Wednesday.
    return this.day + (ahead > 4 ? ahead - 7 : ahead);
  }
}

/** Days since the year 0, well enough to compare; a date without a year counts as of the year 0. */
function daysOf(date: number): number {
  const [year, month, day] = [Math.floor(date / 10_000), Math.floor(date / 100) % 100, date % 100];
  return Math.round(Date.UTC(year === 0 ? 2000 : year, month - 1, day) / 86_400_000);
}
