import type { Word } from './stems';

/** Words so usual in an incident report that sharing them says little. */
const USUAL = new Set(
  (
    'incident service system team engineer issue user time investigate report notice error fix restore affect ' +
    'period duration resul occur happen experienc success subsequ addition various further process perform ' +
    'complet caus includ remain becom platform produc oper follow impact identif custom'
  ).split(' '),
);
const USUAL_WEIGHT = 0.35;
/** A word that stands in more sentences than this tells them apart no better; it also bounds the work. */
const MOST_PLACES = 32;

/** Texts to be compared with, each a list of content words. */
export interface Overlap {
  /** How rare a word is among the texts; words of none of them count as the rarest. */
  weightOf(stem: string): number;
  has(stem: string): boolean;
  /** Which texts hold how much of the words, as shares of their weight in (0, 1], best first. */
  match(stems: Iterable<string>): Array<{ at: number; share: number }>;
  /** The share of the words' weight that text `at` holds. */
  share(stems: Iterable<string>, at: number): number;
}

/** Prepares texts for comparison. */
export function overlapWith(texts: ReadonlyArray<readonly Word[]>): Overlap {
  const places = new Map<string, number[]>();
  const held: Array<Set<string>> = [];
  for (const [at, words] of texts.entries()) {
    const own = new Set<string>();
    for (const { stem } of words) {
      if (own.has(stem)) continue;
      own.add(stem);
      const before = places.get(stem);
      if (!before) places.set(stem, [at]);
      else if (before.length < MOST_PLACES) before.push(at);
    }
    held.push(own);
  }
  const weightOf = (stem: string): number => {
    const rarity = Math.log(2 + texts.length / (places.get(stem)?.length ?? 1));
    return USUAL.has(stem) ? rarity * USUAL_WEIGHT : rarity;
  };
  return {
    weightOf,
    has: (stem) => places.has(stem),
    match(stems) {
      const scores = new Map<number, number>();
      let total = 0;
      for (const stem of new Set(stems)) {
        const weight = weightOf(stem);
        total += weight;
        for (const at of places.get(stem) ?? []) scores.set(at, (scores.get(at) ?? 0) + weight);
      }
      return [...scores]
        .map(([at, score]) => ({ at, share: score / total }))
        .sort((a, b) => b.share - a.share);
    },
    share(stems, at) {
      let total = 0;
      let shared = 0;
      for (const stem of new Set(stems)) {
        const weight = weightOf(stem);
        total += weight;
        if (held[at]?.has(stem)) shared += weight;
      }
      return total === 0 ? 0 : shared / total;
    },
  };
}
