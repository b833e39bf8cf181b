import { contentWords } from '../../../../domain/facts/sentences';
import { questionsIn } from '../questions/questions';
import { type Unit, unitsOf } from './units';

/**
 * What became of a sentence or block.
 * Of a draft: `same` words, `reworded`, `new`, or it only `asks`. Of the author's text: `same`, `reworded`,
 * or `gone`.
 */
export type Fate = 'same' | 'reworded' | 'new' | 'asks' | 'gone';

export interface Compared {
  unit: Unit;
  fate: Fate;
  /** Where the other text tells it: an index into its units, or -1. */
  toldBy: number;
  /** It stands before something that the author tells earlier. */
  moved: boolean;
}

export interface Comparison {
  own: Compared[];
  draft: Compared[];
}

/** From this share of its words on, a sentence is told by another one. */
const TOLD = 0.5;

/** Compares an author's text with a draft, sentence by sentence. Pure; bounded by the product of both. */
export function compare(own: string, draft: string): Comparison {
  const mine = read(own);
  const theirs = read(draft);
  const fromDraft = theirs.map((one) => match(one, mine));
  const fromOwn = mine.map((one) => match(one, theirs));
  const order = movedAmong(fromDraft.map(({ at, share }) => (share >= TOLD ? at : -1)));
  return {
    own: mine.map(({ unit, plain }, index) => {
      const { at, share } = fromOwn[index] as Match;
      const everywhere = shareIn(mine[index] as Read, theirs);
      const told = Math.max(share, everywhere) >= TOLD;
      const fate = theirs[at]?.plain === plain ? 'same' : told ? 'reworded' : 'gone';
      return { unit, fate, toldBy: told ? at : -1, moved: false };
    }),
    draft: theirs.map(({ unit, plain }, index) => {
      const { at, share } = fromDraft[index] as Match;
      const told = share >= TOLD;
      const fate =
        mine[at]?.plain === plain ? 'same' : told ? 'reworded' : onlyAsks(unit.text) ? 'asks' : 'new';
      return { unit, fate, toldBy: told ? at : -1, moved: told && order.has(index) };
    }),
  };
}

interface Read {
  unit: Unit;
  /** As a reader would say it: without marks, capitals and the full stop. */
  plain: string;
  words: ReadonlySet<string>;
}

const read = (text: string): Read[] =>
  unitsOf(text).map((unit) => ({ unit, plain: plain(unit.text), words: wordsIn(unit.text) }));

const plain = (text: string): string =>
  text
    .replace(/^[\s>#*+-]+/, '')
    .replace(/[*_`]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.!;,:]+$/, '')
    .toLowerCase();

/** Content words, and figures as they are written. */
export const wordsIn = (text: string): ReadonlySet<string> =>
  new Set([...contentWords(text), ...(text.match(/\d+(?:[.:,]\d+)*/g) ?? [])]);

interface Match {
  at: number;
  share: number;
}

/** The unit that holds most of the words; of equals the one with fewer others. */
function match(one: Read, others: readonly Read[]): Match {
  let best: Match = { at: -1, share: 0 };
  let length = Number.POSITIVE_INFINITY;
  for (const [at, other] of others.entries()) {
    if (other.plain === one.plain && one.plain !== '') return { at, share: 1 };
    const share = shareOf(one.words, other.words);
    if (share > best.share || (share === best.share && share > 0 && other.words.size < length)) {
      best = { at, share };
      length = other.words.size;
    }
  }
  return best;
}

function shareOf(words: ReadonlySet<string>, held: ReadonlySet<string>): number {
  if (words.size === 0) return 0;
  let shared = 0;
  for (const word of words) if (held.has(word)) shared++;
  return shared / words.size;
}

/** A long sentence may be told by several short ones. */
function shareIn(one: Read, others: readonly Read[]): number {
  const parts = others.filter(({ words }) => shareOf(words, one.words) >= TOLD);
  return shareOf(one.words, new Set(parts.flatMap(({ words }) => [...words])));
}

const onlyAsks = (text: string): boolean => questionsIn(text).length > 0;

/** The fewest places that would have to move for the rest to stand in order; -1 is nowhere. */
function movedAmong(places: readonly number[]): ReadonlySet<number> {
  const told = places.map((at, index) => ({ at, index })).filter(({ at }) => at >= 0);
  // Longest run that does not fall: `tails[n]` is the last of the best run of n + 1.
  const tails: number[] = [];
  const before: number[] = told.map(() => -1);
  for (const [here, { at }] of told.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((told[tails[middle] as number] as { at: number }).at <= at) low = middle + 1;
      else high = middle;
    }
    before[here] = tails[low - 1] ?? -1;
    tails[low] = here;
  }
  const kept = new Set<number>();
  for (let here = tails.at(-1) ?? -1; here >= 0; here = before[here] as number) kept.add(here);
  return new Set(told.filter((_, here) => !kept.has(here)).map(({ index }) => index));
}
