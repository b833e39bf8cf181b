import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FollowUp } from '../../../../domain/humanReview';
import { lasting, nextOf, standing, stepLabel } from '../../../../src/features/humanReview/words';
import { APPROVED, review } from './review';

const NOW = Date.parse('2026-03-05T12:00:00.000Z');

it('has words for every step that the workflow takes', () => {
  const folder = resolve(__dirname, '../../../../lambda/review');
  const code = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  const names = code.flatMap((text) =>
    [...text.matchAll(/log\.(?:take|attempt)(?:<[^>]*>)?\(\s*'([\w-]+)'/g)].map(([, name]) => name as string),
  );
  expect(new Set(names).size).toBeGreaterThan(10);
  expect(names.filter((name) => stepLabel(name) === name)).toEqual([]);
});

it('says of a step that failed which one it was, and tells one that it does not know by its name', () => {
  expect(stepLabel('ask-reviewers-failed')).toBe('Reviewers asked: it failed');
  expect(stepLabel('sing')).toBe('sing');
});

it('says what comes next: the reminder until it has gone out, the end of the wait, the follow-ups, and nothing at the end', () => {
  expect(nextOf(review(), NOW)).toEqual([
    expect.stringMatching(/^Reminder on/),
    expect.stringMatching(/^It can be decided until/),
  ]);
  expect(nextOf(review(), Date.parse('2026-03-08T12:00:00.000Z'))).toHaveLength(1);
  const followUp: FollowUp = {
    ...{ key: 'k', owner: 'Ligeia', actions: ['Alert', 'Test'], sendAt: '2026-03-07T12:00:00.000Z' },
    ...{ state: 'WAITING', message: '', writtenBy: '' },
  };
  const following = review({ stage: 'FOLLOWING_UP', decision: APPROVED, followUps: [followUp] });
  expect(nextOf(following, NOW)).toEqual([
    expect.stringMatching(/^Follow-up on .* to Ligeia: Alert and Test\.$/),
  ]);
  const many = ['9', '8', '7', '6', '5'].map((day) => ({
    ...followUp,
    sendAt: `2026-03-1${day}T12:00:00.000Z`,
  }));
  const told = nextOf({ ...following, followUps: many }, NOW);
  expect(told).toEqual([
    expect.stringMatching(/15/),
    expect.anything(),
    expect.anything(),
    '2 more after that.',
  ]);
  const calledOff = { by: { id: 'ada', name: 'ada' }, at: '2026-03-06T12:00:00.000Z' };
  expect(nextOf({ ...following, calledOff }, NOW)).toEqual([expect.stringMatching(/called off/)]);
  expect(nextOf(review({ stage: 'ENDED', endedAt: '2026-03-06T12:00:00.000Z' }), NOW)).toEqual([]);
});

it('says of a review that ended without a decision that it broke off', () => {
  expect(standing(review({ stage: 'ENDED', endedAt: '2026-03-06T12:00:00.000Z' }))).toBe('Broke off');
  expect(standing(review({ decision: APPROVED }))).toBe('Approved');
  expect(standing({ ...review(), isOutOfSight: true })).toBe('Not waiting for you any more');
});

it.each([
  [432_000, '5 days'],
  [86_400, '1 day'],
  [5_400, '1.5 hours'],
  [120, '2 minutes'],
  [8, '8 seconds'],
])('%d seconds are %s', (seconds, words) => {
  expect(lasting(seconds)).toBe(words);
});
