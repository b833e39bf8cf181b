import { amountOf } from '../../reading/amounts/numberWords';
import { UNIT } from '../../reading/amounts/unitsOfMeasure';
import { READ } from '../../reading/text/plainText';
import { hourOfDay } from '../../reading/times/calendar';
import { offsetOf, ZONE, ZONE_ABBREVIATION, ZONE_ALONE, zoneKeys, zoneOf } from '../../reading/times/zones';
import type { Collector, Fact, Found } from './fact';
import {
  BEFORE_COLON,
  BEFORE_DOT,
  CAPITAL_FIRST,
  DIGIT,
  DIGIT_FIRST,
  LETTER,
  ONE_OR_TWO_DIGITS,
} from './runs';
import { NOON, NUMBER_WORD, PART } from './vocabulary';

const HALF = '(?:\\s?([ap])\\.?m\\b\\.?)';
const DAY = 1440;

type Figures = [hours: string | undefined, minutes?: string | undefined, seconds?: string | undefined];

function clock(
  [hours, minutes, seconds]: Figures,
  half: string | undefined,
  written: string | undefined,
): Found | null {
  const said = Number(hours);
  if (said > 24 || Number(minutes ?? 0) > 59) return null;
  const zone = zoneOf(written);
  const minute = minutes === undefined ? 0 : Number(minutes);
  const hour = half && said <= 12 ? hourOfDay(said, half) : said % 24;
  const at = hour * 60 + minute;
  const exact = seconds === undefined || seconds === '00' ? '' : `:${seconds}`;
  const loose = exact === '' ? [] : [`t:${at}`];
  // A draft that drops "PM" is understood, and warned of.
  if (half && hour >= 12 && said <= 12 && said !== 12) loose.push(`t:${(hour - 12) * 60 + minute}`);
  return {
    kind: 'time',
    keys: [`t:${at}${exact}`, ...universal(at, exact, zone)],
    ...(loose.length > 0 && { loose }),
    ...(zone && { zone }),
    ...(half && { meridiem: true }),
  };
}

/** The same moment in UTC, so that a time told in another zone is found. */
function universal(at: number, exact: string, zone: string | undefined): string[] {
  const offset = zone === undefined ? undefined : offsetOf(zone);
  return offset === undefined ? [] : [`u:${(at - offset + 2 * DAY) % DAY}${exact}`];
}

const WITH_COLON = new RegExp(
  `(?<![\\d:.])(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?(?!\\d|:\\d)(?:((?<=${READ}[\\d:.,]{8,18})-\\d{2}:?\\d{2}(?![\\d:]))|${HALF}?${ZONE})`,
  'iy',
);
/** "2 to 4 pm", "6:21-9:14 PM": the half of the day is said once for both. */
const RANGE = new RegExp(
  `(?<![\\d:.\\w])(\\d{1,2})(?::([0-5]\\d))?(\\s?(?:-|to|and|until|till|through)\\s?)(\\d{1,2})(?::([0-5]\\d))?${HALF}${ZONE}`,
  'iy',
);
const WITH_HALF = new RegExp(`(?<![\\d:.\\w])(\\d{1,2})(?:\\.(\\d{2}))?${HALF}${ZONE}`, 'iy');
const AFTER_DATE = new RegExp(
  `(?<=${READ}[ \\t,]{1,2}(?:at\\s)?)(\\d{1,2})\\.([0-5]\\d)(?![\\d.]|[ \\t]?${UNIT})${ZONE}`,
  'iy',
);
const FOUR_FIGURES = new RegExp(
  `(?<![\\w.:])([01]\\d|2[0-3])([0-5]\\d)(?:\\s?h(?:rs|ours)?\\b)?\\s?(?:(${ZONE_ABBREVIATION})\\b)`,
  'y',
);
const SHIFTS: Record<string, number> = { five: 5, ten: 10, quarter: 15, twenty: 20, half: 30 };
const HOUR = '(\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';
/** "Half past nine", "2 o'clock pm". */
const SPOKEN = new RegExp(
  `\\b(half|quarter|twenty|ten|five)\\s(past|to)\\s${HOUR}(?![\\w:%]|\\.\\d)|\\b${HOUR}\\so'clock${HALF}?`,
  'iy',
);
const HOUR_IN_WORDS = new RegExp(
  '(?<=\\b(?:until|till|til)\\s)(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)' +
    '(?=\\s{0,2}(?:[.,;)]|$|\\n)|\\s(?:and|but|when|while|on|in\\sthe|today|yesterday|this|that|sharp)\\b)',
  'iy',
);
const NAMED_ZONE = new RegExp(ZONE_ALONE, 'y');
const FIGURE_WITH_HALF = /\d\s?[ap]\.?m/i;

