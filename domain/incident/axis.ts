import { type IncidentClock, offsetIn } from './clocks';
import { A_MINUTE } from './moments';

/** A round time of the axis. */
export interface Tick {
  at: number;
  /** "14:30", "14:02:30"; at midnight, and where days are apart, "4 Mar". */
  label: string;
}

const SECOND = 1_000;
const HOUR = 60 * A_MINUTE;
const DAY = 24 * HOUR;
/** Steps that are round on a clock or a calendar. */
const STEPS = [
  ...[1, 2, 5, 10, 15, 30].map((seconds) => seconds * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * A_MINUTE),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 10_000, 100_000].map((days) => days * DAY),
];
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/**
 * The round times between two instants by the incident's clocks, at most `most`. In the hour that the end of
 * summer time repeats they come twice, in the one that its begin leaves out not at all.
 */
export function ticksBetween(from: number, to: number, most: number, clock: IncidentClock): Tick[] {
  const step = STEPS.find((each) => (to - from) / each <= most - 1) ?? (STEPS.at(-1) as number);
  const offsets = [from, to].map((at) => offsetIn(clock.iso(at)) * A_MINUTE);
  const end = to + Math.max(...offsets);
  const found = new Set<number>();
  for (let wall = Math.ceil((from + Math.min(...offsets)) / step) * step; wall <= end; wall += step)
    for (const at of clock.instants(wall)) if (at >= from && at <= to) found.add(at);
  return [...found]
    .sort((a, b) => a - b)
    .slice(0, most + 1)
    .map((at) => ({ at, label: labelOf(clock.iso(at), step) }));
}

function labelOf(iso: string, step: number): string {
  const [day, time] = [iso.slice(0, 10), iso.slice(11, step < A_MINUTE ? 19 : 16)];
  return step >= DAY || /^00:00(?::00)?$/.test(time) ? shortDay(day) : time;
}

/** "4 Mar" of "2026-03-04". */
export const shortDay = (day: string): string =>
  `${Number(day.slice(-2))} ${MONTHS[Number(day.slice(-5, -3)) - 1] ?? ''}`;

/** "14:02 UTC", "4 Mar 14:02 UTC": a time as it is said, with its day where an incident goes over midnight. */
export function spoken(at: number, clock: IncidentClock, withDay: boolean): string {
  const iso = clock.iso(at);
  const time = at % A_MINUTE === 0 ? iso.slice(11, 16) : iso.slice(11, 19);
  return `${withDay ? `${shortDay(iso.slice(0, 10))} ` : ''}${time} ${clock.zone}`;
}
