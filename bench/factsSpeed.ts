import { checkFacts } from '../domain/facts';
import { seeded, texts } from './factsCorpus';
import { reformatted } from './factsEdits';
import { type Measurement, ratios, spread } from './report';

const WORDS = 400;
/** Runs of the whole, each a value in the table. */
const RUNS = 5;
/** Of each pair the quickest of so many is kept: what else the machine does only ever adds. */
const ROUNDS = 12;

/** How long a check of 400 words takes, beside the floor in the same run. */
export function speed(): Measurement[] {
  const pairs = pairsOf400Words();
  quickest(pairs);
  const runs = Array.from({ length: RUNS }, () => quickest(pairs));
  const floor = runs.map((run) => run.floor);
  const rows = (what: string, values: readonly number[]): Measurement[] => [
    { what, aim: '≤ 2', unit: 'ms', values },
    { what: '— ÷ floor', unit: '×', values: ratios(values, floor) },
  ];
  return [
    { what: 'floor: the words of both texts, once', unit: 'ms', values: floor },
    ...rows(
      'check of 400 words, both texts new',
      runs.map((run) => run.bothNew),
    ),
    ...rows(
      '— source known from the draft before',
      runs.map((run) => run.sourceKnown),
    ),
  ];
}

interface Times {
  floor: number;
  bothNew: number;
  sourceKnown: number;
}

let serial = 0;
/** A text that no check has read before. */
const unread = (text: string): string => `${text} Ref ${serial++}.`;

/** The median over the pairs of the quickest times of each. */
function quickest(pairs: ReadonlyArray<readonly [string, string]>): Times {
  const best = pairs.map((): Times => ({ floor: Infinity, bothNew: Infinity, sourceKnown: Infinity }));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [at, [source, draft]] of pairs.entries()) {
      const times = best[at] as Times;
      const keep = (name: keyof Times, act: () => void) => {
        const from = performance.now();
        act();
        times[name] = Math.min(times[name], performance.now() - from);
      };
      const [newSource, newDraft, nextDraft] = [unread(source), unread(draft), unread(draft)];
      keep('floor', () => wordsOf(newSource, newDraft));
      keep('bothNew', () => checkFacts(newSource, newDraft));
      keep('sourceKnown', () => checkFacts(newSource, nextDraft));
    }
  }
  const median = (name: keyof Times) => spread(best.map((times) => times[name])).median;
  return { floor: median('floor'), bothNew: median('bothNew'), sourceKnown: median('sourceKnown') };
}

/** The least that a comparison of two texts does: every word of both, in small letters, and whether both have it. */
function wordsOf(source: string, draft: string): number {
  const words = (text: string) =>
    Array.from(text.matchAll(/[\p{L}\p{N}]+/gu), ([word]) => word.toLowerCase());
  const theirs = new Set(words(source));
  return words(draft).filter((word) => theirs.has(word)).length;
}

/** Stretches of the shared cases and invented incidents, each with a draft that only changed its form. */
function pairsOf400Words(): Array<readonly [string, string]> {
  const random = seeded(7);
  const words = texts()
    .join('\n\n')
    .split(/(?<=\s)(?=\S)/);
  return Array.from({ length: Math.floor(words.length / WORDS) }, (_, at) => {
    const source = words.slice(at * WORDS, (at + 1) * WORDS).join('');
    return [source, reformatted(source, random).text] as const;
  });
}
