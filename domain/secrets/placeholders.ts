import type { PlaceholderLabel } from './span';

/** Marks that models put around or into a placeholder: emphasis, code, escapes. */
const MARKS = '[ *_`\\\\]{0,3}';
const JOINT = '[ \\t_\\\\\\-\\u2010-\\u2015\\u2212*]{1,4}';
const LOOSE_JOINT = '[ \\t_\\\\\\-\\u2010-\\u2015\\u2212*]{0,4}';
const CORE = (joint: string) => `HELD${joint}(SECRET|E-?MAIL|PHONE|CARD|IBAN|SSN|IP)S?${joint}#?(\\d{1,6})`;

/** A placeholder as models repeat it: other case, spaces or dashes, with or without its brackets. */
const PLACEHOLDER = () =>
  new RegExp(
    `\\\\?\\[${MARKS}${CORE(LOOSE_JOINT)}${MARKS}\\]|(?<![\\p{L}\\d])${CORE(JOINT)}(?![\\p{L}\\d])`,
    'giu',
  );

/** Every number that a placeholder's beginning could be read with; these are the author's own and stay free. */
const AUTHORS_OWN = () => new RegExp(CORE(LOOSE_JOINT), 'giu');

export const placeholderOf = (label: PlaceholderLabel, number: number): string => `[HELD-${label}-${number}]`;

/** The parts of a placeholder in its proper spelling. */
export const numberOf = (placeholder: string): number => Number(/\d+/.exec(placeholder)?.[0]);
export const labelOf = (placeholder: string): PlaceholderLabel =>
  (/^\[HELD-([A-Z]+)-/.exec(placeholder)?.[1] ?? 'SECRET') as PlaceholderLabel;

/** Whether a placeholder stands for a key, a password or a token. */
export const isSecret = (placeholder: string): boolean => labelOf(placeholder) === 'SECRET';

/** A placeholder found in a text. `placeholder` is its proper spelling. */
interface FoundPlaceholder {
  placeholder: string;
  start: number;
  end: number;
}

/** The placeholders in a text, however they are spelt. */
export function placeholdersIn(text: string): FoundPlaceholder[] {
  const found: FoundPlaceholder[] = [];
  for (const match of text.matchAll(PLACEHOLDER())) {
    const [whole, labelInBrackets, numberInBrackets, label, number] = match;
    // "we held email 2 back" is English; a bare placeholder keeps its capitals or its dashes.
    if (label !== undefined && !/^HELD/.test(whole) && !/^held[^ ]/i.test(whole)) continue;
    const spelt = (labelInBrackets ?? label ?? '').toUpperCase().replace('-', '');
    const placeholder = `[HELD-${spelt}-${Number(numberInBrackets ?? number)}]`;
    // An opening bracket is only escaped if the closing one is; else the backslash is the author's.
    const notOurs = whole.startsWith('\\') && !whole.endsWith('\\]') ? 1 : 0;
    found.push({ placeholder, start: match.index + notOurs, end: match.index + whole.length });
  }
  return found;
}

/**
 * Numbers that the text already uses in something like a placeholder, with each of their beginnings:
 * where a secret ends the number, a shorter one is left.
 */
export function numbersInUse(text: string): Set<number> {
  const used = new Set<number>();
  for (const [, , digits = ''] of text.matchAll(AUTHORS_OWN()))
    for (let length = 1; length <= digits.length; length++) used.add(Number(digits.slice(0, length)));
  return used;
}
