import { hourOfDay, MONTH_NAME, monthOf } from '../reading/times/calendar';
import { ZONE_PATTERN } from './zones';

/** A day as it is told: what is not told is missing. `relative` counts from today. */
export interface ToldDay {
  year?: number;
  month?: number;
  day?: number;
  /** "03/04/2026" is in March or in April: the other reading. */
  orElse?: { month: number; day: number };
  relative?: number;
  /** As written, where the calendar has no such day: "2026-02-29". */
  isNone?: string;
}

/** A moment at the beginning of a text, with all that it tells. */
export interface Phrase {
  /** As written. */
  told: string;
  /** How many characters of the text it takes. */
  length: number;
  day: ToldDay | null;
  /** Milliseconds since midnight; null when only a day is told. */
  time: number | null;
  zone: string | null;
  /** Whether it says AM or PM. */
  tellsHalf: boolean;
  /** By what hours and minutes are parted, where a figure or a length is written so too: "20.04", "2h30". */
  looksLikeFigure: '.' | 'h' | 'epoch' | null;
}

const WEEKDAY = '(?:(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?\\s+)?';
const MONTH = `(?:${MONTH_NAME})\\.?`;
const NTH = '(?:st|nd|rd|th)?';
const DAYS = [
  '(?<y1>\\d{4})[-/.](?<m1>\\d{1,2})[-/.](?<d1>\\d{1,2})',
  `(?<mn2>${MONTH})\\s+(?<d2>\\d{1,2})${NTH}(?!:)(?:,?\\s+(?<y2>\\d{4})(?!:))?`,
  `(?<d3>\\d{1,2})${NTH}\\s+(?:of\\s+)?(?<mn3>${MONTH})(?:,?\\s+(?<y3>\\d{4})(?!:))?`,
  '(?<a4>\\d{1,2})(?<sep>[./-])(?<b4>\\d{1,2})\\k<sep>(?<y4>\\d{4}|\\d{2})(?!\\d)',
  // "3/4 2:02 PM", as chats date what is of this year: without a time behind it, it is a fraction.
  '(?<a6>\\d{1,2})/(?<b6>\\d{1,2})(?=,?\\s+\\d{1,2}:\\d\\d)',
  // A heading: nothing stands behind it.
  '(?<a7>\\d{2})/(?<b7>\\d{2})(?=[\\s*_:#=–—-]*$)',
  `(?<d5>\\d{1,2})/(?<mn5>${MONTH})/(?<y5>\\d{4})`,
  '(?<rel>today|yesterday)\\b',
].join('|');
const TIMES = [
  '(?<h1>[01]?\\d|2[0-4])[:h](?<i1>[0-5]\\d)(?::(?<s1>[0-5]\\d)(?:[.,](?<f1>\\d{1,9}))?)?(?:\\s?(?<p1>[ap])\\.?m\\b\\.?)?(?!\\d|:\\d)',
  '(?<h2>1[0-2]|0?[1-9])\\s?(?<p2>[ap])\\.?m\\b\\.?',
  '(?<h3>[01]\\d|2[0-3])\\.(?<i3>[0-5]\\d)(?=\\s|$)(?:\\s+Uhr\\b)?',
  `(?<h4>[01]\\d|2[0-3])(?<i4>[0-5]\\d)(?=\\s?(?:Z|UTC|GMT|hrs|CES?T)\\b)(?:\\s?hrs\\b)?`,
  '(?<h5>[01]?\\d|2[0-3])(?:[.:](?<i5>[0-5]\\d))?\\s?Uhr\\b',
  '(?:alle\\s+)?ore\\s+(?<h6>[01]?\\d|2[0-3])(?:[.:](?<i6>[0-5]\\d))?(?!\\d|[.:]\\d)',
  '(?<noon>noon|midnight)\\b',
].join('|');
const ZONE = `(?:\\s?\\(?(?<zone>${ZONE_PATTERN})\\)?(?![\\w/]))?`;
const BETWEEN = '(?:\\s*(?:T|,|-|–|—|•|:|\\bat\\b|@)\\s*|\\s+)';
// Apache writes "04/Mar/2026:14:02:11 +0000".
const PHRASE = new RegExp(
  `^(?:${WEEKDAY}(?:${DAYS})(?:${BETWEEN}(?:${TIMES})${ZONE})?|${WEEKDAY}(?:${TIMES.replaceAll(/\(\?<(\w+)>/g, '(?<$1_>')})${ZONE.replace('?<zone>', '?<zone_>')})`,
  'i',
);

/** The moment that a text begins with, or null. A bare number is none. */
export function phraseAt(text: string): Phrase | null {
  const since = sinceEpoch(text);
  if (since) return since;
  const found = PHRASE.exec(text.slice(0, LONGEST));
  if (!found?.groups) return null;
  const { groups } = found;
  const group = (name: string) => groups[name] ?? groups[`${name}_`];
  const day = dayOf(groups);
  const time = timeOf(group);
  if (day === undefined || time === undefined || (day === null && time === null)) return null;
  return {
    told: found[0],
    length: found[0].length,
    day,
    time,
    zone: group('zone') ?? null,
    tellsHalf: Boolean(group('p1') ?? group('p2')),
    looksLikeFigure: figureIn(found[0], day, group),
  };
}

