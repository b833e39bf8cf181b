import { WEEKDAYS } from '../reading/times/calendar';
import { mayRepeat, type TimePoint } from '../reading/times/points';
import type { Hint } from './hint';
import { between, type Entry, type Moment, type Role } from './namedMoments';

const ORDER: readonly Role[] = ['started', 'detected', 'repaired', 'resolved'];
const MINUTES_A_DAY = 1_440;

const place = ({ where, start, end, value }: TimePoint & { where: string }) =>
  end > start ? { where, start, end, value } : { where, value };

/** Whole days where a time is missing on one side ("2023-01-04 (Time TBC)"). */
function gap(from: TimePoint, to: TimePoint): number | undefined {
  const exact = between(from, to);
  if (exact !== undefined) return exact;
  if (from.day === undefined || to.day === undefined || from.day === to.day) return undefined;
  return (to.day - from.day) * MINUTES_A_DAY;
}

/** Moments that lie before what they should follow, and one moment with two times. */
export function checkMoments(moments: readonly Moment[]): Hint[] {
  const hints: Hint[] = [];
  for (const [at, moment] of moments.entries()) {
    for (const other of moments.slice(0, at)) {
      const apart = gap(other, moment);
      if (apart === undefined || apart === 0) continue;
      if (other.role === moment.role) {
        const message = `${moment.label} is given as ${other.value} and as ${moment.value}. Which one is right?`;
        hints.push({ kind: 'two-figures', message, ...place(moment) });
        continue;
      }
      const [first, second] = inOrder(other, moment);
      const distance = first && second ? gap(first, second) : undefined;
      if (!first || !second || distance === undefined || distance >= 0) continue;
      const kind = Math.abs(distance) >= MINUTES_A_DAY ? 'impossible-date' : 'order';
      const message = `${second.label} (${second.value}) lies before ${first.label.toLowerCase()} (${first.value}).`;
      hints.push({ kind, message, ...place(moment.where === other.where ? second : moment) });
      // One wrong moment contradicts all others; the first contradiction says enough.
      break;
    }
  }
  return hints;
}

/** Two moments as they should follow each other; a declaration follows detection and comes before the end. */
function inOrder(one: Moment, other: Moment): [Moment, Moment] | [] {
  const rank = ({ role }: Moment) => (role === 'declared' ? 1.5 : ORDER.indexOf(role));
  return rank(one) < rank(other) ? [one, other] : [other, one];
}

/** Dates and times that do not exist, and dates that were another day of the week. */
export const checkCalendar = (points: ReadonlyArray<TimePoint & { where: string }>): Hint[] =>
  points.flatMap((point): Hint[] => {
    if (point.impossible) {
      return [{ kind: 'impossible-date', message: `There is no ${point.value}.`, ...place(point) }];
    }
    const { day, weekday } = point;
    const was = day === undefined ? undefined : new Date(day * 86_400_000).getUTCDay();
    if (was === undefined || weekday === undefined || was === weekday) return [];
    const message = `${point.value} was a ${WEEKDAYS[was]}, not a ${WEEKDAYS[weekday]}.`;
    return [{ kind: 'impossible-date', message, ...place(point) }];
  });

/** Entries that go back in time. Without dates it may have been midnight, so it asks. */
export function checkTimeline(entries: readonly Entry[]): Hint[] {
  const hints: Hint[] = [];
  for (const [at, entry] of entries.entries()) {
    const before = entries[at - 1];
    if (!before || before.where !== entry.where) continue;
    const apart = between(before, entry);
    const mixed = isDated(before) !== isDated(entry);
    if (apart === undefined && !mixed) continue;
    const undated = !isDated(entry);
    const back = apart ?? (entry.minute ?? 0) - (before.minute ?? 0);
    if (back >= 0) continue;
    if (back > -MINUTES_AN_HOUR && mayRepeat(before) && mayRepeat(entry)) {
      const message = `${entry.value} comes after ${before.value} here. Clocks may have gone back in that hour: is it the second one?`;
      hints.push({ kind: 'unsure', message, ...place(entry) });
      continue;
    }
    hints.push({
      kind: undated ? 'unsure' : 'order',
      message: undated
        ? `${entry.value} comes after ${before.value} here. Was it the next day, or another time zone?`
        : `${entry.value} comes after ${before.value} in the timeline, but lies before it.`,
      ...place(entry),
    });
  }
  return hints;
}

const MINUTES_AN_HOUR = 60;
const isDated = ({ day, monthDay }: TimePoint): boolean => day !== undefined || monthDay !== undefined;

/** Several time zones, or times without any date: said, not guessed. */
export function checkCertainty(
  points: ReadonlyArray<TimePoint & { where: string }>,
  hasDate: boolean,
): Hint[] {
  const hints: Hint[] = [];
  const zoned = points.filter(({ zoneName, minute }) => zoneName !== undefined && minute !== undefined);
  const first = zoned[0];
  const other = zoned.find(({ zone }) => zone !== first?.zone);
  if (first && other) {
    const message = `Times are given in ${first.zoneName} and in ${other.zoneName}. Which one do the rest use?`;
    hints.push({ kind: 'unsure', message, ...place(other) });
  }
  const clock = points.find(({ minute }) => minute !== undefined);
  if (!hasDate && clock) {
    const message = `${clock.value} and the other times have no date. On which day was it?`;
    hints.push({ kind: 'unsure', message, ...place(clock) });
  }
  return hints;
}
