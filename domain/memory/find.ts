import { rootOf } from '../reading/words/stems';
import { wordsOf } from '../search/words';
import type { Memory } from './memory';

/** By what a memory was found. */
export type FoundBy = 'words' | 'meaning';
export interface FoundMemory {
  memory: Memory;
  by: FoundBy[];
}

/** The words of a text without their endings: what it is found by. */
export const rootsOf = (text: string): Set<string> => new Set([...wordsOf(text)].map(rootOf));

/**
 * Memories that have words of the question, whatever their endings, the best first: a word that few memories have
 * says more than one that many have.
 */
export function byWords(question: string, memories: readonly Memory[]): Memory[] {
  const asked = rootsOf(question);
  if (asked.size === 0) return [];
  const told = memories.map((memory) => {
    const roots = rootsOf(memory.text);
    return { memory, has: [...asked].filter((root) => roots.has(root)) };
  });
  const count = new Map<string, number>();
  for (const { has } of told) for (const root of has) count.set(root, (count.get(root) ?? 0) + 1);
  const worth = (root: string) => Math.log(1 + memories.length / (count.get(root) ?? 1));
  return told
    .filter(({ has }) => has.length > 0)
    .map(({ memory, has }) => ({ memory, score: has.reduce((sum, root) => sum + worth(root), 0) }))
    .sort(
      (one, other) => other.score - one.score || other.memory.updatedAt.localeCompare(one.memory.updatedAt),
    )
    .map(({ memory }) => memory);
}

/** How much the first places count for against the later ones: the constant of reciprocal rank fusion. */
const RANK = 60;

/** Both lists as one, each memory once: what both have comes before what one has. */
export function foundIn(words: readonly Memory[], meaning: readonly Memory[], most: number): FoundMemory[] {
  const found = new Map<string, FoundMemory & { score: number }>();
  const take = (memories: readonly Memory[], by: FoundBy) => {
    memories.forEach((memory, place) => {
      const key = `${memory.isTeams} ${memory.id}`;
      const before = found.get(key) ?? { memory, by: [], score: 0 };
      found.set(key, { memory, by: [...before.by, by], score: before.score + 1 / (RANK + place) });
    });
  };
  take(words, 'words');
  take(meaning, 'meaning');
  return [...found.values()]
    .sort((one, other) => other.score - one.score)
    .slice(0, most)
    .map(({ memory, by }) => ({ memory, by }));
}
