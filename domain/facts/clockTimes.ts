import type { Collector, Found } from './fact';
import { READ } from './reading';
import { UNIT } from './units';

/** Abbreviations that are certain enough in capitals anywhere. */
const ZONES =
  'UTC|GMT|Z|PST|PDT|MST|MDT|CST|CDT|EST|EDT|CET|CEST|BST|IST|EET|EEST|MSK|JST|KST|SGT|HKT|AEST|AEDT|ACST|AWST|NZST|NZDT|WET|WEST|BRT|AKST|HST';
const ZONE = `(?:\\s?\\(?((?:(?:UTC|GMT)[+-]|\\+)(?:\\d{2}:?\\d{2}|\\d{1,2})(?![\\w:.])|(?:${ZONES}|ET|PT|CT|MT)(?!\\w)))?`;
const HALF = '(?:\\s?([ap])\\.?m\\b\\.?)';

/** UTC, GMT and Z name the same clock. */
const zoneOf = (zone: string): string => {
  const name = zone.toUpperCase();
  return /^(?:UTC|GMT|Z|[+-]00:?00)$/.test(name) ? 'UTC' : name.replace(/^(?:UTC|GMT)/, '');
};

function clock(
  [hours, minutes, seconds]: [string | undefined, string | undefined, string | undefined],
  half: string | undefined,
  zone: string | undefined,
): Found | null {
  const said = Number(hours);
  if (said > 24 || Number(minutes ?? 0) > 59) return null;
  const minute = minutes === undefined ? 0 : Number(minutes);
  const afternoon = half?.toLowerCase() === 'p';
  const hour = half && said <= 12 ? (said % 12) + (afternoon ? 12 : 0) : said % 24;
  const coarse = `t:${hour * 60 + minute}`;
  const loose = seconds === undefined ? [] : [coarse];
  // A draft that drops "PM" is understood, and warned of.
  if (half && hour >= 12 && said <= 12 && said !== 12) loose.push(`t:${(hour - 12) * 60 + minute}`);
  return {
    kind: 'time',
    keys: [seconds === undefined ? coarse : `${coarse}:${seconds}`],
    ...(loose.length > 0 && { loose }),
    ...(zone && { zone: zoneOf(zone) }),
    ...(half && { meridiem: true }),
  };
}

const WITH_COLON = new RegExp(
  `(?<![\\d:.])(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?(?!\\d|:\\d)${HALF}?${ZONE}`,
  'gi',
);
const WITH_HALF = new RegExp(`(?<![\\d:.\\w])(\\d{1,2})(?:\\.(\\d{2}))?${HALF}${ZONE}`, 'gi');
const AFTER_DATE = new RegExp(
  `(?<=${READ}[ \\t,]{1,2}(?:at\\s)?)(\\d{1,2})\\.([0-5]\\d)(?![\\d.]|[ \\t]?${UNIT})${ZONE}`,
  'gi',
);
const FOUR_FIGURES = new RegExp(
  `(?<![\\w.:])([01]\\d|2[0-3])([0-5]\\d)(?:\\s?h(?:rs|ours)?\\b)?\\s?(?:(${ZONES})\\b)`,
  'g',
);
const ZONE_ALONE = new RegExp(`(?<![\\w+-])(?:${ZONES})(?![\\w-])(?:[+-]\\d{1,2}(?::\\d{2})?(?!\\w))?`, 'g');

/** Clock times in every common form, and time zones. */
export function readClockTimes(collector: Collector): void {
  const take = (pattern: RegExp, order: (match: RegExpExecArray) => Found | null) =>
    collector.take(pattern, (match) => {
      const time = order(match);
      if (!time) return null;
      const zone: Found[] = time.zone ? [{ kind: 'time-zone', keys: [`z:${time.zone}`] }] : [];
      return [time, ...zone];
    });
  take(WITH_COLON, ([, h, m, s, half, zone]) => clock([h, m, s], half, capitals(zone)));
  take(WITH_HALF, ([, h, m, half, zone]) =>
    Number(h) <= 12 && Number(h) > 0 ? clock([h, m, undefined], half, capitals(zone)) : null,
  );
  // "2022-03-10 11.50": after a date, a full stop serves as a colon.
  take(AFTER_DATE, ([, h, m, zone]) => clock([h, m, undefined], undefined, capitals(zone)));
  take(FOUR_FIGURES, ([, h, m, zone]) => clock([h, m, undefined], undefined, zone));
  take(/(?<![\w.:])([01]?\d|2[0-3])h([0-5]\d)(?!\w)/g, ([, h, m]) => {
    const time = clock([h, m, undefined], undefined, undefined);
    return time && { ...time, keys: [...time.keys, `q:s:${Number(h) * 3600 + Number(m) * 60}`] };
  });
  take(/\b(?:noon|midday|midnight)\b/gi, ([word]) => ({
    kind: 'time',
    keys: [/^midnight$/i.test(word) ? 't:0' : 't:720'],
  }));
  collector.take(ZONE_ALONE, ([zone]) =>
    zone === 'Z' ? null : { kind: 'time-zone', keys: [`z:${zoneOf(zone)}`] },
  );
}

/** Zones that are no word in small letters, so that "03:00 utc" of somebody in a hurry is read. */
const NO_WORD = /^(?:utc|gmt|cest|cet|pst|pdt|mst|mdt|cst|cdt|edt|bst|eet|eest|jst|kst|sgt|hkt|aest|aedt)/;

/** Other zones in small letters are words ("2 pm et al."). */
const capitals = (zone: string | undefined): string | undefined =>
  zone && (zone === zone.toUpperCase() || NO_WORD.test(zone)) ? zone.toUpperCase() : undefined;
