import { nearness } from '../search/question';
import { tokensOf } from '../search/words';
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
  const known = new Map<string, Counts>();
  /** Of what many passages have in common. */
  const once = (text: string): Counts => {
    const counts = known.get(text) ?? countsIn(text, asked).counts;
    known.set(text, counts);
    return counts;
  };
  const weights = new Map(asked.map((word) => [word, weightOf(word, rarity)]));
  return passages
    .map((passage): WordMatch => {
      const told = once(`${passage.title}\n${passage.service}`);
      const label = once(labelOf(passage.section));
      const { counts, length } = countsIn(passage.text, asked);
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
  const { counts } = countsIn(text, asked);
  return asked.filter((word) => counts.has(word)).map(({ said }) => said);
};

type Counts = ReadonlyMap<AskedWord, number>;

/** How often each word stands in a text, inexact ones as parts of one; and how many words it has. */
function countsIn(text: string, asked: readonly AskedWord[]): { counts: Counts; length: number } {
  const counts = new Map<AskedWord, number>();
  const tokens = tokensOf(text);
  const isHeld = (part: string) => tokens.some((token) => token.whole === part || token.parts.includes(part));
  for (const word of asked) {
    let count = 0;
    for (const { whole, parts } of tokens) {
      let near = nearnessOf(word, whole);
      for (const part of parts) near = Math.max(near, nearnessOf(word, part));
      count += NEAR[near as 0 | 3];
    }
    // What an identifier is made of stands for it, for less.
    if (count === 0 && word.parts.length > 0 && word.parts.every(isHeld)) count = 0.3;
    if (count > 0) counts.set(word, count);
  }
  return { counts, length: tokens.length };
}

/** Most words of a text begin otherwise, as the index of words has it too; those are not looked at. */
const nearnessOf = (asked: AskedWord, word: string): number =>
  word.startsWith(asked.stem) ? nearness(asked, word) : 0;
