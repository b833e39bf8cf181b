/*
 * What a draft may neither add nor lose, as plain strings: figures with what is glued to them, identifiers,
 * code and addresses. Cruder than the fact check of the product, which judges meaning; this only counts.
 */

import { withoutQuestions } from '../../../../domain/todo';

const LIST_NUMBER = /^[ \t]*\d{1,9}[.)](?=\s|$)/gm;
const VALUE =
  /https?:\/\/[^\s<>)\]"'`]+|[\p{L}\p{N}_]+(?:(?:[-.:/_#+]|,(?=\p{N}))[\p{L}\p{N}_]+)*|[#$€£~<>]{1,3}\d[\p{N}.,:]*%?/gu;
/** A token is a value when it holds a figure, or is written as no ordinary word is. */
const TELLING = /\p{N}|_|\p{Ll}\p{Lu}|:\/\/|\p{L}\.\p{L}{2,}|^\p{Lu}{2,}$/u;

/** The values of a text; questions and the numbers of list items are none. */
export function valuesIn(text: string): Set<string> {
  const bare = withoutQuestions(text).replace(LIST_NUMBER, ' ');
  return new Set((bare.match(VALUE) ?? []).filter((token) => TELLING.test(token)));
}

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;

/** The words of a text in lower case, without questions. */
export const wordsIn = (text: string): string[] =>
  (withoutQuestions(text).match(WORD) ?? []).map((word) => word.toLowerCase());

/** How many of `wanted`'s words, counted with repetition, are in `found`. */
export function sharedWords(wanted: readonly string[], found: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of found) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of wanted) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    shared++;
  }
  return shared;
}
