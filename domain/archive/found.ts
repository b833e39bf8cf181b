import type { Passage } from './passage';

/** How a passage was found. */
export type FoundBy = 'words' | 'meaning';

/** A passage that answers what was asked, as its record has it at this moment. */
export interface FoundPassage extends Passage {
  /** Of the merged ranking: more is better, and it compares within one answer only. */
  score: number;
  by: FoundBy[];
  /** Words of the question that stand in it, as it was asked. */
  words: string[];
  /** How near in meaning, from -1 to 1; not there where it was found by words alone. */
  nearness?: number;
}

/** What one way of looking has found, the best first. */
export interface Ranking<Key> {
  by: FoundBy;
  keys: readonly Key[];
  /** What a place in it counts beside the others. */
  weight?: number;
}

/** Reciprocal rank: how much the first places count more than those behind them. Cormack et al. 2009 give 60. */
const DAMPING = 60;

/**
 * Rankings merged by reciprocal rank, the best first: what two ways have found, each in its own measure, is compared
 * by its places and never by those measures. Equal ones stand in the order of the first ranking that has them.
 */
export function fused<Key>(rankings: readonly Ranking<Key>[]): { key: Key; score: number; by: FoundBy[] }[] {
  const found = new Map<Key, { key: Key; score: number; by: FoundBy[] }>();
  for (const { by, keys, weight = 1 } of rankings)
    for (const [place, key] of [...new Set(keys)].entries()) {
      const one = found.get(key) ?? { key, score: 0, by: [] };
      one.score += weight / (DAMPING + place + 1);
      if (!one.by.includes(by)) one.by.push(by);
      found.set(key, one);
    }
  return [...found.values()].sort((a, b) => b.score - a.score);
}