/** Seconds since 1970, from 2001 on: "1772528531.123 deploy finished". They count in UTC, whoever reads them. */
const EPOCH = /^(?:1\d{9}|2[01]\d{8})(?:\.\d{1,9}|\d{3})?(?=\s)/;

function sinceEpoch(text: string): Phrase | null {
  const told = EPOCH.exec(text)?.[0];
  if (told === undefined) return null;
  const [seconds = '', fraction = ''] = told.split('.');
  const at =
    seconds.length > 10 ? Number(seconds) : Number(seconds) * 1_000 + Number(`0.${fraction || 0}`) * 1_000;
  const date = new Date(Math.round(at));
  const day = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
  const time = Math.round(at) % (24 * HOUR);
  return { told, length: told.length, day, time, zone: 'UTC', tellsHalf: false, looksLikeFigure: 'epoch' };
}

/** Longer than any moment is told. */
const LONGEST = 90;

function figureIn(
  told: string,
  day: ToldDay | null,
  group: (name: string) => string | undefined,
): Phrase['looksLikeFigure'] {
  if (day !== null || group('zone') || group('p1')) return null;
  if (group('h1')) return /\dh\d/i.test(told) ? 'h' : null;
  return group('h3') && !/uhr/i.test(told) ? '.' : null;
}

type Groups = Record<string, string | undefined>;

/** The day that the groups tell, null when they tell none, undefined when no calendar counts so. */
function dayOf(g: Groups): ToldDay | null | undefined {
  const made = (day: ToldDay): ToldDay | undefined => (isDay(day) ? day : slipIn(day));
  if (g.y1) return made({ year: +g.y1, month: Number(g.m1), day: Number(g.d1) });
  if (g.mn2) return made({ ...yearOf(g.y2), month: monthOf(g.mn2), day: Number(g.d2) });
  if (g.mn3) return made({ ...yearOf(g.y3), month: monthOf(g.mn3), day: Number(g.d3) });
  if (g.mn5) return made({ ...yearOf(g.y5), month: monthOf(g.mn5), day: Number(g.d5) });
  if (g.y4) {
    const [a, b] = [Number(g.a4), Number(g.b4)];
    const year = g.y4.length === 2 ? 2_000 + Number(g.y4) : Number(g.y4);
    // Nobody writes the month first with full stops.
    if (g.sep === '.') return made({ year, month: b, day: a });
    if (a > 12) return made({ year, month: b, day: a });
    const orElse = b <= 12 && a !== b ? { orElse: { month: b, day: a } } : {};
    return made({ year, month: a, day: b, ...orElse });
  }
  if (g.a6 ?? g.a7) {
    const [a, b] = [Number(g.a6 ?? g.a7), Number(g.b6 ?? g.b7)];
    if (a > 12) return made({ month: b, day: a });
    return made({ month: a, day: b, ...(b <= 12 && a !== b && { orElse: { month: b, day: a } }) });
  }
  if (g.rel) return { relative: g.rel.toLowerCase() === 'today' ? 0 : -1 };
  return null;
}

/** A year, and a day that only that month has not: a slip, and no number of a version. */
const slipIn = ({ year, month = 0, day = 0 }: ToldDay): ToldDay | undefined =>
  year !== undefined && year > 1_900 && month >= 1 && month <= 12 && day >= 29 && day <= 31
    ? { isNone: `${year}-${`${month}`.padStart(2, '0')}-${day}` }
    : undefined;

const yearOf = (year: string | undefined) => (year === undefined ? {} : { year: Number(year) });

/** A day of the calendar; without a year 29 February is one. */
function isDay({ year = 2_000, month = 0, day = 0 }: ToldDay): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && month > 0;
}

function timeOf(group: (name: string) => string | undefined): number | null | undefined {
  const noon = group('noon');
  if (noon) return noon.toLowerCase() === 'noon' ? 12 * HOUR : 0;
  const [hour] = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].flatMap((name) => group(name) ?? []);
  if (hour === undefined) return null;
  const [minute = '0'] = ['i1', 'i3', 'i4', 'i5', 'i6'].flatMap((name) => group(name) ?? []);
  const half = group('p1') ?? group('p2');
  if (half && (Number(hour) > 12 || Number(hour) === 0)) return undefined;
  const hours = hourOfDay(Number(hour), half ? `${half}m` : undefined);
  const fraction = Math.round(Number(`0.${group('f1') ?? 0}`) * 1_000);
  return hours * HOUR + Number(minute) * 60_000 + Number(group('s1') ?? 0) * 1_000 + fraction;
}

const HOUR = 60 * 60_000;
