import { type Learned, READINGS } from '../../domain/story/classify';
import type { Example } from './labelled';

/** A sign of one example alone would be learned by heart. */
const FEWEST = 2;
/** How freely points may grow; chosen by cross-validation over incidents of the seen half. */
const FREEDOM = 0.4;
const ROUNDS = 400;

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
      names.map((name, index) => [name, (points[index] as number[]).map(hundredths)]),
    ),
    base: base.map(hundredths),
    order: orderOf(all),
  };
}

const hundredths = (value: number): number => Math.round(value * 100) + 0;

function frequentSigns(all: readonly Example[]): string[] {
  const counts = new Map<string, number>();
  for (const { signs } of all) for (const sign of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  return [...counts.keys()].filter((sign) => (counts.get(sign) as number) >= FEWEST).sort();
}

interface Row {
  signs: number[];
  right: number;
}

/** Gradient steps with Nesterov's momentum; the step is safe because a row's signs bound the curvature. */
function climb(rows: readonly Row[], signs: number): { points: number[][]; base: number[] } {
  const zero = () => READINGS.map(() => 0);
  const points = Array.from({ length: signs }, zero);
  const base = zero();
  const before = { points: points.map((row) => [...row]), base: [...base] };
  const longest = Math.max(...rows.map((row) => row.signs.length)) + 1;
  const step = 1 / (FREEDOM * rows.length * longest * 0.05 + 1);
  for (let round = 0; round < ROUNDS; round += 1) {
    const momentum = round / (round + 3);
    move(points, before.points, momentum);
    move([base], [before.base], momentum);
    const slope = Array.from({ length: signs }, zero);
    const slopeOfBase = zero();
    for (const row of rows) {
      const sums = [...base];
      for (const sign of row.signs) add(sums, points[sign] as number[]);
      const pulls = softmax(sums).map(
        (chance, reading) => FREEDOM * ((reading === row.right ? 1 : 0) - chance),
      );
      add(slopeOfBase, pulls);
      for (const sign of row.signs) add(slope[sign] as number[], pulls);
    }
    points.forEach((row, sign) => {
      const pulls = slope[sign] as number[];
      add(
        row,
        row.map((value, reading) => step * ((pulls[reading] as number) - value)),
      );
    });
    add(
      base,
      slopeOfBase.map((pull) => step * pull),
    );
  }
  return { points, base };
}

/** Adds numbers to those at the same place, where they stand. */
function add(to: number[], more: readonly number[]): void {
  more.forEach((value, index) => {
    to[index] = (to[index] as number) + value;
  });
}

/** Moves on in the direction of the last step, and remembers where it was. */
function move(values: number[][], before: number[][], momentum: number): void {
  values.forEach((row, index) => {
    const old = before[index] as number[];
    row.forEach((value, reading) => {
      row[reading] = value + momentum * (value - (old[reading] as number));
      old[reading] = value;
    });
  });
}

function softmax(sums: readonly number[]): number[] {
  const most = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const whole = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / whole);
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
      hundredths(Math.log(count / sum(row)) - Math.log((anywhere[reading] as number) / whole)),
    ),
  );
}
