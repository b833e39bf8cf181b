import { dates } from '../language/formats';

const DAY = dates({ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }, 'en-GB');

/** A moment as two clocks show it. */
export interface Clocks {
  /** Where it was told: "4 Mar 2026, 15:02 Europe/Rome". */
  told: string;
  /** Where the reader is: "14:02", with the day where that is another one; null where it is the same clock. */
  here: string | null;
}

/**
 * What the clocks of the incident and of the reader show at a moment.
 * @param moment ISO 8601 with its offset
 * @param zone as it was told; the offset stands for it where nothing was
 * @param hereZone the reader's, as IANA names it
 */
export function clocksOf(moment: string, zone: string | undefined, hereZone: string): Clocks | null {
  const [, wall, offset] =
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]\d\d:\d\d)$/.exec(moment) ?? [];
  if (wall === undefined || Number.isNaN(Date.parse(moment))) return null;
  const here = wallClock(new Date(moment), hereZone);
  const [day, time] = partsOf(wall);
  const [hereDay, hereTime] = partsOf(here);
  const told = `${day}, ${time} ${zone ?? (offset === 'Z' ? 'UTC' : offset)}`;
  if (day === hereDay && time === hereTime) return { told, here: null };
  return { told, here: day === hereDay ? hereTime : `${hereDay}, ${hereTime}` };
}

/** "4 Mar 2026" and "15:02", with seconds where there are some. */
function partsOf(wall: string): [string, string] {
  const time = wall.slice(11).replace(/:00$/, (seconds) => (wall.length > 16 ? '' : seconds));
  return [DAY.format(new Date(`${wall.slice(0, 10)}T00:00:00Z`)), time];
}

/** What a clock shows: "2026-03-04T14:02:00". */
const wallClock = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
    .format(at)
    .replace(' ', 'T');

/** The zone of this computer. */
export const readersZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
