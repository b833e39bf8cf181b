import { hourOfDay, MONTH_NAME, monthOf, weekdayOf } from './calendar';
import { ZONE_NAME } from './zones';

/** A moment as it is told. Offsets are UTF-16 units in the source. */
export interface Moment {
  /** The whole phrase, with its day and zone and the preposition before it: `by 13:40`, `wed 11:20`. */
  start: number;
  end: number;
  /** The preposition, in small letters: `at`, `by`, `since`, `until`, `about` … or `''`. */
  preposition: string;
  /** The phrase without it, as written: `wed 11:20`, `03:00 utc sun`. */
  told: string;
  /** Minutes of the day, of the first time when the phrase is a range. */
  minutes: number;
  /** 0 to 6 from Sunday, when a weekday is told. */
  weekday: number | null;
  /** A number that grows with the date, when one is told: year × 10,000 + month × 100 + day, year 0 if not told. */
  date: number | null;
}

const MONTH = `(?:${MONTH_NAME})`;
const WEEKDAY =
  '(?:sun(?:day)?|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?)';
/** "02:14-06:40" is from one time to another, and so is "02:00-06:00": an offset stands behind seconds, a day or a blank. */
const BEHIND_A_STAMP = '(?<=\\s|\\dT[\\d:.,]+|:\\d\\d:\\d\\d(?:[.,]\\d+)?)';
const LOCAL = 'local(?: time\\b|(?=[,.;)]|$))';
const ZONE = `${LOCAL}|(?:${ZONE_NAME})(?:\\s?[+-]\\d{1,2}(?::?\\d{2})?)?|\\+\\d{2}:?\\d{2}|${BEHIND_A_STAMP}-0\\d:?\\d{2}|(?<=\\dT[\\d:.,]+)-1[0-2]:?\\d{2}`;
const ISO_DATE = '\\d{4}[-/]\\d{2}[-/]\\d{2}';
const DATE = `(?:${ISO_DATE}|\\d{1,2}(?:st|nd|rd|th)? ${MONTH}(?:\\.(?=\\s~?\\d)|,? \\d{4})?|${MONTH}\\.? \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?)`;
const DAY = `(?:(?:${WEEKDAY},? )?${DATE}|${WEEKDAY}|today|yesterday|(?:the )?next (?:day|morning)|(?:the )?same day)`;
/** "16.05h", "9h30" and "1542 utc", as they are written where no colon is used. */
const WITHOUT_COLON = `(?:[01]?\\d|2[0-3])\\.[0-5]\\d\\s?h(?:rs?)?\\b|(?:[01]?\\d|2[0-3])h[0-5]\\d\\b|(?:[01]\\d|2[0-3])[0-5]\\d(?=\\s?(?:UTC|GMT|Z|CES?T)\\b)`;
/** "2-3pm", "from 2 to 3 pm", "between 2 and 3 pm": the half of the day is told once, behind the second hour. */
const HOUR = '(?:1[0-2]|0?[1-9])';
const HALF_TOLD_BEHIND = `(?:${HOUR}(?=\\s?(?:-|–|—|to|until|till)\\s?${HOUR}(?:[:.][0-5]\\d)?\\s?[ap]\\.?m\\b)|(?<=between )${HOUR}(?=\\sand\\s${HOUR}(?:[:.][0-5]\\d)?\\s?[ap]\\.?m\\b))`;
const CLOCK = `${HALF_TOLD_BEHIND}|(?:[01]?\\d|2[0-4]):[0-5]\\d(?::[0-5]\\d(?:[.,]\\d{1,9})?)?(?:\\s?[ap]\\.?m\\b\\.?)?|(?:1[0-2]|0?[1-9])(?:\\.[0-5]\\d)?\\s?(?:[ap]m\\b|[ap]\\.m\\b\\.?)|${WITHOUT_COLON}|(?:12 )?noon\\b|midday\\b|(?<!after-)midnight\\b`;
const NUMBERED_DAY = `(?:on )?(?:the )?${DAY}`;
/** Words before a moment that belong to it. */
const PREPOSITIONS =
  'abt|at about|at around|at approximately|from about|from around|by about|since about|until about|till about|shortly after|shortly before|just after|just before|at|by|since|until|till|til|from|around|about|approximately|approx\\.?|roughly|circa|ca\\.?|after|before|as of|starting at|starting|between|on';
const RANGE = `(?:\\s?(?:-|–|—|to|until|till|and)\\s?~?(?:${CLOCK})(?:\\s?(?:\\((?:${ZONE})\\)|(?:${ZONE}))(?!\\w|:\\S))?)`;

const PHRASE = new RegExp(
  `(?<![\\w:./-])(?:(?<prep>@(?=\\s?~?\\d)|(?:${PREPOSITIONS})(?=\\s))\\s*)?(?<told>~?(?:(?<before>${NUMBERED_DAY})(?:,|\\sat|T)?\\s?(?:at )?(?:about |around )?)?~?(?<clock>${CLOCK})(?:-?ish\\b|\\s(?:sharp|flat|on the dot)\\b)?(?:\\s?(?:\\((?:${ZONE})\\)|(?:${ZONE}))(?!\\w|:\\S))?(?<range>${RANGE})?(?:(?:,)?\\s(?<after>${NUMBERED_DAY})(?![\\w:]))?)`,
  'gi',
);
/** What follows a figure with a colon when it is no time of day: `2:30 minutes`, `4:3 ratio`. */
const NO_CLOCK_AFTER = /^\s?(?:min(?:ute)?s?\b|hours?\b|hrs?\b|h\b|ratio\b|%)/i;
const LONGEST_TAIL = 16;

