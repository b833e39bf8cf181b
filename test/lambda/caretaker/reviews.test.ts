import type { Decision, FollowUp, FollowUpState, ReviewRequest } from '../../../domain/humanReview';
import type { Author } from '../../../domain/postMortem';
import { forgetDeleted } from '../../../lambda/caretaker/forget';
import { sweepReviews } from '../../../lambda/caretaker/reviews';
import type { StoredDelivery } from '../../../lambda/humanReview/deliveries';
import { type ReviewRecords, reviewsIn, type StoredReview } from '../../../lambda/humanReview/records';
import { memoryTable } from '../review/memoryTable';

const NOON = Date.parse('2026-03-01T12:00:00.000Z');
const MINUTE = 60_000;
const APPROVED: Decision = {
  outcome: 'APPROVED',
  by: { id: 'ben', name: 'ben' },
  at: '',
  comment: '',
  fingerprint: '',
};

const review = (id: string, more: Partial<StoredReview> = {}): StoredReview => ({
  ...({ id, postMortemId: `of-${id}`, stage: 'SUBMITTED', note: '', progress: 0 } as unknown as StoredReview),
  ...{ reviewers: [], sent: {} },
  request: {
    reviewId: id,
    submittedBy: { id: 'ann', name: 'ann' },
    reviewers: [] as Author[],
  } as ReviewRequest,
  submittedBy: { id: 'ann', name: 'ann' },
  submittedAt: new Date(NOON - 10 * MINUTE).toISOString(),
  ...more,
});

/** Sweeps once over some reviews, whose executions stand as they are said to. */
async function swept(
  reviews: StoredReview[],
  executions: Record<string, string> = {},
  failing: string[] = [],
  meanwhile: (records: ReviewRecords) => Promise<void> = async () => {},
  before: (records: ReviewRecords) => Promise<void> = async () => {},
) {
  const { dynamoDb } = memoryTable();
  const records = reviewsIn('reviews', dynamoDb);
  for (const one of reviews) await records.create(one);
  await before(records);
  const started: string[] = [];
  const woken: string[] = [];
  const stopped: string[] = [];
  const warned: string[] = [];
  const given: string[] = [];
  const sweeping = sweepReviews({
    records: {
      ...records,
      standing: async (stage) => ({ reviews: reviews.filter((one) => one.stage === stage), after: null }),
    },
    round: async () => ({}),
    remember: async () => {},
    findExecution: async (id) => {
      if (failing.includes(id)) throw new Error('throttled');
      return executions[id];
    },
    stopExecution: async (id) => {
      if (executions[id] === 'RUNNING') stopped.push(id);
      await meanwhile(records);
    },
    startReview: async (name) => void started.push(name),
    giveBack: async ({ reviewId }) => {
      if (failing.includes(`${reviewId}’s document`)) throw new Error('busy');
      given.push(`${reviewId}${(await records.get(reviewId))?.endedAt ? ', ended' : ''}`);
      return '';
    },
    wakeUp: async (callbackId) => void woken.push(callbackId),
    now: () => new Date(NOON),
    until: new Date(NOON + MINUTE),
    warn: (message) => void warned.push(message),
  });
  const failed = await sweeping.then(
    () => undefined,
    (error: Error) => error.name,
  );
  return { started, woken, stopped, given, warned, failed, get: records.get };
}

test('a review that was recorded and never started begins, and one that was submitted a moment ago is left alone', async () => {
  const now = new Date(NOON - MINUTE).toISOString();
  const { started } = await swept([review('lost'), review('new', { submittedAt: now }), review('begun')], {
    begun: 'RUNNING',
  });
  expect(started).toEqual(['lost']);
});

test('one that was decided while its wake-up got lost is woken; one that still waits is not', async () => {
  const waiting = { stage: 'WAITING', callbackId: 'c-1' } as const;
  const { woken } = await swept(
    [
      review('decided', { ...waiting, decision: APPROVED }),
      review('open', { ...waiting, callbackId: 'c-2' }),
    ],
    { decided: 'RUNNING', open: 'RUNNING' },
  );
  expect(woken).toEqual(['c-1']);
});

test.each(['WAITING', 'DECIDED', 'FOLLOWING_UP'] as const)(
  'one at %s whose execution is over without a word is ended, and says so',
  async (stage) => {
    for (const status of ['TIMED_OUT', 'STOPPED', 'FAILED', 'SUCCEEDED', undefined]) {
      const { get, started } = await swept([review('gone', { stage })], status ? { gone: status } : {});
      expect(await get('gone')).toMatchObject({
        stage: 'ENDED',
        endedAt: expect.any(String),
        note: expect.stringMatching(/submit it again/),
      });
      expect(started).toEqual([]);
    }
  },
);

test('one whose execution is over gives its document back before it is ended, so that a crash between is mended by the next sweep', async () => {
  const reviews = ['WAITING', 'DECIDED'].map((stage) =>
    review(stage, { stage: stage as StoredReview['stage'] }),
  );
  const { given, get } = await swept([...reviews, review('begun')], { begun: 'RUNNING' });
  expect(given).toEqual(['WAITING', 'DECIDED']);
  expect(await get('WAITING')).toMatchObject({ stage: 'ENDED' });
});

test('one whose document cannot be given back just now is not ended: the next sweep tries again', async () => {
  const { get, failed } = await swept([review('gone', { stage: 'WAITING' })], {}, ['gone’s document']);
  expect(failed).toBe('SweepIncompleteError');
  expect((await get('gone'))?.endedAt).toBeUndefined();
});

