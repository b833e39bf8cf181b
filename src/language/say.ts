import type { CountedPhrase, Phrase } from './italian';
import type { Slots } from './phrases';
import { locale, spokenWords } from './spoken';

type Value = string | number;
/** What stands in the braces of a phrase; nothing where it has none. */
export type Filling<English extends string, V = Value> = [Slots<English>] extends [never]
  ? []
  : [Readonly<Record<Slots<English>, V>>];

type CountFilling<English extends string> = [Exclude<Slots<English>, 'n'>] extends [never]
  ? []
  : [Readonly<Record<Exclude<Slots<English>, 'n'>, Value>>];

/** A phrase in the language of the screen. One that is not in the catalogue does not compile. */
export function say<English extends Phrase>(english: English, ...[values]: Filling<English>): string {
  return filled(phraseFor(english), values);
}

/**
 * A phrase that counts. The number stands in it as `{n}`, written as the language of the screen writes numbers.
 * @param one how English says it of one
 */
export function sayCount<English extends CountedPhrase>(
  count: number,
  one: string,
  english: English,
  ...[values]: CountFilling<English>
): string {
  const forms = spokenWords()?.phrases[english];
  const isOne = forms ? new Intl.PluralRules(locale()).select(count) === 'one' : count === 1;
  const known = typeof forms === 'object' ? forms : { one, other: english };
  return filled(isOne ? known.one : known.other, { n: numberWords(count), ...values });
}

/**
 * A text of Nevermore's own that is made elsewhere in English, such as a label or a remark of the domain. What the
 * language of the screen does not know, such as what a server refused with, stays as it is.
 */
export const translated = (text: string): string => spokenWords()?.translated(text) ?? text;

/** A whole number, as the language of the screen writes it. */
export const numberWords = (count: number): string => count.toLocaleString(locale());

/** What stands behind a bar tells apart what English says in one word, and is not shown. */
const shownOf = (english: string): string => english.split('|')[0] as string;

/** The phrase with its slots still open. */
export function phraseFor(english: string): string {
  const known = spokenWords()?.phrases[english];
  return typeof known === 'string' ? known : shownOf(english);
}

const filled = (phrase: string, values?: Readonly<Record<string, Value>>): string =>
  values ? phrase.replace(/\{(\w+)\}/g, (_, slot: string) => String(values[slot])) : phrase;