/** The moments of the day that a stretch of text tells, in order. Durations are none. */
export function momentsIn(text: string, offset = 0): Moment[] {
  const found: Moment[] = [];
  for (const match of text.matchAll(PHRASE)) {
    const { prep = '', before, clock = '', range = '', after } = match.groups as Record<string, string>;
    let { told = '' } = match.groups as Record<string, string>;
    let end = match.index + match[0].length;
    // "at 10:00 and 10:05" are two moments; "between 10:00 and 10:05" is one span.
    if (/^\s?and/i.test(range) && prep.toLowerCase() !== 'between') {
      const cut = match[0].indexOf(range);
      end = match.index + cut;
      told = told.slice(0, told.indexOf(range));
    }
    const behind = text.slice(end, end + LONGEST_TAIL);
    if (NO_CLOCK_AFTER.test(behind)) continue;
    if (
      IN_HOURS.test(clock) &&
      isLength({
        ...{ clock, prep, before, after, behind },
        ahead: text.slice(Math.max(0, match.index - LONGEST_TAIL), match.index),
      })
    )
      continue;
    const minutes = minutesOf(clock, range);
    if (minutes === null) continue;
    const day = before ?? after ?? '';
    found.push({
      start: offset + match.index,
      end: offset + end,
      preposition: prep === '@' ? 'at' : prep.toLowerCase(),
      told,
      minutes,
      weekday: weekdayIn(day),
      date: dateOf(day),
    });
  }
  return found;
}

/**
 * "2h40" is a length and "16.05h" a time of day, unless what stands beside it says otherwise. "9h45" is a time only
 * where a line or a label puts it first, or behind what happens at one: "started 10h15".
 */
function isLength(told: {
  clock: string;
  prep: string;
  /** The day in front of it, and the day after it. */
  before: string | undefined;
  after: string | undefined;
  /** What stands in front of all of it, and behind. */
  ahead: string;
  behind: string;
}): boolean {
  const { clock, prep, before, after, ahead, behind } = told;
  if (before || /^(?:@|at|on|since|until|till|til|from)$/i.test(prep)) return false;
  if (Number.parseInt(clock, 10) < EARLIEST_BARE_HOUR || LASTING.test(ahead)) return true;
  return /\dh\d/i.test(clock) && (OF_WHAT.test(behind) || !(prep || after || LEADS.test(ahead)));
}

const IN_HOURS = /\dh|\d h/i;
/** An outage of so many hours is rarer than notes taken in the morning. */
const EARLIEST_BARE_HOUR = 7;
const LASTING =
  /(?:\b(?:for|in|took|takes|taken|lasted|lasts|of|over|within|than|another|to|total|downtime|outage|duration|length|ttr|mttr)(?:\s(?:was|is|of))?\s?[:=]?|[~≈<>])\s*$/i;
/** What stands before a time that leads its line, or a part of it. */
const LEADS =
  /(?:^|[\n:;,.([|–—]|\b(?:started|began|ended|finished|detected|noticed|fixed|resolved|restored))[\s*_>|([-]*$/i;
const OF_WHAT = /^\s(?:of|long|later|in total|total|outage|downtime)\b/i;

/** @param range what follows to the end of a span; it may tell the half of the day for both of its ends */
function minutesOf(clock: string, range: string): number | null {
  if (/noon|midday/i.test(clock)) return 720;
  if (/midnight/i.test(clock)) return 0;
  const [, hours, minutes = '0', half] = /^(\d{1,2})(?:[:.h]?(\d{2}))?[^ap]*([ap])?/i.exec(clock) ?? [];
  const said = Number(hours);
  if (Number.isNaN(said) || said > 24) return null;
  const last = /^\d{1,2}$/.test(clock) ? /(\d{1,2})[^ap]*([ap])/i.exec(range) : null;
  const hour = last ? hourBefore(said, Number(last[1]), last[2]) : hourOfDay(said, half) % 24;
  return hour * 60 + Number(minutes);
}

/** "11 to 1 pm" begins before noon. */
function hourBefore(said: number, end: number, half: string | undefined): number {
  const hour = hourOfDay(said, half) % 24;
  return hour <= hourOfDay(end, half) % 24 ? hour : (hour + 12) % 24;
}

function weekdayIn(day: string): number | null {
  const name = new RegExp(`\\b${WEEKDAY}\\b`, 'i').exec(day)?.[0];
  return name ? weekdayOf(name) : null;
}

function dateOf(day: string): number | null {
  const iso = /(\d{4})[-/](\d{2})[-/](\d{2})/.exec(day);
  if (iso) return Number(iso[1]) * 10_000 + Number(iso[2]) * 100 + Number(iso[3]);
  const month = new RegExp(`\\b${MONTH}\\b`, 'i').exec(day)?.[0];
  const number = /\b(\d{1,2})(?:st|nd|rd|th)?\b(?!\d)/.exec(day)?.[1];
  if (!month || !number) return null;
  const year = /\b(\d{4})\b/.exec(day)?.[1];
  return Number(year ?? 0) * 10_000 + monthOf(month) * 100 + Number(number);
}
