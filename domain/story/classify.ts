import learned from './learned.json';
import { signsOf } from './signs';
import { STATEMENT_KINDS, type StatementKind } from './statement';

/** What a statement may be: one of the kinds, or none of them (background). */
export const READINGS = [...STATEMENT_KINDS, 'none'] as const;
export type Reading = (typeof READINGS)[number];

/**
 * What was learned from labelled statements (`npm run bench learn-kinds` makes it from
 * `test/domain/story/labelled`): for each sign its points for each reading, and how often a reading follows
 * another. Twentieths, in the order of `READINGS`; the last row of `order` is for the first statement.
 */
export interface Learned {
  signs: Record<string, number[]>;
  base: number[];
  order: number[][];
}

/** Points are told in twentieths: finer ones make the table larger and tell nothing apart. */
export const PARTS = 20;

/** The order of a story counts for so much beside a statement's own words. Chosen by cross-validation. */
const WEIGHT_OF_ORDER = 0.6;

/** A reading less probable than this is none: one of eleven is always the most probable. */
const LEAST = 0.3;

// Bound once: these run a hundred times a statement, and where a page or a test has a global scope of its own,
// looking `Math` up costs more than the sum.
const { exp, log: ln, max, min } = Math;

/** Longer statements tell several things; no more than this is looked at. */
const LONGEST = 600;

/**
 * What each statement of a text most probably tells, from its words and from what is told around it.
 * `confidence` is the probability, 0 to 1, that the examples give it.
 */
export function classify(
  texts: readonly string[],
  section?: string,
  from: Learned = learned,
): Array<{ kind: StatementKind | null; confidence: number }> {
  const alone = texts.map((text, index) =>
    readingsOf(signsOf(text.slice(0, LONGEST), { index, of: texts.length, section }), from),
  );
  return inTheirOrder(alone, from).map((chances, index) => {
    const best = chances.indexOf(max(...chances));
    const reading = READINGS[best] as Reading;
    const chance = chances[best] as number;
    if (reading === 'none' || chance < LEAST) return { kind: null, confidence: 0 };
    // A place in the story alone makes nothing sure: the words have to say so too.
    return { kind: reading, confidence: min(chance, exp(alone[index]?.[best] as number)) };
  });
}

/** The logarithms of the chances of each reading, from the signs alone. */
function readingsOf(signs: readonly string[], { signs: points, base }: Learned): number[] {
  const sums = READINGS.map(
    (_, reading) =>
      ((base[reading] ?? 0) + signs.reduce((sum, sign) => sum + (points[sign]?.[reading] ?? 0), 0)) / PARTS,
  );
  const whole = logOfSum(sums);
  return sums.map((sum) => sum - whole);
}

/** The chances of each reading with what comes before and after it (forward and backward along the text). */
function inTheirOrder(alone: ReadonlyArray<readonly number[]>, { order }: Learned): number[][] {
  const step = (before: number, reading: number) =>
    (WEIGHT_OF_ORDER * (order[before]?.[reading] ?? 0)) / PARTS;
  const start = READINGS.length;
  const forward: number[][] = [];
  alone.forEach((own, at) => {
    const before = forward[at - 1];
    forward.push(
      own.map(
        (chance, reading) =>
          chance +
          (before ? logOfSum(before.map((sum, from) => sum + step(from, reading))) : step(start, reading)),
      ),
    );
  });
  const backward: number[][] = [];
  for (let at = alone.length - 1; at >= 0; at -= 1) {
    const next = alone[at + 1];
    const after = backward[at + 1];
    backward[at] = READINGS.map((_, reading) =>
      next && after
        ? logOfSum(next.map((chance, to) => step(reading, to) + chance + (after[to] as number)))
        : 0,
    );
  }
  return forward.map((sums, at) => {
    const both = sums.map((sum, reading) => sum + (backward[at]?.[reading] as number));
    const whole = logOfSum(both);
    return both.map((sum) => exp(sum - whole));
  });
}

function logOfSum(logs: readonly number[]): number {
  const most = max(...logs);
  let sum = 0;
  for (const each of logs) sum += exp(each - most);
  return most + ln(sum);
}
