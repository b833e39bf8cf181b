import { nearness } from '../search/question';
import { type Word, wordsAlong } from '../search/words';
import type { Passage } from './passage';
import type { AskedWord } from './question';
import { labelOf } from './section';

/** How many documents of the archive have each word of a question, and how many there are. */
export interface Rarity {
  documents: number;
  having: ReadonlyMap<AskedWord, number>;
}

/** What an exact match of an identifier counts beside a plain word that is as rare. */
const IDENTIFIER_WEIGHT = 3;
/** What a word counts that stands in the title or the service of a passage, and not in itself. */
const ABOUT = 0.4;
/** By how well a word of a text answers: an inflection, a beginning, the very word. */
const NEAR = [0, 0.6, 0.7, 1] as const;
/** How soon saying a word again stops to count, and how much a long passage is held back (BM25). */
const SATURATION = 1.2;
const LENGTH = 0.5;
const USUAL_WORDS = 120;

/** What one word counts, by how rare it is. */
export function weightOf(word: AskedWord, { documents, having }: Rarity): number {
  const rarity = Math.log(1 + (documents + 1) / ((having.get(word) ?? 0) + 0.5));
  return rarity * (word.isIdentifier ? IDENTIFIER_WEIGHT : 1);
}

/** A passage with how much of the question it has, and which of its words. */
export interface WordMatch {
  passage: Passage;
  worth: number;
  words: string[];
}

/** The passages that have words of a question, the best first. */
export function rankByWords(
  passages: readonly Passage[],
  asked: readonly AskedWord[],
  rarity: Rarity,
): WordMatch[] {
  const countsIn = counting(asked);
  const known = new Map<string, Counts>();
  /** Of what many passages have in common. */
  const once = (text: string): Counts => {
    const counts = known.get(text) ?? countsIn(text).counts;
    known.set(text, counts);
    return counts;
  };
  const weights = new Map(asked.map((word) => [word, weightOf(word, rarity)]));
  return passages
    .map((passage): WordMatch => {
      const told = once(`${passage.title}\n${passage.service}`);
      const label = once(labelOf(passage.section));
      const { counts, length } = countsIn(passage.text);
      let worth = 0;
      for (const word of asked) {
        const count = counts.get(word) ?? 0;
        const long = 1 - LENGTH + LENGTH * (length / USUAL_WORDS);
        const said = (count * (SATURATION + 1)) / (count + SATURATION * long);
        const beside = ABOUT * Math.min(1, (told.get(word) ?? 0) + (label.get(word) ?? 0));
        worth += (weights.get(word) ?? 0) * Math.max(said, beside);
      }
      const words = asked.filter((word) => counts.has(word)).map(({ said }) => said);
      return { passage, worth, words };
    })
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth);
}

/** Which words of a question stand in a text. */
export const wordsIn = (text: string, asked: readonly AskedWord[]): string[] => {
  const { counts } = counting(asked)(text);
  return asked.filter((word) => counts.has(word)).map(({ said }) => said);
};

type Counts = ReadonlyMap<AskedWord, number>;
type Count = (text: string) => { counts: Counts; length: number };

/** Of a text without such characters, small letters are all that folding makes. */
const BEYOND_ASCII = /[^\s!-~]/;
const NOTHING = { counts: new Map<AskedWord, number>(), length: 0 };

/** Which words of a question one word of a text answers, and what that counts. */
type Answers = readonly (readonly [AskedWord, number])[];

/**
 * How often each word of a question stands in a text, inexact ones as parts of one; and how many words the text has.
 * Texts repeat the same few thousand words: what one says of the question is found out once for all texts.
 */
function counting(asked: readonly AskedWord[]): Count {
  const known = new Map<Word, Answers>();
  const ofParts = asked.filter(({ parts }) => parts.length > 0);
  const signs = [...asked.map(({ stem }) => stem), ...ofParts.flatMap(({ parts }) => parts[0] ?? [])];
  return (text) => {
    if (!BEYOND_ASCII.test(text)) {
      // Most passages of a document have none of the words, and letters are found much sooner than words are read.
      const small = text.toLowerCase();
      if (!signs.some((sign) => small.includes(sign))) return NOTHING;
    }
    const counts = new Map<AskedWord, number>();
    const words = wordsAlong(text);
    for (const word of words) {
      let answers = known.get(word);
      if (!answers) {
        answers = answersOf(word, asked);
        known.set(word, answers);
      }
      for (const [one, count] of answers) counts.set(one, (counts.get(one) ?? 0) + count);
    }
    // What an identifier is made of stands for it, for less.
    const isHeld = (part: string) => words.some(({ whole, parts }) => whole === part || parts.includes(part));
    for (const one of ofParts) if (!counts.has(one) && one.parts.every(isHeld)) counts.set(one, 0.3);
    return { counts, length: words.length };
  };
}

function answersOf({ whole, parts }: Word, asked: readonly AskedWord[]): Answers {
  return asked.flatMap((one) => {
    let near = nearnessOf(one, whole);
    for (const part of parts) near = Math.max(near, nearnessOf(one, part));
    const count = NEAR[near as 0 | 3];
    return count > 0 ? [[one, count] as const] : [];
  });
}

/** Most words of a text begin otherwise, as the index of words has it too; those are not looked at. */
const nearnessOf = (asked: AskedWord, word: string): number =>
  word.startsWith(asked.stem) ? nearness(asked, word) : 0;
