import { MONTH_NAME } from '../times/calendar';

/** After these a full stop ends nothing, whoever splits the text. */
export const NEVER_END =
  'e.g i.e eg ie cf vs approx ca circa fig resp incl excl esp avg temp dept acc ver vol mr mrs ms dr prof nr viz'.split(
    ' ',
  );

const DATE_BEFORE = new RegExp(
  `(?:^|[\\s(])(?:(?:\\d{1,2}(?:st|nd|rd|th)?|since|in|until|till|from|by|of|last|early|late|mid) (?:${MONTH_NAME})|(?:0?[1-9]|[12]\\d|3[01])\\.(?:0?[1-9]|1[0-2]))$`,
  'i',
);
/** What a date goes on with behind its full stop: its year, a time, or a part of the day. */
const OF_THE_DATE =
  /^(?:\d{4}\b|~?\d{1,2}[:.h]\d\d|~?\d{1,2}\s?[ap]\.?m\b|(?:at|around|about|early|late|in the (?:early |late )?(?:morning|afternoon|evening|night))\b)/i;

/**
 * Whether the full stop behind "on 3 mar" or "on 28.01" ends a sentence; undefined where no day stands before
 * it. Behind a date that stands alone ("3 mar. nothing lost") it ends none.
 * @param before the sentence so far, without the full stop
 */
export function dateEndsSentence(before: string, next: string): boolean | undefined {
  const date = DATE_BEFORE.exec(before);
  if (!date) return undefined;
  return /\p{L}/u.test(before.slice(0, date.index)) && !OF_THE_DATE.test(next);
}
