import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CHANGE_REQUESTS, extentOf, StaleChangeError } from '../../bench/stepFunctions/changes';
import { between, comparison, tableOf } from '../../bench/stepFunctions/comparison';
import { ownFiles } from '../../bench/stepFunctions/ownFiles';
import { PRICES, priceOf } from '../../bench/stepFunctions/prices';

const root = resolve(__dirname, '../..');
const page = readFileSync(join(root, 'docs/step-functions/README.md'), 'utf8');

// After a change to a flow: npm run bench step-functions figures
test('the figures on the page are what the command counts today', async () => {
  const table = tableOf(await comparison(root));
  expect(table.split('\n').length).toBeGreaterThan(20);
  expect(page).toBe(between(page, 'figures', table));
});

test('the page tells times that were measured', () => {
  expect(page).toMatch(/a state machine takes [\d.]+ \([\d.]+ to [\d.]+\) times as long/);
});

test('no file counts for both sides, and none of the domain for one alone', () => {
  const { durable, machine, shared } = ownFiles(root);
  expect(durable).toContain('lambda/review/workflow.ts');
  expect(machine).toContain('docs/step-functions/reviewMachine.ts');
  expect(shared).toEqual(
    expect.arrayContaining(['lambda/review/steps.ts', 'lambda/enhance/checkedDraft.ts']),
  );
  expect([...durable, ...machine].filter((file) => shared.includes(file))).toEqual([]);
  expect([...durable, ...machine].filter((file) => file.startsWith('domain/'))).toEqual([]);
});

test.each(CHANGE_REQUESTS)('a change fits the code as it is, on both sides: $what', (request) => {
  for (const side of ['durable', 'machine'] as const)
    expect(extentOf(root, request, side).places).toBeGreaterThan(0);
});

test('a change that was written for other code is refused, and says where', () => {
  const stale = { file: 'lambda/review/workflow.ts', from: 'No such line.', to: '' };
  const request = { what: 'Stale', shared: [stale], durable: [], machine: [] };
  expect(() => extentOf(root, request, 'durable')).toThrow(StaleChangeError);
});

test('a price is the sum of what a run takes, each at its own price', () => {
  const nothing = {
    transitions: 0,
    durableOperations: 0,
    bytesWritten: 0,
    daysKept: 0,
    requests: 0,
    seconds: 0,
  };
  expect(priceOf(nothing)).toBe(0);
  expect(priceOf({ ...nothing, transitions: 1_000 })).toBeCloseTo(0.025);
  // The example of AWS: a million executions of four operations.
  expect(priceOf({ ...nothing, durableOperations: 4 }) * 1e6).toBeCloseTo(32);
  expect(priceOf({ ...nothing, bytesWritten: 1e9, daysKept: 30 })).toBeCloseTo(
    PRICES.durableGbWritten + PRICES.durableGbMonth,
  );
  expect(priceOf({ ...nothing, seconds: 2 })).toBeCloseTo(PRICES.lambdaGbSecond);
});

test('a text without its markers is refused, and not written over', () => {
  expect(() => between('No place.', 'figures', 'x')).toThrow(RangeError);
});
