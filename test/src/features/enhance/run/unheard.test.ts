import type { Enhancement } from '../../../../../src/data/types';
import { asItMustBe, unstarted } from '../../../../../src/features/enhance/run/unheard';

const NOW = Date.UTC(2026, 2, 4, 12);
const MINUTE = 60_000;
const run = (part: Partial<Enhancement>): Enhancement => ({
  id: 'r',
  postMortemId: 'p',
  section: 'description',
  theme: 'professional',
  source: 'db fell over',
  startedAt: new Date(NOW).toISOString(),
  status: 'RUNNING',
  stage: 'QUEUED',
  progress: 0,
  drafts: [],
  verdict: null,
  message: null,
  costUsd: 0,
  finishedAt: null,
  owner: 'me',
  ...part,
});
const ago = (ms: number) => ({ startedAt: new Date(NOW - ms).toISOString() });
const due = (one: Enhancement) => unstarted(new Map([[one.id, one]]), 'me', NOW).map(({ dueIn }) => dueIn);

it('a colleague’s run is not started again in one’s own name', () => {
  expect(due(run({ ...ago(10 * MINUTE), owner: 'colleague' }))).toEqual([]);
});

it('a run that was recorded and never began is started again, once it had time to begin', () => {
  expect(due(run({}))).toEqual([45_000]);
  expect(due(run(ago(10_000)))).toEqual([35_000]);
  expect(due(run(ago(10 * MINUTE)))).toEqual([0]);
});

it('a run that has begun, has ended or is too old is left alone', () => {
  expect(due(run({ stage: 'DRAFTING', ...ago(MINUTE) }))).toEqual([]);
  expect(due(run({ stage: 'FINISHED', ...ago(MINUTE) }))).toEqual([]);
  expect(due(run(ago(61 * MINUTE)))).toEqual([]);
});

it('a run that outlived its execution has ended, with a word on what to do', () => {
  for (const stage of ['QUEUED', 'DRAFTING', 'JUDGING'] as const)
    expect(asItMustBe(run({ stage, ...ago(66 * MINUTE) }), NOW)).toMatchObject({
      status: 'FAILED',
      stage: 'FINISHED',
      message: expect.stringContaining('Nothing was lost'),
    });
});

it('a run that may still live, or has told its end, is shown as it is', () => {
  const young = run({ stage: 'JUDGING', ...ago(64 * MINUTE) });
  expect(asItMustBe(young, NOW)).toBe(young);
  const over = run({ status: 'SUCCEEDED', stage: 'FINISHED', ...ago(90 * MINUTE) });
  expect(asItMustBe(over, NOW)).toBe(over);
});
