import type { Decision } from '../../../domain/humanReview';
import { emptyPostMortem } from '../../../domain/postMortem';
import { readPostMortem } from '../../../domain/postMortem/stored';
import type { StoredReview } from '../../../lambda/humanReview/records';
import type { Collaborators } from '../../../lambda/reviewDesk/collaborators';
import { cancel } from '../../../lambda/reviewDesk/decide';
import { AlreadyDecidedError, InvalidReviewError } from '../../../lambda/reviewDesk/errors';

const ADA = { id: 'ada', name: 'ada@nevermore.test' };
const APPROVED: Decision = {
  outcome: 'APPROVED',
  by: { id: 'lenore', name: 'lenore@nevermore.test' },
  at: '2026-03-05T12:00:00.000Z',
  comment: '',
  fingerprint: '0a0a0a0a',
};

/** The desk of one review that Ada has submitted. `done` is what it wrote. */
function deskOf(stored: Partial<StoredReview>) {
  const done: string[] = [];
  const review = {
    ...{ id: 'r1', postMortemId: 'pm', submittedBy: ADA, reviewers: [], stage: 'WAITING', sent: {} },
    ...stored,
  } as unknown as StoredReview;
  const document = {
    ...readPostMortem({ ...emptyPostMortem('Down'), id: 'pm', owner: ADA.id }),
    audience: [],
  };
  const with_ = {
    records: {
      get: async () => review,
      decide: async (_: string, decision: Decision) => {
        done.push(decision.outcome);
        return decision;
      },
      callOff: async () => void done.push('called off'),
    },
    document: async () => document,
    findPerson: async () => ({ id: ADA.id, email: ADA.name }),
    now: () => new Date('2026-03-06T12:00:00.000Z'),
  } as unknown as Collaborators;
  const call = (input: object) =>
    cancel(with_, { sub: ADA.id, issuer: 'pool' }, { reviewId: 'r1', ...input });
  return { call, done };
}

it('does not call off the follow-ups for somebody who meant a review that was decided meanwhile', async () => {
  const { call, done } = deskOf({ decision: APPROVED, stage: 'FOLLOWING_UP' });
  await expect(call({ whileOpen: true })).rejects.toBeInstanceOf(AlreadyDecidedError);
  expect(done).toEqual([]);
  await call({ whileOpen: false });
  expect(done).toEqual(['called off']);
});

it('does not cancel a review for somebody who meant its follow-ups', async () => {
  const { call, done } = deskOf({});
  await expect(call({ whileOpen: false })).rejects.toBeInstanceOf(InvalidReviewError);
  await call({ whileOpen: true });
  expect(done).toEqual(['CANCELLED']);
});

it('calls off whichever there is for a client that does not say which it means', async () => {
  const open = deskOf({});
  await open.call({});
  const approved = deskOf({ decision: APPROVED, stage: 'FOLLOWING_UP' });
  await approved.call({});
  expect([...open.done, ...approved.done]).toEqual(['CANCELLED', 'called off']);
});
