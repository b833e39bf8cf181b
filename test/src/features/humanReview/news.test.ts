import {
  decidedSince,
  goesOn,
  type KnownReview,
  merged,
  newsIn,
  openAmong,
} from '../../../../src/features/humanReview/news';
import { APPROVED, review } from './review';

it('keeps a decision that was answered here when an index that is behind tells of none', () => {
  const decided = review({ decision: APPROVED });
  expect(merged([decided], [review()])).toEqual([decided]);
  expect(merged([review({ progress: 5 })], [review({ progress: 4 })])[0]?.progress).toBe(5);
});

it('takes what has gone on, and what went out without a step', () => {
  const sent = {
    key: 'ask',
    about: 'Asked',
    to: 'l',
    state: 'SENT',
    at: '2026-03-04T12:01:00Z',
    why: '',
  } as const;
  expect(merged([review()], [review({ deliveries: [sent] })])[0]?.deliveries).toEqual([sent]);
  expect(newsIn([review()], [review({ deliveries: [sent] })])).toBe(true);
  expect(newsIn([review()], [review({ title: 'Renamed' })])).toBe(false);
});

it('keeps a review that is not told any more as it was seen, and waits for it no longer', () => {
  const [left] = merged([review()], []) as [KnownReview];
  expect(left).toMatchObject({ id: 'r1', isOutOfSight: true });
  expect([goesOn(left), openAmong([left])]).toEqual([false, undefined]);
});

it('does not lose sight of what was submitted a moment ago', () => {
  const [submitted] = merged([review({ stage: 'SUBMITTED', progress: 0 })], []) as [KnownReview];
  expect(submitted.isOutOfSight).toBeUndefined();
  expect(openAmong([submitted])).toBe(submitted);
});

it('has the latest on top, whatever was told first', () => {
  const second = review({ id: 'r2', submittedAt: '2026-03-06T12:00:00.000Z' });
  expect(merged([review({ endedAt: '2026-03-05T13:00:00.000Z' })], [second]).map(({ id }) => id)).toEqual([
    'r2',
    'r1',
  ]);
});

it('calls a decision news once, and not one that was there when the page was opened', () => {
  const decided = review({ decision: APPROVED });
  expect(decidedSince([review()], [decided])).toEqual([decided]);
  expect(decidedSince([decided], [decided])).toEqual([]);
  expect(decidedSince([], [decided])).toEqual([]);
});
