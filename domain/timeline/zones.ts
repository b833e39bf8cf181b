/** Offsets from UTC in minutes, of abbreviations that mean one zone wherever they are written. */
const CERTAIN: Readonly<Record<string, number>> = {
  UTC: 0,
  GMT: 0,
  Z: 0,
  WET: 0,
  WEST: 60,
  CET: 60,
  CEST: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  SGT: 480,
  HKT: 480,
  AWST: 480,
  JST: 540,
  KST: 540,
  ACST: 570,
  AEST: 600,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
  BRT: -180,
  EDT: -240,
  EST: -300,
  CDT: -300,
  MDT: -360,
  MST: -420,
  PDT: -420,
  PST: -480,
  AKDT: -480,
  AKST: -540,
  HST: -600,
  SAST: 120,
};
/** Abbreviations that leave open whether it is summer: the zone's own rules decide. */
const BY_SEASON: Readonly<Record<string, string>> = {
  ET: 'America/New_York',
  CT: 'America/Chicago',
  MT: 'America/Denver',
  PT: 'America/Los_Angeles',
};
/** Abbreviations that several zones have. */
const SEVERAL: Readonly<Record<string, string>> = {
  BST: 'British Summer Time and Bangladesh',
  CST: 'North America, China and Cuba',
  IST: 'India, Ireland and Israel',
};

/** How a zone is written behind a time, for patterns that ignore capitals. */
export const ZONE_PATTERN = `(?:UTC|GMT)\\s?[+-]\\s?\\d{1,2}(?::?\\d{2})?|[+-]\\d{2}:?\\d{2}|(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[A-Za-z_]+(?:/[A-Za-z_]+)?|(?:${[
  ...Object.keys(CERTAIN),
  ...Object.keys(BY_SEASON),
  ...Object.keys(SEVERAL),
]
  .sort((a, b) => b.length - a.length)
  .join('|')})`;

/** A zone as it can be computed with. */
export type Zone =
  | { kind: 'offset'; minutes: number }
  | { kind: 'rules'; name: string }
  | { kind: 'several'; which: string };

const OFFSET = /^(?:UTC|GMT)?\s?([+-])\s?(\d{1,2}):?(\d{2})?$/i;

/** Reads a zone as people and machines write it; undefined when there is none of that name. */
export function readZone(written: string): Zone | undefined {
  const name = written.trim().replace(/^\(|\)$/g, '');
  const short = name.toUpperCase();
  if (Object.hasOwn(CERTAIN, short)) return { kind: 'offset', minutes: CERTAIN[short] as number };
  if (Object.hasOwn(BY_SEASON, short)) return { kind: 'rules', name: BY_SEASON[short] as string };
  if (Object.hasOwn(SEVERAL, short)) return { kind: 'several', which: SEVERAL[short] as string };
  const [, sign, hours, minutes = '0'] = OFFSET.exec(name) ?? [];
  if (hours !== undefined) {
    const distance = Number(hours) * 60 + Number(minutes);
    return distance > 14 * 60 ? undefined : { kind: 'offset', minutes: sign === '-' ? -distance : distance };
  }
  return name.includes('/') && isKnown(name) ? { kind: 'rules', name } : undefined;
}

/** Whether there is such a zone; asked for every line, and slow to find out. */
function isKnown(name: string): boolean {
  let known = knownNames.get(name);
  if (known === undefined) {
    known = canBeFormatted(name);
    if (knownNames.size >= MOST_NAMES) knownNames.clear();
    knownNames.set(name, known);
  }
  return known;
}

const knownNames = new Map<string, boolean>();
/** Names that are remembered: more than there are. */
const MOST_NAMES = 1_000;

function canBeFormatted(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();

const QUARTER = 15 * 60_000;
const offsets = new Map<string, number>();
/** Offsets that are remembered; those of a few months of quarters of an hour. */
const MOST_OFFSETS = 20_000;

/** How far a zone is from UTC at an instant, in minutes. Clocks change at quarters of an hour only. */
function offsetAt(name: string, instant: number): number {
  const key = `${name} ${Math.floor(instant / QUARTER)}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    offset = computedOffset(name, instant);
    if (offsets.size >= MOST_OFFSETS) offsets.clear();
    offsets.set(key, offset);
  }
  return offset;
}

function computedOffset(name: string, instant: number): number {
  let format = formats.get(name);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(name, format);
  }
  const part = Object.fromEntries(
    format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Math.round((Date.UTC(year, month - 1, day, hour, minute, second) - instant) / 60_000);
}

/** A clock on a wall: what it shows, as milliseconds of that day and time in UTC. */
export type WallClock = number;

/**
 * The offsets that a zone may have when its clocks show this: one as a rule, two in the hour that the end of
 * summer time repeats, none in the hour that its begin leaves out.
 */
export function offsetsOf(zone: Exclude<Zone, { kind: 'several' }>, clock: WallClock): number[] {
  if (zone.kind === 'offset') return [zone.minutes];
  const day = 24 * 60 * 60_000;
  const candidates = new Set([offsetAt(zone.name, clock - day), offsetAt(zone.name, clock + day)]);
  return [...candidates].filter((minutes) => offsetAt(zone.name, clock - minutes * 60_000) === minutes);
}

const two = (value: number): string => String(value).padStart(2, '0');

/** `2026-03-04T14:02:00+01:00`. */
export function isoOf(clock: WallClock, offset: number): string {
  const wall = new Date(clock).toISOString();
  const fraction = wall.endsWith('.000Z') ? 19 : 23;
  const distance = Math.abs(offset);
  return `${wall.slice(0, fraction)}${offset < 0 ? '-' : '+'}${two(Math.floor(distance / 60))}:${two(distance % 60)}`;
}

const offsetIn = (zone: Exclude<Zone, { kind: 'several' }>, instant: number): number =>
  zone.kind === 'offset' ? zone.minutes : offsetAt(zone.name, instant);

/** What the clocks of a zone show at an instant, in milliseconds. */
export const clockIn = (zone: Exclude<Zone, { kind: 'several' }>, instant: number): WallClock =>
  instant + offsetIn(zone, instant) * 60_000;

/** An instant, in milliseconds, as ISO 8601 with the offset that a zone had then. */
export const isoIn = (zone: Exclude<Zone, { kind: 'several' }>, instant: number): string =>
  isoOf(clockIn(zone, instant), offsetIn(zone, instant));
