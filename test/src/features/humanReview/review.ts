import type { ShownReview } from '../../../../src/data/reviews';

export const ADA = { id: 'ada', name: 'ada@nevermore.test' };
export const LENORE = { id: 'lenore', name: 'lenore@nevermore.test' };

/** A review that waits for Lenore. */
export const review = (more: Partial<ShownReview> = {}): ShownReview => ({
  id: 'r1',
  postMortemId: 'pm',
  title: 'Down',
  documentOwner: ADA.id,
  submittedBy: ADA,
  submittedAt: '2026-03-04T12:00:00.000Z',
  reviewers: [LENORE],
  message: '',
  fingerprint: '0a0a0a0a',
  stage: 'WAITING',
  progress: 3,
  dueAt: '2026-03-09T12:00:00.000Z',
  remindAt: '2026-03-07T00:00:00.000Z',
  decision: null,
  note: '',
  remarks: [],
  pointers: [],
  followUps: [],
  calledOff: null,
  steps: [],
  deliveries: [],
  endedAt: null,
  ...more,
});

export const APPROVED: ShownReview['decision'] = {
  outcome: 'APPROVED',
  by: LENORE,
  at: '2026-03-05T12:00:00.000Z',
  comment: '',
};
