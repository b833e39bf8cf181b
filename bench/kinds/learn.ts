import { type Learned, PARTS, READINGS } from '../../domain/story/classify';
import type { Example } from './labelled';

/** A sign of one example alone would be learned by heart. */
const FEWEST = 2;
/** Two words in a row are many; they must be met more often. */
const FEWEST_PAIRS = 5;
/** How freely points may grow; chosen by cross-validation over incidents. */
const FREEDOM = 0.4;
/** A sign that speaks for nothing and against nothing is not worth its room. */
const LEAST_POINTS = 3;
const ROUNDS = 120;

// Bound once: these run millions of times, and a test's global scope makes looking `Math` up slow.
const { exp, max } = Math;

/**
 * Learns points for signs (softmax regression with a quadratic penalty, all examples at a time, no chance in
 * it) and how readings follow each other (counts, plus one).
 */
export function learn(all: readonly Example[]): Learned {
  const names = frequentSigns(all);
  const number = new Map(names.map((name, index) => [name, index]));
  const rows = all.map(({ signs, reading }) => ({
    signs: signs.flatMap((sign) => number.get(sign) ?? []),
    right: READINGS.indexOf(reading),
  }));
  const { points, base } = climb(rows, names.length);
  return {
    signs: Object.fromEntries(
      names
        .map((name, index): [string, number[]] => [name, (points[index] as number[]).map(inParts)])
        .filter(([, own]) => own.some((value) => Math.abs(value) >= LEAST_POINTS)),
    ),
    base: base.map(inParts),
    order: orderOf(all),
  };
}

const inParts = (value: number): number => Math.round(value * PARTS) + 0;

function frequentSigns(all: readonly Example[]): string[] {
  const counts = new Map<string, number>();
  for (const { signs } of all) for (const sign of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  return [...counts.keys()]
    .filter((sign) => (counts.get(sign) as number) >= (sign.startsWith('b=') ? FEWEST_PAIRS : FEWEST))
    .sort();
}

interface Row {
  signs: number[];
  right: number;
}

/** Steps of Nesterov's momentum; each sign's own step is safe because its count and the rows' lengths bound the curvature. */
function climb(rows: readonly Row[], signs: number): { points: number[][]; base: number[] } {
  const wide = READINGS.length;
  // The base is one more sign, which every row has.
  const all = rows.map(({ signs: own, right }) => ({ signs: [...own, signs], right }));
  const points = new Float64Array((signs + 1) * wide);
  const before = new Float64Array(points.length);
  const slope = new Float64Array(points.length);
  const sums = new Float64Array(wide);
  const steps = stepsOf(all, signs + 1);
  for (let round = 0; round < ROUNDS; round += 1) {
    const momentum = round / (round + 3);
    for (let at = 0; at < points.length; at += 1) {
      const now = points[at] as number;
      points[at] = now + momentum * (now - (before[at] as number));
      before[at] = now;
    }
    slope.fill(0);
    for (const row of all) addPulls(row, points, slope, sums);
    for (let at = 0; at < points.length; at += 1) {
      const penalty = at < signs * wide ? (points[at] as number) : 0;
      points[at] =
        (points[at] as number) +
        (steps[Math.floor(at / wide)] as number) * (FREEDOM * (slope[at] as number) - penalty);
    }
  }
  const rowsOf = Array.from({ length: signs + 1 }, (_, sign) => [
    ...points.subarray(sign * wide, (sign + 1) * wide),
  ]);
  return { points: rowsOf.slice(0, signs), base: rowsOf[signs] as number[] };
}

/** Adds what a row would change: towards its reading, away from what it is taken for. */
function addPulls(
  { signs, right }: Row,
  points: Float64Array,
  slope: Float64Array,
  sums: Float64Array,
): void {
  const wide = sums.length;
  sums.fill(0);
  for (let each = 0; each < signs.length; each += 1) {
    const from = (signs[each] as number) * wide;
    for (let reading = 0; reading < wide; reading += 1)
      sums[reading] = (sums[reading] as number) + (points[from + reading] as number);
  }
  softmax(sums);
  for (let reading = 0; reading < wide; reading += 1)
    sums[reading] = (reading === right ? 1 : 0) - (sums[reading] as number);
  for (let each = 0; each < signs.length; each += 1) {
    const from = (signs[each] as number) * wide;
    for (let reading = 0; reading < wide; reading += 1)
      slope[from + reading] = (slope[from + reading] as number) + (sums[reading] as number);
  }
}

/** Sums become chances, where they stand. */
function softmax(sums: Float64Array): void {
  let most = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < sums.length; at += 1) most = max(most, sums[at] as number);
  let whole = 0;
  for (let at = 0; at < sums.length; at += 1) {
    const power = exp((sums[at] as number) - most);
    sums[at] = power;
    whole += power;
  }
  for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] as number) / whole;
}

function stepsOf(rows: readonly Row[], signs: number): number[] {
  const counts = new Array<number>(signs).fill(0);
  for (const row of rows)
    for (const sign of row.signs) counts[sign] = (counts[sign] as number) + row.signs.length;
  return counts.map((count) => 1 / (1 + FREEDOM * 0.25 * count));
}

/** How much more often a reading follows another than it stands anywhere. */
function orderOf(all: readonly Example[]): number[][] {
  const told = all.filter(({ after }) => after !== null);
  const rows = [...READINGS, undefined].map((before) => {
    const following = told.filter(({ after }) => after === before);
    return READINGS.map((reading) => 1 + following.filter((each) => each.reading === reading).length);
  });
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  const anywhere = READINGS.map((_, reading) => sum(rows.map((row) => row[reading] as number)));
  const whole = sum(anywhere);
  return rows.map((row) =>
    row.map((count, reading) =>
      inParts(Math.log(count / sum(row)) - Math.log((anywhere[reading] as number) / whole)),
    ),
  );
}
