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
const NOTHING: ReadonlySet<string> = new Set();

/** Texts to be compared with, each a list of content words. */
export interface Overlap {
  /** How rare a word is among the texts; words of none of them count as the rarest. */
  weightOf(stem: string): number;
  has(stem: string): boolean;
  /** Which texts hold how much of the words, as shares of their weight in (0, 1]: so many of them, best first. */
  match(stems: readonly string[], most: number): Array<{ at: number; share: number }>;
  /** The share of the words' weight that the texts at some places hold together; 0 of no words. */
  share(stems: readonly string[], places: readonly number[]): number;
}

/** A word of the texts. */
interface Placed {
  at: number[];
  weight: number;
  /** The question that asked for it last, so that each counts it once. */
  asked: number;
}

/** Prepares texts for comparison. */
export function overlapWith(texts: ReadonlyArray<readonly Word[]>): Overlap {
  const placed = new Map<string, Placed>();
  for (let at = 0; at < texts.length; at += 1) {
    for (const { stem } of texts[at] as readonly Word[]) {
      const before = placed.get(stem);
      if (!before) placed.set(stem, { at: [at], weight: 0, asked: 0 });
      else if (before.at.length < MOST_PLACES && before.at[before.at.length - 1] !== at) before.at.push(at);
    }
  }
  const weigh = (stem: string, places: number): number => {
    const rarity = Math.log(2 + texts.length / places);
    return USUAL.has(stem) ? rarity * USUAL_WEIGHT : rarity;
  };
  const weightIn = (stem: string, word: Placed): number => {
    if (word.weight === 0) word.weight = weigh(stem, word.at.length);
    return word.weight;
  };
  const weightOf = (stem: string): number => {
    const word = placed.get(stem);
    return word ? weightIn(stem, word) : weigh(stem, 1);
  };
  const held: Array<ReadonlySet<string> | undefined> = [];
  const heldAt = (at: number): ReadonlySet<string> => {
    const text = texts[at];
    if (!text) return NOTHING;
    held[at] ??= new Set(text.map(({ stem }) => stem));
    return held[at];
  };
  const scores = new Float64Array(texts.length);
  let question = 0;
  return {
    weightOf,
    has: (stem) => placed.has(stem),
    match(stems, most) {
      question += 1;
      const touched: number[] = [];
      const strange = new Set<string>();
      let total = 0;
      for (const stem of stems) {
        const word = placed.get(stem);
        if (!word) {
          if (strange.has(stem)) continue;
          strange.add(stem);
          total += weigh(stem, 1);
        } else if (word.asked !== question) {
          word.asked = question;
          const weight = weightIn(stem, word);
          total += weight;
          for (const at of word.at) {
            if (scores[at] === 0) touched.push(at);
            scores[at] = (scores[at] as number) + weight;
          }
        }
      }
      const best: Array<{ at: number; share: number }> = [];
      for (const at of touched) {
        const share = (scores[at] as number) / total;
        scores[at] = 0;
        let rank = best.length;
        while (rank > 0 && (best[rank - 1] as { share: number }).share < share) rank -= 1;
        if (rank >= most) continue;
        best.splice(rank, 0, { at, share });
        if (best.length > most) best.pop();
      }
      return best;
    },
    share(stems, places) {
      let total = 0;
      let shared = 0;
      for (const stem of new Set(stems)) {
        const weight = weightOf(stem);
        total += weight;
        if (places.some((at) => heldAt(at).has(stem))) shared += weight;
      }
      return total === 0 ? 0 : shared / total;
    },
  };
}
