import { hourOfDay, MONTH_NAME, monthOf, weekdayOf } from './calendar';
import { CERTAIN_ZONE, certainOffsetOf } from './zones';

/** A point in time as far as a text gives it. */
export interface TimePoint {
  start: number;
  end: number;
  value: string;
  /** Days since 1970-01-01, where a date is given. */
  day?: number;
  /** The day of a leap year, where a date is given without its year. */
  monthDay?: number;
  /** The day of the week that stands beside the date, Sunday being 0. */
  weekday?: number;
  /** Minutes since midnight, where a time is given. */
  minute?: number;
  /** Minutes ahead of UTC, where a known zone is given. */
  zone?: number;
  zoneName?: string;
  /** A date or time of day that no calendar or clock has. */
  impossible: boolean;
}

const MINUTES_A_DAY = 1_440;
export const A_LEAP_YEAR = 2_000;
const DATE =
  /(?<![\d/.-])(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})(?:st|nd|rd|th)? (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* (\d{4})|(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* (\d{1,2})(?:st|nd|rd|th)?,? (\d{4}))(?![\d-])/g;
const CLOCK =
  /(?<![\d.:/-])(\d{1,2})(?::(\d{2})(?::\d{2}(?:\.\d+)?)?)?\s?([ap])\.?m\b\.?|(?<![\d.:/-]|\d[T])(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(?!\d|:\d)/gi;
const ZONE = new RegExp(
  `^[*_]{0,2}\\s?(?:\\(?(${CERTAIN_ZONE})\\b([+-]\\d{1,2})?(?::?(\\d{2}))?|([+-])(\\d{2}):(\\d{2})\\b)`,
);

const MONTH = `(${MONTH_NAME})`;
const DATE_WITHOUT_YEAR = new RegExp(
  `(?<![\\w/.:-])(?:${MONTH}\\.? (\\d{1,2})(?:st|nd|rd|th)?(?![\\d:]|,? \\d{4})|(\\d{1,2})(?:st|nd|rd|th)? ${MONTH}(?![a-z]|,? \\d{4}))`,
  'g',
);
const WEEKDAY = '(Sun|Mon|Tue|Wed|Thu|Fri|Sat)(?:[a-z]{0,3}day|rs?|(?<=Tue)s)?\\b';
const WEEKDAY_BEFORE = new RegExp(`\\b${WEEKDAY}[.,]?\\s(?:the\\s)?$`);
const WEEKDAY_AFTER = new RegExp(`^,?\\s?\\(?${WEEKDAY}`);

/** The dates and times of day of a text, a date and the time right after it being one point. */
export function timesIn(text: string): TimePoint[] {
  const points: TimePoint[] = [];
  for (const found of text.matchAll(DATE)) points.push({ ...dated(found), ...weekdayBeside(text, found) });
  for (const found of text.matchAll(DATE_WITHOUT_YEAR)) points.push(yearless(found));
  const dates = [...points].sort((a, b) => a.start - b.start);
  let next = 0;
  for (const found of text.matchAll(CLOCK)) {
    while ((dates[next]?.end ?? Number.POSITIVE_INFINITY) <= found.index) next++;
    addClock(found, text, points, dates[next - 1]);
  }
  for (const point of points) addDottedTime(point, text);
  return points.sort((a, b) => a.start - b.start);
}

function dated(found: RegExpExecArray | RegExpMatchArray): TimePoint {
  const [value, y1, m1, d1, d2, name2, y2, name3, d3, y3] = found;
  const year = Number(y1 ?? y2 ?? y3);
  const name = name2 ?? name3;
  const month = name ? monthOf(name) : Number(m1);
  const date = Number(d1 ?? d2 ?? d3);
  const at = new Date(Date.UTC(year, month - 1, date));
  const impossible = at.getUTCMonth() !== month - 1 || at.getUTCDate() !== date;
  const start = found.index ?? 0;
  return { start, end: start + value.length, value, day: at.getTime() / 86_400_000, impossible };
}

function yearless(found: RegExpMatchArray): TimePoint {
  const [value, before, dateBehind, dateBefore, behind] = found;
  const month = monthOf(before ?? behind ?? '') - 1;
  const date = Number(dateBehind ?? dateBefore);
  const at = new Date(Date.UTC(A_LEAP_YEAR, month, date));
  const start = found.index ?? 0;
  const impossible = at.getUTCMonth() !== month;
  return { start, end: start + value.length, value, monthDay: at.getTime() / 86_400_000, impossible };
}

/** The day of the week that stands right before or behind a date. */
function weekdayBeside(text: string, found: RegExpMatchArray): { weekday?: number } {
  const start = found.index ?? 0;
  const end = start + found[0].length;
  const name =
    WEEKDAY_BEFORE.exec(text.slice(Math.max(0, start - 16), start))?.[1] ??
    WEEKDAY_AFTER.exec(text.slice(end, end + 14))?.[1];
  return name ? { weekday: weekdayOf(name) } : {};
}

function addClock(found: RegExpMatchArray, text: string, points: TimePoint[], before?: TimePoint): void {
  const start = found.index ?? 0;
  const [value, hour12, minute12 = '0', half, hour24, minute24] = found;
  const hour = hourOfDay(Number(hour12 ?? hour24), half);
  const minute = Number(half ? minute12 : minute24);
  const impossible = minute > 59 || hour > 24 || (hour === 24 && minute > 0) || Number(hour12 ?? 1) > 12;
  const zone = zoneAfter(text, start + value.length);
  const clock = { minute: hour * 60 + minute, ...zone };
  const isApart = before === undefined || start - before.end > 3;
  if (!isApart && before.minute === undefined && /^[ T,]{1,3}$/.test(text.slice(before.end, start))) {
    Object.assign(before, clock, { end: start + value.length, impossible: before.impossible || impossible });
    before.value = text.slice(before.start, before.end);
  } else {
    points.push({ start, end: start + value.length, value, impossible, ...clock });
  }
}

/** "2022-03-10 11.50": with a date before it, a dot parts hours and minutes too. */
function addDottedTime(point: TimePoint, text: string): void {
  const found = /^ (\d{1,2})\.(\d{2})(?![\d.])/.exec(text.slice(point.end, point.end + 7));
  if (point.day === undefined || point.minute !== undefined || !found) return;
  point.minute = Number(found[1]) * 60 + Number(found[2]);
  point.end += found[0].length;
  point.value = text.slice(point.start, point.end);
}

function zoneAfter(text: string, end: number): { zone?: number; zoneName?: string } {
  const found = ZONE.exec(text.slice(end, end + 14));
  if (!found) return {};
  const [, name, hours, minutes, sign, offsetHours, offsetMinutes] = found;
  if (name) {
    const extra = hours ? Number(hours) * 60 + Math.sign(Number(hours)) * Number(minutes ?? 0) : 0;
    return { zone: (certainOffsetOf(name) ?? 0) + extra, zoneName: hours ? `${name}${hours}` : name };
  }
  const offset = Number(offsetHours) * 60 + Number(offsetMinutes);
  return { zone: sign === '-' ? -offset : offset, zoneName: found[0].trim() };
}

/** Minutes on one scale, or undefined without a date or a time. Without a zone both sides must lack one. */
export const absolute = ({ day, minute, zone }: TimePoint): number | undefined =>
  day === undefined || minute === undefined ? undefined : day * MINUTES_A_DAY + minute - (zone ?? 0);

/** Clocks go back on the first Sunday of April and November and on the last one of October. */
const BACK: Record<number, number> = { 3: 1, 9: 25, 10: 1 };

/** Whether that hour may have come twice, in Australia, Europe or North America: only an offset would tell. */
export function mayRepeat({ day, minute, zone }: TimePoint): boolean {
  if (day === undefined || minute === undefined || zone !== undefined) return false;
  const date = new Date(day * 86_400_000);
  const days = date.getUTCDate() - (BACK[date.getUTCMonth()] ?? 99);
  return date.getUTCDay() === 0 && days >= 0 && days < 7 && minute >= 60 && minute < 240;
}

/** A length of time as a text states it, in minutes. */
export interface Duration {
  start: number;
  end: number;
  value: string;
  minutes: number;
  approximate: boolean;
}

const LENGTH =
  /(?<![\w.:-])(\d{1,6}(?:\.\d+)?)(\+?)\s?-?(days?|d|hours?|hrs?|hr|h|minutes?|mins?|m)(?:(?:,| and)?\s?(\d{1,2})\s?(hours?|hrs?|h|minutes?|mins?|m))?(?![\w/]|-\w*\d)/gi;
const APPROXIMATE =
  /(?:about|around|approx\.?|approximately|roughly|nearly|almost|over|under|more than|less than|up to|at least|some|~|≈|<|>)\s*$/i;
const UNIT: Record<string, number> = { d: MINUTES_A_DAY, h: 60, m: 1 };

/** The durations of a text: "0h 38m", "30min", "5 hours 26 minutes", "1.5 h", "4+ hour". */
export function durationsIn(text: string): Duration[] {
  return [...text.matchAll(LENGTH)].map((found) => {
    const [value, amount = '0', plus, unit = 'm', more, smaller] = found;
    const rest = more && smaller ? Number(more) * (UNIT[smaller[0]?.toLowerCase() ?? 'm'] ?? 1) : 0;
    const minutes = Number(amount) * (UNIT[unit[0]?.toLowerCase() ?? 'm'] ?? 1) + rest;
    const before = text.slice(Math.max(0, found.index - 16), found.index);
    const approximate = plus === '+' || APPROXIMATE.test(before);
    return { start: found.index, end: found.index + value.length, value, minutes, approximate };
  });
}

/** "1h 17m", "16m", "62d 1h 50m". */
export function lengthOf(minutes: number): string {
  const days = Math.floor(minutes / MINUTES_A_DAY);
  const hours = Math.floor((minutes % MINUTES_A_DAY) / 60);
  const rest = Math.round(minutes % 60);
  const parts = [days && `${days}d`, hours && `${hours}h`, (rest || minutes < 1) && `${rest}m`];
  return parts.filter(Boolean).join(' ');
}
