import { controlCharacterAt, withoutControlCharacters } from '../../../domain/text';

/** Colours and cursor movements as terminals send them: ESC [ … letter. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const TERMINAL_CODES = /\u001b\[[0-9;?]*[A-Za-z]/g;

/** Whether a text holds characters that nobody can see and that must not be stored. Line breaks of any kind are fine. */
export const hasControlCharacters = (text: string): boolean =>
  controlCharacterAt(text.replace(/\r\n?/g, '\n')) >= 0;

/** The text as its author sees it: without control characters, and without the colours of a terminal. */
export const visibleText = (text: string): string =>
  withoutControlCharacters(text.replace(TERMINAL_CODES, ''));
