// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029]/g;

/** Where the first control character of a text stands (UTF-16 units), or -1. Tab and line breaks are fine. */
export function controlCharacterAt(text: string): number {
  CONTROL_CHARACTERS.lastIndex = 0;
  return CONTROL_CHARACTERS.exec(text)?.index ?? -1;
}

/** The text without control characters and with `\n` line breaks; for what is pasted from terminals. */
export const withoutControlCharacters = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(CONTROL_CHARACTERS, '');

/** Whether nothing is left once white space, invisible characters and bare Markdown marks are gone. */
export const isBlank = (text: string): boolean =>
  text.replace(/[\s\u00ad\u200b-\u200f\u2060-\u2064\ufeff#>*_\-~`]/g, '') === '';

/** Words as a reader counts them. */
export const wordCount = (text: string): number => text.trim().split(/\s+/).filter(Boolean).length;

/** A text without case and accents, to look something up in. */
export const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