/** Clock times in every common form, and time zones. */
export function readClockTimes(collector: Collector): void {
  const take = (
    pattern: RegExp,
    order: (match: RegExpExecArray) => Found | Found[] | null,
    where: Parameters<Collector['take']>[2],
  ) =>
    collector.take(
      pattern,
      (match) => {
        const found = order(match);
        return found && withZones([found].flat());
      },
      where,
    );
  take(
    /(?<![\w:.])(\d{1,3}):([0-5]\d)\s?(?:(min(?:ute)?s?)|h(?:ou)?rs?)(?!\w)/iy,
    ([, whole = '', rest, minutes]) => {
      const seconds = (Number(whole) * 60 + Number(rest)) * (minutes ? 1 : 60);
      // "14:02 hours" is a time of the day, "1:30 hours" is an hour and a half.
      return !minutes && whole.length > 1 ? null : { kind: 'duration', keys: [`q:s:${seconds}`] };
    },
    { at: [DIGIT_FIRST | BEFORE_COLON] },
  );
  take(RANGE, range, { needs: FIGURE_WITH_HALF, at: [DIGIT_FIRST] });
  take(WITH_COLON, ([, h, m, s, west, half, zone]) => clock([h, m, s], half, west ?? zone), {
    at: [DIGIT | BEFORE_COLON],
    tail: true,
  });
  take(
    WITH_HALF,
    ([, h, m, half, zone]) => (Number(h) <= 12 && Number(h) > 0 ? clock([h, m], half, zone) : null),
    { needs: FIGURE_WITH_HALF, at: [DIGIT_FIRST] },
  );
  // "2022-03-10 11.50": after a date, a full stop serves as a colon.
  take(AFTER_DATE, ([, h, m, zone]) => clock([h, m], undefined, zone), {
    at: [ONE_OR_TWO_DIGITS | BEFORE_DOT],
  });
  take(FOUR_FIGURES, ([, h, m, zone]) => clock([h, m], undefined, zone), { at: [DIGIT_FIRST] });
  take(
    /(?<![\w.:])([01]?\d|2[0-3])h([0-5]\d)(?!\w)/y,
    ([, h, m]) => {
      const time = clock([h, m], undefined, undefined);
      return time && { ...time, keys: [...time.keys, `q:s:${Number(h) * 3600 + Number(m) * 60}`] };
    },
    { at: [DIGIT_FIRST | LETTER] },
  );
  take(
    /\b(?:12\s)?(?:noon|midday|midnight)\b/gi,
    ([word]) => ({ kind: 'time', keys: [/midnight$/i.test(word) ? 't:0' : 't:720'] }),
    { needsRun: [NOON] },
  );
  take(
    SPOKEN,
    ([, shift, side, hour, oClock, half]) => {
      const said = amountOf(hour ?? (oClock as string));
      if (said < 1 || said > 12) return null;
      const shifted = (SHIFTS[shift?.toLowerCase() ?? ''] ?? 0) * (/to/i.test(side ?? '') ? -1 : 1);
      const minute = (said % 12) * 60 + shifted + (/p/i.test(half ?? '') ? DAY / 2 : 0);
      // Nobody says which half of the day it was.
      const other = half ? [] : [`t:${(minute + DAY / 2) % DAY}`];
      return { kind: 'time', keys: [`t:${(minute + DAY) % DAY}`, ...other] };
    },
    { at: [NUMBER_WORD, PART, ONE_OR_TWO_DIGITS] },
  );
  // "Out till ten": a time of the day, or ten of something.
  take(
    HOUR_IN_WORDS,
    ([hour = '']) => {
      const said = amountOf(hour);
      return {
        kind: 'time',
        keys: [`t:${(said % 12) * 60}`, `t:${(said % 12) * 60 + DAY / 2}`, `n:${said}`],
      };
    },
    { at: [NUMBER_WORD] },
  );
  collector.take(NAMED_ZONE, ([zone]) => (zone === 'Z' ? null : zoneFact(zoneOf(zone))), {
    at: [CAPITAL_FIRST],
  });
  shareZones(collector.facts, collector.reading.text);
}

const zoneFact = (zone: string | undefined): Found | null =>
  zone ? { kind: 'time-zone', keys: zoneKeys(zone) } : null;

const withZones = (times: Found[]): Found[] =>
  times.flatMap((time) => {
    const zone = zoneFact(time.zone);
    return zone ? [time, { ...zone, ...(time.from && { from: time.from }) }] : [time];
  });

/** A time that begins a range stands in the half of the day in which it comes before the other. */
function range(match: RegExpExecArray): Found[] | null {
  const [whole, hour, minute, between = '', endHour, endMinute, half, zone] = match;
  const [from, to] = [Number(hour), Number(endHour)];
  if (from < 1 || to < 1 || from > 12 || to > 12) return null;
  if (between.trim() === 'and' && !/(?:between|from|at)\s$/i.test(match.input.slice(0, match.index)))
    return null;
  const comesBefore = (from % 12) * 60 + Number(minute ?? 0) <= (to % 12) * 60 + Number(endMinute ?? 0);
  const otherHalf = half?.toLowerCase() === 'p' ? 'a' : 'p';
  const begin = clock([hour, minute], comesBefore ? half : otherHalf, undefined);
  const end = clock([endHour, endMinute], half, zone);
  const length = whole.indexOf(between, (hour as string).length);
  return (
    begin &&
    end && [
      { ...begin, to: length },
      { ...end, from: length + between.length },
    ]
  );
}

/** "19:30 to 20:00 CET": the zone is said once for both. */
function shareZones(facts: readonly Fact[], text: string): void {
  const times = facts.filter(({ kind }) => kind === 'time').sort((a, b) => a.from - b.from);
  for (const [index, time] of times.entries()) {
    const next = times[index + 1];
    if (!next?.zone || time.zone || next.from - time.to > 7) continue;
    if (!/^\s?(?:-|to|and|until|till)\s?$/i.test(text.slice(time.to, next.from))) continue;
    const [, minute = '', exact = ''] = /^t:(\d+)(:\d+)?/.exec(time.keys[0] as string) ?? [];
    time.zone = next.zone;
    time.keys.push(...universal(Number(minute), exact, next.zone));
  }
}