test('one that has told its end while the sweep read an older state keeps it', async () => {
  const said = { stage: 'ENDED', note: 'Back to draft.', endedAt: '2026-03-01T11:59:00.000Z' } as const;
  const { get } = await swept([review('told', { stage: 'DECIDED' })], {}, [], undefined, (records) =>
    records.tell('told', 9, said),
  );
  expect(await get('told')).toMatchObject(said);
});

const calledOff = (id: string, minutesAgo: number) => {
  const followUp = (key: string, state: FollowUpState) => ({ key, state }) as FollowUp;
  return review(id, {
    stage: 'FOLLOWING_UP',
    decision: APPROVED,
    calledOff: { by: { id: 'ann', name: 'ann' }, at: new Date(NOON - minutesAgo * MINUTE).toISOString() },
    followUps: [followUp('first', 'SENT'), followUp('second', 'WAITING')],
    steps: [],
  });
};

test('one whose follow-ups were called off does not sleep on to the next of them', async () => {
  const { get, stopped } = await swept([calledOff('long', 3), calledOff('now', 1)], {
    long: 'RUNNING',
    now: 'RUNNING',
  });
  expect(stopped).toEqual(['long']);
  const ended = await get('long');
  expect(ended).toMatchObject({ stage: 'ENDED', endedAt: expect.any(String), note: '' });
  expect(ended?.followUps.map(({ state }) => state)).toEqual(['SENT', 'CANCELLED']);
  expect(ended?.steps.at(-1)?.name).toBe('close-review');
  // A message may be on its way at this moment.
  expect(await get('now')).toMatchObject({ stage: 'FOLLOWING_UP' });
});

/** A round amid its messages, the last of which was claimed some minutes ago. */
function amidRound(minutesAgo: number): StoredReview {
  const delivery = (key: string, state: StoredDelivery['state'], minutes = 5) =>
    ({ key, state, at: new Date(NOON - minutes * MINUTE).toISOString(), why: '' }) as StoredDelivery;
  const sent = [
    delivery('day-1-ann', 'SENT'),
    delivery('day-2-ben', 'FAILED'),
    delivery('day-3-cleo', 'SENDING', minutesAgo),
  ];
  return {
    ...calledOff('round', 9),
    followUps: ['day-1', 'day-2', 'day-3', 'day-4'].map((key) => ({ key, state: 'WAITING' }) as FollowUp),
    sent: Object.fromEntries(sent.map((one) => [one.key, one])),
  };
}

test('called off amid a round, what has left is not said to be cancelled, and what was on its way may be sent again', async () => {
  const step = { name: 'send-follow-up', at: '', detail: '' };
  const { get } = await swept([amidRound(3)], { round: 'RUNNING' }, [], async (records) =>
    // Told while it was stopped.
    records.tell('round', 7, { steps: [step] }),
  );
  const ended = await get('round');
  expect(ended?.stage).toBe('ENDED');
  expect(ended?.followUps.map(({ state }) => state)).toEqual(['SENT', 'FAILED', 'FAILED', 'CANCELLED']);
  expect(ended?.sent['day-3-cleo']).toMatchObject({
    state: 'UNKNOWN',
    why: expect.stringMatching(/not known/),
  });
  expect(ended?.steps.map(({ name }) => name)).toEqual(['send-follow-up', 'close-review']);
});

test('a message that is being sent while its round is cut off gets its receipt first', async () => {
  const { get, stopped } = await swept([amidRound(1)], { round: 'RUNNING' });
  expect(stopped).toEqual(['round']);
  expect(await get('round')).toMatchObject({
    stage: 'FOLLOWING_UP',
    sent: { 'day-3-cleo': { state: 'SENDING' } },
  });
});

test('what was approved is published although its follow-ups were called off before the workflow woke or got that far', async () => {
  const early = (id: string, stage: StoredReview['stage']) => ({
    ...calledOff(id, 9),
    stage,
    callbackId: id,
  });
  const { get, woken, stopped } = await swept([early('asleep', 'WAITING'), early('publishing', 'DECIDED')], {
    asleep: 'RUNNING',
    publishing: 'RUNNING',
  });
  expect([woken, stopped]).toEqual([['asleep'], []]);
  expect(await get('publishing')).toMatchObject({ stage: 'DECIDED' });
});

test('one that was called off and stopped by a sweep that died then is not told to be submitted again', async () => {
  const { get } = await swept([calledOff('stopped', 9)], { stopped: 'STOPPED' });
  expect(await get('stopped')).toMatchObject({ stage: 'ENDED', note: '' });
});

test('one that cannot be looked after keeps nobody else from it, and the sweep tells', async () => {
  const { started, failed, warned } = await swept([review('a'), review('b')], {}, ['a']);
  expect([started, failed, warned.length]).toEqual([['b'], 'SweepIncompleteError', 1]);
});

test('reviews go with their post-mortem, and stay where it is there again', async () => {
  const removed = (id: string) => ({ eventName: 'REMOVE' as const, dynamodb: { Keys: { id: { S: id } } } });
  const forgotten: string[] = [];
  await forgetDeleted(
    [removed('gone'), removed('back'), { ...removed('changed'), eventName: 'MODIFY' }],
    { postMortemExists: async (id) => id === 'back' },
    async (id) => void forgotten.push(id),
  );
  expect(forgotten).toEqual(['gone']);
});
