/** Abbreviations that are certain enough in capitals anywhere, with their distance from UTC in minutes. */
const OFFSETS: Record<string, number> = {};
const zones = (minutes: number, names: string) => {
  for (const name of names.split(' ')) OFFSETS[name] = minutes;
};
zones(0, 'UTC GMT Z WET');
zones(60, 'CET BST WEST');
zones(120, 'CEST EET');
zones(180, 'EEST MSK');
zones(330, 'IST');
zones(480, 'SGT HKT AWST');
zones(540, 'JST KST');
zones(570, 'ACST');
zones(600, 'AEST');
zones(660, 'AEDT');
zones(720, 'NZST');
zones(780, 'NZDT');
zones(-180, 'BRT');
zones(-240, 'EDT');
zones(-300, 'EST CDT');
zones(-360, 'CST MDT');
zones(-420, 'MST PDT');
zones(-480, 'PST AKDT');
zones(-540, 'AKST');
zones(-600, 'HST');

/** Names that leave open whether it is summer. */
const GENERIC: Record<string, readonly string[]> = {
  ET: ['EST', 'EDT'],
  CT: ['CST', 'CDT'],
  MT: ['MST', 'MDT'],
  PT: ['PST', 'PDT'],
};
const CITIES: Record<string, string> = { new_york: 'ET', chicago: 'CT', denver: 'MT', los_angeles: 'PT' };

const US = '(?:Eastern|Central|Mountain|Pacific)';
const NAMED = `(?:(?:US\\s)?${US}(?:\\s(?:[Ss]tandard|[Dd]aylight))?|Central\\sEuropean(?:\\s[Ss]ummer)?|British\\s[Ss]ummer|Greenwich\\s[Mm]ean|Coordinated\\s[Uu]niversal|Indian?\\s[Ss]tandard|Japan\\s[Ss]tandard)\\s[Tt]ime|US/${US}|America/(?:New_York|Chicago|Denver|Los_Angeles)`;
const OFFSET = '(?:(?:UTC|GMT)\\s?[+-]|\\+)(?:\\d{2}:?\\d{2}|\\d{1,2})(?![\\w:]|\\.\\d)';
const SHORT = Object.keys(OFFSETS).join('|');
const AFTER_TIME = `${OFFSET}|(?:${SHORT}|ET|PT|CT|MT)(?!\\w)|${NAMED}(?!\\w)`;

/** The abbreviations of zones, with those that leave summer open, for a pattern that ignores capitals. */
export const ZONE_NAME = [...Object.keys(OFFSETS), ...Object.keys(GENERIC)]
  .sort((a, b) => b.length - a.length)
  .join('|');

/** A zone behind a clock time, in brackets or not. */
export const ZONE = `(?:\\s?(\\((?:${AFTER_TIME})\\)|${AFTER_TIME}))?`;
/** Zones that a figure alone may stand before ("0930 UTC"). */
export const ZONE_ABBREVIATION = SHORT;
/** A zone that a text names without a time beside it. */
export const ZONE_ALONE = `(?<![\\w+-])(?:(?:UTC|GMT)[+-]\\d{1,2}(?::\\d{2})?(?!\\w)|(?:${SHORT}|${NAMED})(?![\\w-]))`;

/** Zones that are no word in small letters, so that "03:00 utc" of somebody in a hurry is read. */
const NO_WORD = /^(?:utc|gmt|cest|cet|pst|pdt|mst|mdt|cst|cdt|edt|bst|eet|eest|jst|kst|sgt|hkt|aest|aedt)/;

/** One name for a zone however it is written; nothing for a word in small letters ("2 pm et al."). */
export function zoneOf(written: string | undefined): string | undefined {
  const zone = written?.replace(/[()]/g, '').trim();
  if (!zone) return undefined;
  const [, sign, hours = '', minutes = '0'] = /^(?:UTC|GMT)?\s?([+-])(\d{1,2}):?(\d{2})?$/i.exec(zone) ?? [];
  if (sign) {
    const total = Number(hours) * 60 + Number(minutes);
    return total === 0 ? 'UTC' : `${sign}${total}`;
  }
  if (zone.includes('/')) {
    const place = zone.slice(zone.indexOf('/') + 1);
    return CITIES[place.toLowerCase()] ?? `${place.charAt(0)}T`;
  }
  if (/\s/.test(zone)) return initialsOf(zone.replace(/^US\s/, ''));
  const name = zone.toUpperCase();
  if (zone !== name && !NO_WORD.test(zone)) return undefined;
  return name === 'GMT' || name === 'Z' ? 'UTC' : name;
}

/** "Eastern Standard Time" is EST, and Coordinated Universal Time the one that is not so called. */
function initialsOf(name: string): string {
  const initials = name.replace(/(\w)\w*\s?/g, '$1').toUpperCase();
  return initials === 'CUT' || initials === 'GMT' ? 'UTC' : initials;
}

/** Names that several countries give to clocks of their own, Dublin and Delhi for instance. */
const SEVERAL = new Set(['IST', 'BST', 'CST']);

/** Minutes from UTC of a zone that nobody can take for another one. */
export const certainOffsetOf = (zone: string): number | undefined =>
  SEVERAL.has(zone) ? undefined : offsetOf(zone);

/** Those abbreviations, for a pattern. */
export const CERTAIN_ZONE = Object.keys(OFFSETS)
  .filter((name) => !SEVERAL.has(name))
  .sort((a, b) => b.length - a.length)
  .join('|');

/** Minutes from UTC, where the name alone says it. */
export const offsetOf = (zone: string): number | undefined =>
  /^[+-]\d+$/.test(zone) ? Number(zone) : OFFSETS[zone];

/** The names under which a zone is found: a generic one ("PT") stands for both of its own. */
export const zoneKeys = (zone: string): string[] =>
  [zone, ...(GENERIC[zone] ?? [])].map((name) => `z:${name}`);

/** Whether two names can be one clock: PT is PST or PDT, and EST is not CDT. */
export const sameZone = (one: string, other: string): boolean =>
  one === other || GENERIC[one]?.includes(other) === true || GENERIC[other]?.includes(one) === true;
