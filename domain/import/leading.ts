import { MONTH_NAME } from '../reading/times/calendar';
import { readZone, ZONE_PATTERN } from '../timeline/zones';

const MONTH = String.raw`(?:${MONTH_NAME})\b\.?`;
const NTH = '(?:st|nd|rd|th)?';
const YEAR = String.raw`(?:,? \d{4}(?!\d|:))?`;
const WEEKDAY =
  '(?:mon|tue|tues|wed|thu|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\\b\\.?';
const DATE = String.raw`(?:(?:${WEEKDAY},? )?(?:\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{1,2}/\d{1,2}(?=,? \d{1,2}:\d\d)|\d{1,2}${NTH} (?:of )?${MONTH}${YEAR}|${MONTH} \d{1,2}${NTH}(?!:|\d)${YEAR})|${WEEKDAY})`;
/** What goes on behind it is a figure, an address or a version: "99.95%", "10.20.30.40", "14:02:07:1". */
const NO_FIGURE = String.raw`(?!\d|[.:]\d| ?%)`;
const CLOCK = String.raw`(?:(?:[01]?\d|2[0-4])(?<separator>[:.h])[0-5]\d(?::[0-5]\d(?:[.,]\d+)?)?(?: ?[ap]\.?m\b\.?)?${NO_FIGURE}|(?:1[0-2]|0?[1-9]) ?[ap]\.?m\b\.?|(?:[01]\d|2[0-3])[0-5]\d(?= ?(?:Z|UTC|GMT|hrs)\b)(?: ?hrs\b)?)`;
const MOMENT = new RegExp(
  String.raw`^[~≈]?(?:(?<date>${DATE})(?:[T,]\s*|:?\s+|\s*[-–—]\s+)(?:at )?)?[~≈]?${CLOCK}`,
  'i',
);
const UNTIL = new RegExp(String.raw`^\s*(?:[-–—]|to\b)\s*${CLOCK}`, 'i');
/** Only as zones are written: "Not", "alert" and "est." are words. */
const ZONE = new RegExp(
  String.raw`^ ?(?:[Uu]tc|gmt|z|\(?(?:${ZONE_PATTERN})\)?)(?![\p{L}\p{N}_/])(?!-\p{L})`,
  'u',
);
const DAY = new RegExp(String.raw`^(?<day>${DATE})\s*(?<more>\(.*\))?\s*:?$`, 'i');

/** A line that begins with a time. */
export interface Leading {
  /** As written, with what it says of day and zone. */
  at: string;
  /** What stands behind it; empty where nothing does. */
  text: string;
  date: string | undefined;
  zone: string | undefined;
  /** Minutes since midnight by the first clock. */
  minutes: number;
  /** How hours and minutes are parted: a full stop or an "h" may as well stand in a figure or a length. */
  isPlain: boolean;
}

/** Reads "14:02 - deploy", "[14:02 UTC] deploy" and "2026-03-01 14:02: deploy"; null where no time leads. */
export function leadingMoment(line: string): Leading | null {
  const bracket = /^[[(]/.exec(line)?.[0] ?? '';
  let rest = line.slice(bracket.length);
  const found = MOMENT.exec(rest);
  if (!found) return null;
  const { date, separator } = found.groups ?? {};
  rest = rest.slice(found[0].length);
  const zone = zoneAt(rest, date !== undefined);
  rest = rest.slice(zone.length);
  const until = UNTIL.exec(rest)?.[0] ?? '';
  const zoneOfEnd = until === '' ? '' : zoneAt(rest.slice(until.length), false);
  rest = rest.slice(until.length + zoneOfEnd.length);
  const told = found[0] + zone + until + zoneOfEnd;
  const text = rest.replace(bracket === '' ? /^/ : /^[\])]/, '').replace(/^\s*(?:[-–—:|]+(?!\d)\s*)?/, '');
  const spoken = (zone || zoneOfEnd).replace(/[()]/g, '').trim();
  return {
    at: told.trim(),
    text: text.trim(),
    date,
    zone: spoken || undefined,
    minutes: minutesOf(found[0].slice(date?.length ?? 0)),
    isPlain: separator === undefined || separator === ':' || date !== undefined,
  };
}

/** "10:02-10:30" is a span; only behind a date may what follows a minus be an offset. */
function zoneAt(rest: string, isDated: boolean): string {
  const zone = ZONE.exec(rest)?.[0] ?? '';
  return zone.trim().startsWith('-') && !isDated ? '' : zone;
}

function minutesOf(clock: string): number {
  const [, hour = '0', minute = '0', half] =
    /(\d{1,2})(?:[:.h]?(\d{2}))?(?::\d{2}\S*)? ?([ap])?/i.exec(clock) ?? [];
  return (
    ((half ? Number(hour) % 12 : Number(hour)) + (half?.toLowerCase() === 'p' ? 12 : 0)) * 60 + Number(minute)
  );
}

/** A line that is only a day, and what stands in brackets behind it. */
export function dayIn(line: string): { day: string; more: string } | null {
  const { day, more = '' } = DAY.exec(line.trim())?.groups ?? {};
  return day === undefined ? null : { day, more };
}

/** The zone that some words are, "UTC" or "(CET)", in its capitals; undefined for other words. */
export function zoneNamed(words: string): string | undefined {
  const name = words.trim().replace(/^\((.*)\)$/, '$1');
  if (name === '') return undefined;
  const known = readZone(name);
  return known && (name.includes('/') ? name : name.toUpperCase());
}
