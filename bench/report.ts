import { cpus } from 'node:os';

/** One line of a bench's table. */
export interface Measurement {
  what: string;
  /** What is aimed at, in words; nothing for a peer or a floor. */
  aim?: string;
  /** What one value is in, such as `ms`, `KB` or `× 1,000 ms`. */
  unit: string;
  values: readonly number[];
}

/** Measures, and never judges: a table that a person reads. */
export type Bench = (args: readonly string[]) => Promise<Measurement[]>;

/** The smallest, the middle and the largest of some values. */
export function spread(values: readonly number[]): { min: number; median: number; max: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (index: number) => sorted[index] ?? Number.NaN;
  const half = Math.floor(sorted.length / 2);
  const median = sorted.length % 2 === 1 ? at(half) : (at(half - 1) + at(half)) / 2;
  return { min: at(0), median, max: at(sorted.length - 1) };
}

/** Every value divided by the value of a peer that was measured beside it. */
export const ratios = (values: readonly number[], beside: readonly number[]): number[] =>
  values.map((value, index) => value / (beside[index] as number));

const figure = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value >= 10 ? value.toFixed(1) : value.toFixed(3);

/** Prints a Markdown table, as `docs/benchmarks.md` keeps it. */
export function print(measurements: readonly Measurement[]): void {
  const rows = measurements.map(({ what, aim, unit, values }) => {
    const { min, median, max } = spread(values);
    const cells = [what, aim ?? '', figure(min), figure(median), figure(max), unit, String(values.length)];
    return `| ${cells.join(' | ')} |`;
  });
  const node = process.versions.node.split('.').slice(0, 2).join('.');
  process.stdout.write(
    [
      `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores, Node ${node}`,
      '',
      '| what | aim | min | median | max | unit | runs |',
      '|---|---|---|---|---|---|---|',
      ...rows,
      '',
    ].join('\n'),
  );
}
