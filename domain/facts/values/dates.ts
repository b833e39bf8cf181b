import { MONTH_NAME, monthOf, weekdayOf } from '../../reading/times/calendar';
import type { Collector, Fact, Found } from './fact';
import { DIGIT_FIRST, FOUR_DIGITS, ONE_OR_TWO_DIGITS } from './runs';
import { MONTH as NAMES_A_MONTH, WEEKDAY } from './vocabulary';

const MONTH = `(?:${MONTH_NAME})\\.?`;
const YEAR = '(?:(?:,\\s?|\\s|-)((?:19|20)\\d{2})(?![\\w:%]|\\.\\d))?';

const isDay = (month: number, day: number): boolean => month >= 1 && month <= 12 && day >= 1 && day <= 31;
const fullYear = (year: string): number => (year.length === 2 ? 2000 + Number(year) : Number(year));

/** A date under each reading that its figures allow, and its year for others to lean on. */
function date(readings: [month: number, day: number][], year: string | undefined): Found | Found[] | null {
  const keys = [...new Set(readings.filter(([m, d]) => isDay(m, d)).map(([m, d]) => `d:${m}-${d}`))];
  if (keys.length === 0) return null;
  if (year === undefined) return { kind: 'date', keys };
  const known = fullYear(year);
  return [
    { kind: 'date', keys, year: known },
    { kind: 'date', keys: [`y:${known}`, `n:${known}`], weak: true },
    ...readings.map(([month]): Found => ({ kind: 'date', keys: [`my:${month}-${known}`], weak: true })),
  ];
}

const MONTH_DAY = new RegExp(
  `(?<!\\w)(${MONTH})[\\s-](?:the\\s)?(\\d{1,2})(?:st|nd|rd|th)?(?![\\w:%]|\\.\\d|,\\d{3}(?!\\d))${YEAR}`,
  'iy',
);
const DAY_MONTH = new RegExp(
  `(?<![\\w.:])(\\d{1,2})(?:st|nd|rd|th)?(?:\\s?of)?[\\s-](${MONTH})(?!\\w)${YEAR}`,
  'iy',
);
const MONTH_YEAR = new RegExp(
  `(?<!\\w)(${MONTH})(?:,|\\sof)?[\\s-]((?:19|20)\\d{2})(?![\\w:%]|\\.\\d)`,
  'iy',
);

const DAY_OF_LIST = '\\d{1,2}(?:st|nd|rd|th)?';
const LIST_OF_DAYS = `${DAY_OF_LIST}(?:,\\s?${DAY_OF_LIST}){0,6}(?:,?\\s(?:and|or|to|through|until)\\s|\\s?-\\s?)${DAY_OF_LIST}`;
const DAYS_OF_MONTH = new RegExp(
  `(?<![\\w.:,-])(${LIST_OF_DAYS})(?:\\sof)?\\s(${MONTH})(?!\\w)${YEAR}`,
  'iy',
);
const MONTH_OF_DAYS = new RegExp(
  `(?<!\\w)(${MONTH})\\s(${LIST_OF_DAYS})(?![\\w:%]|[.,]\\d|\\s[a-z])${YEAR}`,
  'iy',
);

/** "2, 3 and 4 May 2021": a date for each day. */
function daysOf(
  match: RegExpExecArray,
  days: string,
  month: string,
  form: 'day first' | 'month first',
): Found[] | null {
  const [whole, , , year] = match;
  if (!isMonth(month, match, form)) return null;
  const offset = whole.indexOf(days);
  const found = [...days.matchAll(/\d{1,2}(?:st|nd|rd|th)?/gi)].flatMap(({ index, 0: day }) => {
    const one = date([[monthOf(month), Number.parseInt(day, 10)]], year);
    if (!one) return [];
    return [one]
      .flat()
      .map((fact): Found => ({ ...fact, from: offset + index, to: offset + index + day.length }));
  });
  return found.length > 0 ? found : null;
}

