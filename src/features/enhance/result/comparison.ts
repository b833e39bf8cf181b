import { contentWords } from '../../../../domain/reading/text/sentences';
import { questionsIn } from '../../../../domain/todo';
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

/** Compares an author's text with a draft, sentence by sentence. Pure. */
export function compare(own: string, draft: string): Comparison {
  const mine = read(own);
  const theirs = read(draft);
  const fromDraft = matches(theirs, mine);
  const fromOwn = matches(mine, theirs);
  const order = movedAmong(fromDraft.map(({ at, share }) => (share >= TOLD ? at : -1)));
  return {
    own: mine.map(({ unit, plain }, index) => {
      const { at, share, together } = fromOwn[index] as Match;
      const told = Math.max(share, together) >= TOLD;
      const fate = theirs[at]?.plain === plain ? 'same' : told ? 'reworded' : 'gone';
      return { unit, fate, toldBy: told ? at : -1, moved: false };
    }),
    draft: theirs.map(({ unit, plain }, index) => {
      const { at, share, together } = fromDraft[index] as Match;
      const told = share >= TOLD;
      const fate =
        mine[at]?.plain === plain
          ? 'same'
          : told || together >= TOLD
            ? 'reworded'
            : onlyAsks(unit.text)
              ? 'asks'
              : 'new';
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
  /** The unit that holds most of the words; of equals the one with fewer others. -1 is none. */
  at: number;
  share: number;
  /** The share that all units together hold that say little else: a long sentence told in several short ones. */
  together: number;
}

/** For each unit where the other text tells it. Words are looked up, so that a full section is read at once. */
function matches(units: readonly Read[], others: readonly Read[]): Match[] {
  const samePlain = new Map<string, number>();
  const holders = new Map<string, number[]>();
  for (const [at, { plain: said, words }] of others.entries()) {
    if (said !== '' && !samePlain.has(said)) samePlain.set(said, at);
    for (const word of words) {
      const known = holders.get(word);
      if (known) known.push(at);
      else holders.set(word, [at]);
    }
  }
  const sizes = others.map(({ words }) => words.size);
  const shared = new Uint32Array(others.length);
  return units.map(({ plain: said, words }) => {
    const same = samePlain.get(said);
    if (same !== undefined) return { at: same, share: 1, together: 1 };
    shared.fill(0);
    for (const word of words) for (const at of holders.get(word) ?? []) shared[at] = (shared[at] ?? 0) + 1;
    let best = -1;
    for (const [at, number] of shared.entries()) {
      const most = shared[best] ?? 0;
      if (number > most || (number === most && number > 0 && (sizes[at] as number) < (sizes[best] as number)))
        best = at;
    }
    const tells = (at: number) => (shared[at] ?? 0) >= TOLD * (sizes[at] ?? 0);
    const told = [...words].filter((word) => holders.get(word)?.some(tells)).length;
    return {
      at: best,
      share: best < 0 ? 0 : (shared[best] as number) / words.size,
      together: words.size === 0 ? 0 : told / words.size,
    };
  });
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
