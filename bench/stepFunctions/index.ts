import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Bench, ratios, spread } from '../report';
import { between, comparison, tableOf } from './comparison';

const ROOT = resolve(import.meta.dirname, '../..');
const PAGE = join(ROOT, 'docs/step-functions/README.md');
const RUNS = 5;

/**
 * The two flows on durable functions and on Step Functions. Writes its table into the page that compares them, and
 * what it has measured unless it is called with `figures`.
 */
export const stepFunctions: Bench = async ([only]) => {
  const table = tableOf(await comparison(ROOT));
  writeFileSync(PAGE, between(readFileSync(PAGE, 'utf8'), 'figures', table));
  process.stdout.write(`${table}\n\n`);
  if (only === 'figures') return [];
  const times: Record<'durable' | 'machine', number[]> = { durable: [], machine: [] };
  // In turn, so that whatever else the machine does hits both.
  for (let run = 0; run < RUNS; run += 1)
    for (const side of ['durable', 'machine'] as const) times[side].push(secondsToFirstTest(side));
  const how = ratios(times.machine, times.durable);
  const timings = [
    `From a fresh process to the first green test of an enhancement, ${RUNS} times in turn:`,
    `a state machine takes ${figure(how)} times as long as a durable function`,
    `(${figure(times.machine)} s and ${figure(times.durable)} s on the machine that measured).`,
  ].join(' ');
  process.stdout.write(`${timings}\n\n`);
  writeFileSync(PAGE, between(readFileSync(PAGE, 'utf8'), 'timings', timings));
  return [
    { what: 'First test, durable function', unit: 's', values: times.durable },
    { what: 'First test, state machine', unit: 's', values: times.machine },
    { what: 'First test, state machine ÷ durable function', unit: '×', values: how },
  ];
};

/** The median, and from where to where the values go. */
function figure(values: readonly number[]): string {
  const { min, median, max } = spread(values);
  return `${median.toFixed(1)} (${min.toFixed(1)} to ${max.toFixed(1)})`;
}

function secondsToFirstTest(side: 'durable' | 'machine'): number {
  const started = performance.now();
  execFileSync(process.execPath, ['--import', 'tsx', 'bench/stepFunctions/firstTest.ts', side], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return (performance.now() - started) / 1_000;
}
