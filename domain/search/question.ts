import { rootOf } from '../reading/words/stems';
import { folded } from '../text';
import { PLACE_LETTERS } from './keys';
import { tokensOf } from './words';

/** One thing that a document must have, or must not. */
export interface Asked {
  /** As it was typed, folded. */
  word: string;
  /** Read from the index is what begins with this; the word itself or a shorter stem of it. */
  stem: string;
  /** All of them together stand for the word as well: `err`, `conn` and `reset` for `err_conn_reset`. */
  parts: readonly string[];
  isExcluded: boolean;
}

/** What somebody looks for. */
export interface Question {
  asked: readonly Asked[];
  /** Word for word, folded, from within quotation marks. */
  phrases: readonly string[];
}

/** More words than that make no question. */
const MOST_ASKED = 10;
const QUOTED = /["“”„«]([^"“”„«»]+)["“”„«»]/gu;
const EXCLUDED = /(?:^|\s)-(?=[\p{L}\p{N}])\S+/gu;
/** A stem that is shorter says too little. */
const SHORTEST_STEM = 4;
const PLAIN_WORD = /^\p{L}+$/u;
/** What Italian words end with, in singular and plural. */
const ITALIAN_END = /[aeio]$/;

/** Reads what was typed into the field of a search: words, "a phrase", and -what must not be there. */
export function readQuestion(typed: string): Question {
  const phrases = [...typed.matchAll(QUOTED)].map(([, phrase = '']) => plain(phrase)).filter(Boolean);
  const unquoted = typed.replaceAll(/["“”„«»]/gu, ' ');
  const excluded = [...unquoted.matchAll(EXCLUDED)].map(([word]) => word.trim().slice(1));
  const asked = [
    ...tokensOf(unquoted.replaceAll(EXCLUDED, ' ')).map((token) => ask(token, false)),
    ...excluded.flatMap(tokensOf).map((token) => ask(token, true)),
  ].filter(({ word }) => word.length >= PLACE_LETTERS);
  const once = new Map(asked.map((one) => [`${one.word} ${one.isExcluded}`, one]));
  return { asked: [...once.values()].slice(0, MOST_ASKED), phrases };
}

const plain = (phrase: string): string => folded(phrase).replaceAll(/\s+/g, ' ').trim();

/** One word of a text as something that a document must have, or must not. */
export function ask(
  { whole, parts }: { whole: string; parts: readonly string[] },
  isExcluded: boolean,
): Asked {
  const told = parts.filter((part) => /\p{L}/u.test(part));
  return { word: whole, stem: stemFor(whole), parts: told.length > 1 ? told : [], isExcluded };
}

/** What the word and its inflections begin with. */
function stemFor(word: string): string {
  if (!PLAIN_WORD.test(word)) return word;
  // What is read of the index must be a beginning of the word: "ran" is not found by "run".
  const root = rootOf(word);
  if (root.length >= SHORTEST_STEM && root.length < word.length && word.startsWith(root)) return root;
  const italian = word.replace(ITALIAN_END, '');
  return italian.length >= SHORTEST_STEM ? italian : word;
}

/** How well a word of a document answers one that is asked for; 0 when it does not. */
export function nearness(asked: Pick<Asked, 'word' | 'stem'>, word: string): 0 | 1 | 2 | 3 {
  if (word === asked.word) return 3;
  if (word.startsWith(asked.word) && asked.word.length > PLACE_LETTERS) return 2;
  if (asked.stem === asked.word || !PLAIN_WORD.test(word)) return 0;
  const isInflected = rootOf(word) === rootOf(asked.word);
  const isItalian = word.replace(ITALIAN_END, '') === asked.word.replace(ITALIAN_END, '');
  return isInflected || isItalian ? 1 : 0;
}