/** Dates in figures and in words, months of a year, years and weekdays. */
export function readDates(collector: Collector): void {
  // The time after the T stays for the clock times.
  collector.take(
    /(?<![\w.-])((?:19|20)\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?![\d]|[-.]\d)T?/y,
    ([, y, , m, d]) => date([[Number(m), Number(d)]], y),
    { at: [FOUR_DIGITS] },
  );
  collector.take(
    /(?<![\w.-])((?:19|20)\d{2})-(0[1-9]|1[0-2])(?![\w-]|\.\d)/y,
    ([, year, month]) => [
      { kind: 'date', keys: [`my:${Number(month)}-${year}`], year: Number(year) },
      { kind: 'date', keys: [`y:${year}`], weak: true },
    ],
    { at: [FOUR_DIGITS] },
  );
  collector.take(
    /(?<![\w./]|\d-)(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d{2}|\d{2})(?![\w/]|[.-]\d)/y,
    ([, a, , b, y]) =>
      date(
        [
          [Number(a), Number(b)],
          [Number(b), Number(a)],
        ],
        y,
      ),
    { at: [ONE_OR_TWO_DIGITS] },
  );
  collector.take(
    DAYS_OF_MONTH,
    (found) => daysOf(found, found[1] as string, found[2] as string, 'day first'),
    { needsRun: [NAMES_A_MONTH], at: [DIGIT_FIRST] },
  );
  collector.take(
    MONTH_OF_DAYS,
    (found) => daysOf(found, found[2] as string, found[1] as string, 'month first'),
    { at: [NAMES_A_MONTH] },
  );
  collector.take(
    MONTH_DAY,
    (found) => {
      const [, month = '', day, year] = found;
      return isMonth(month, found, 'month first') ? date([[monthOf(month), Number(day)]], year) : null;
    },
    { at: [NAMES_A_MONTH] },
  );
  collector.take(
    DAY_MONTH,
    (found) => {
      const [, day, month = '', year] = found;
      return isMonth(month, found, 'day first') ? date([[monthOf(month), Number(day)]], year) : null;
    },
    { needsRun: [NAMES_A_MONTH], at: [DIGIT_FIRST] },
  );
  collector.take(
    MONTH_YEAR,
    ([, month, year]) => [
      { kind: 'date', keys: [`my:${monthOf(month as string)}-${year}`], year: Number(year) },
      { kind: 'date', keys: [`y:${year}`, `n:${year}`], weak: true },
    ],
    { at: [NAMES_A_MONTH] },
  );
  shareYears(collector.facts, collector.reading.text);
  const weekday = ([name]: RegExpExecArray): Found => {
    return { kind: 'weekday', keys: [`wd:${weekdayOf(name)}`] };
  };
  collector.take(
    /(?<!\w)(?:(Sun|Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat)(?![\w-])\.?|(?:[Ss]un|[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur)days?(?!\w))/y,
    weekday,
    { at: [WEEKDAY] },
  );
  // Written small by somebody in a hurry; three of them are words as well, and need a time beside them.
  collector.take(/(?<![\w-])(?:mon|tues?|thu(?:rs?)?|fri)(?![\w'’-])/y, weekday, { at: [WEEKDAY] });
  collector.take(
    /(?<=\d:\d\d(?: ?[a-z]{2,4})?,? )(?:sun|wed|sat)(?![\w'’-])|(?<![\w-])(?:sun|wed|sat)(?= ~?\d{1,2}(?::\d\d|\s?[ap]m))/y,
    weekday,
    { at: [WEEKDAY] },
  );
}

/** "25 Dec - 2 Jan 2016": the year is said once for both, and New Year may lie between them. */
function shareYears(facts: readonly Fact[], text: string): void {
  const dates = facts.filter(({ kind, weak }) => kind === 'date' && !weak).sort((a, b) => a.from - b.from);
  for (const [index, date] of dates.entries()) {
    const next = dates[index + 1];
    if (!next?.year || date.year || next.from - date.to > LONGEST_JOINT) continue;
    if (!/^\s?(?:-|to|until|till|through)\s?$/i.test(text.slice(date.to, next.from))) continue;
    const [month, later] = [monthIn(date), monthIn(next)];
    if (month === undefined || later === undefined) continue;
    date.year = month > later ? next.year - 1 : next.year;
    date.sharesYear = true;
  }
}

const LONGEST_JOINT = 9;
const monthIn = ({ keys: [key = ''] }: Fact): number | undefined => {
  const month = /^d:(\d+)-/.exec(key)?.[1];
  return month === undefined ? undefined : Number(month);
};

/** "May" and "march", written small, are verbs as well: months only behind a word of time, or behind a day. */
function isMonth(
  name: string,
  { index, input }: RegExpExecArray,
  form: 'day first' | 'month first',
): boolean {
  if (!/^(?:may|mar(?:ch)?)$/.test(name)) return true;
  // "For 31 march": nobody marches behind a figure.
  if (form === 'day first' && (name !== 'may' || /^\d+(?:st|nd|rd|th)/.test(input.slice(index)))) return true;
  if (!/\b(?:on|for|since|until|till|by|from|of|before|after|between|the) $/i.test(input.slice(0, index)))
    return false;
  const after = input.slice(input.indexOf(name, index) + name.length);
  return (
    form === 'month first' ||
    /^(?:$|[.,;:)\n–-]|\s(?:at|on|in|and|to|until|till|when|from|[-–]|\d))/.test(after)
  );
}
