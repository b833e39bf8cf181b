import { SYNONYMS } from './synonyms';
import { type Word, wordsOf } from './words';

const LONGEST_PHRASE = 5;

/** Groups of synonyms, named by their first phrase, by the stems of each of their phrases. */
const CONCEPTS: ReadonlyMap<string, readonly string[]> = conceptsByPhrase();

function conceptsByPhrase(): Map<string, string[]> {
  const all = new Map<string, string[]>();
  for (const line of SYNONYMS) {
    const phrases = line.split(',');
    const group = phrases[0] as string;
    for (const phrase of phrases) {
      const key = wordsOf(phrase)
        .map(({ stem }) => stem)
        .join(' ');
      const groups = all.get(key) ?? [];
      if (!groups.includes(group)) all.set(key, [...groups, group]);
    }
  }
  return all;
}

/** A group that a text speaks of, and the words that speak of it. */
export interface Concept {
  group: string;
  words: readonly Word[];
}

/** The groups that a text speaks of: at each word the longest phrase counts, as `out of memory` is not `memory`. */
export function conceptsIn(words: readonly Word[]): Concept[] {
  const found: Concept[] = [];
  for (let at = 0; at < words.length; ) {
    let length = Math.min(LONGEST_PHRASE, words.length - at);
    let groups: readonly string[] | undefined;
    for (; length > 0; length -= 1) {
      const phrase = words.slice(at, at + length).map(({ stem }) => stem);
      groups = CONCEPTS.get(phrase.join(' '));
      if (groups) break;
    }
    const spoken = words.slice(at, at + length);
    for (const group of groups ?? []) found.push({ group, words: spoken });
    at += Math.max(1, length);
  }
  return found;
}
