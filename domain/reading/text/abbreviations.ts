import { MONTH_NAME } from '../times/calendar';

/** After these a full stop ends nothing, whoever splits the text. */
export const NEVER_END =
  'e.g i.e eg ie cf vs approx ca circa fig resp incl excl esp avg temp dept acc ver vol mr mrs ms dr prof nr viz'.split(
    ' ',
  );

/** Without "on" before it "15.4" is a version or a figure, unless nothing else stands before. */
const DATE_BEFORE = new RegExp(
  `(?:^|[\\s(])(?:\\d{1,2}(?:st|nd|rd|th)?|(?<month>since|in|until|till|from|by|of|last|early|late|mid)) (?:${MONTH_NAME})$|(?<=^\\s*|\\b(?:on(?: the)?|since|until|till|by|\\w*day),? )(?:0?[1-9]|[12]\\d|3[01])\\.(?:0?[1-9]|1[0-2])$`,
  'i',
);
/** A name in full has no full stop of its own. */
const SHORTENED = /(?:\d|\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec))$/i;
const YEAR = /^(?:19|20)\d\d\b/;
/** What a day goes on with: a time, or a part of the day. A capital begins a sentence. */
const OF_THE_DAY =
  /^(?:(?:(?:at|around|about) )?~?\d{1,2}(?:[:.h]\d\d|\s?[apAP]\.?[mM]\b)|(?:at |around )?(?:noon|midnight)\b|(?:(?:in the )?(?:early |late )?|early in the |late at |at )(?:morning|afternoon|evening|night)\b)/;

/**
 * Whether the full stop behind "on 3 mar" or "on 28.01" ends a sentence; undefined where no day stands before
 * it. Behind a date that stands alone ("3 mar. nothing lost") it ends none.
 * @param before the sentence so far, without the full stop
 */
export function dateEndsSentence(before: string, next: string): boolean | undefined {
  const date = DATE_BEFORE.exec(before);
  if (!date) return undefined;
  if (!/\p{L}/u.test(before.slice(0, date.index))) return false;
  if (!SHORTENED.test(before)) return true;
  return !YEAR.test(next) && (date.groups?.month !== undefined || !OF_THE_DAY.test(next));
}
