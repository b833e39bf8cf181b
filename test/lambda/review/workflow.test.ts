import { withoutPerson } from '../../../domain/humanReview/person';
import { noteBounceIn } from '../../../lambda/bounces/bounced';
import { SendFailedError } from '../../../lambda/humanReview/deliveries';
import { sentAgain } from '../../../lambda/review/steps';
import {
  action,
  collaboratorsOf,
  REVIEWER,
  runReview,
  type Script,
  START,
  type World,
} from './scriptedReview';

const failing = (is: { mayHaveLeft: boolean; isLasting: boolean }) => () =>
  Promise.reject(new SendFailedError('No such mailbox.', is));

test('what was approved and then changed is not published, and the author is told why', async () => {
  const { world, review, answer } = await runReview({
    words: [null, 'APPROVED'],
    beforeWord: ({ document }) => {
      if (document) document.summary = 'Checkout was down for a day.';
    },
    afterWord: ({ document }) => {
      if (document) document.summary = 'Something else again.';
    },
  });
  expect(JSON.parse(answer.Result ?? '')).toEqual({ outcome: 'APPROVED', isPublished: false });
  expect(world.document?.status).toBe('IN_REVIEW');
  expect(review.note).toMatch(/approved and then changed, so it was not published/);
  expect(world.sent.at(-1)?.text).toContain('It was approved and then changed');
});

test('a document that was changed before the workflow saw it is not put into review', async () => {
  const { review, answer, world } = await runReview({
    words: [],
    atStart: ({ document }) => {
      if (document) document.summary = 'Changed.';
    },
  });
  expect(answer.Status).toBe('FAILED');
  expect(review).toMatchObject({
    stage: 'ENDED',
    note: expect.stringMatching(/changed while it was submitted/),
  });
  expect(world.moves).toEqual([]);
});

test('a document that was published before the workflow saw it stays published', async () => {
  const { review, world } = await runReview({
    words: [],
    atStart: ({ document }) => {
      if (document) document.status = 'PUBLISHED';
    },
  });
  expect(review).toMatchObject({ stage: 'ENDED', note: expect.stringMatching(/nothing to decide/) });
  expect(world.document?.status).toBe('PUBLISHED');
});

test('a post-mortem that is deleted while it waits ends its review, whatever is decided', async () => {
  const { review, world } = await runReview({
    words: ['APPROVED'],
    afterWord: (world) => {
      world.document = undefined;
    },
  });
  expect(review).toMatchObject({ stage: 'ENDED', note: 'The post-mortem was deleted.' });
  expect(world.moves.map(({ status }) => status)).toEqual(['IN_REVIEW']);
});

test('one that somebody has moved meanwhile stays where it is', async () => {
  for (const outcome of ['APPROVED', 'DECLINED'] as const) {
    const { review, world } = await runReview({
      words: [outcome],
      afterWord: ({ document }) => {
        if (document) Object.assign(document, { status: 'WITHDRAWN', statusAt: '2026-03-03T00:00:00.000Z' });
      },
    });
    expect(world.document?.status).toBe('WITHDRAWN');
    expect(review.note).toMatch(/somebody had moved it meanwhile: it stays where it is/);
  }
});

test('follow-ups that are called off, or whose document is withdrawn, are not sent, and the review ends', async () => {
  const actions = [action('Alert on the queue'), action('Write the runbook', '2026-03-20')];
  const calledOff = await runReview({
    words: ['APPROVED'],
    actions,
    onWait: async ({ records, now }, wait) => {
      if (wait === 1)
        await records.callOff('review-1', { id: 'ann', name: 'ann@example.com' }, now.toISOString());
    },
  });
  expect(calledOff.review.followUps.map(({ state }) => state)).toEqual(['SENT', 'CANCELLED']);
  expect(calledOff.review.stage).toBe('ENDED');
  const withdrawn = await runReview({
    words: ['APPROVED'],
    actions,
    onWait: ({ document }) => {
      if (document) document.status = 'WITHDRAWN';
    },
  });
  expect(withdrawn.review.followUps.map(({ state }) => state)).toEqual(['NOT_NEEDED', 'NOT_NEEDED']);
  expect(withdrawn.review.steps.at(-2)?.detail).toBe('It is no longer published.');
});

test('an action that is moved to another day is asked about then, and a new one too', async () => {
  const { review } = await runReview({
    words: ['APPROVED'],
    actions: [action('Write the runbook', '2026-03-10', { owner: 'Ben' })],
    onWait: ({ document }, wait) => {
      const [runbook] = document?.actionItems ?? [];
      if (wait !== 0 || !document || !runbook) return;
      runbook.dueDate = '2026-03-12';
      document.actionItems.push(action('Page somebody', '2026-03-12', { owner: 'ben' }));
    },
  });
  expect(review.followUps.map(({ sendAt, state, actions }) => [sendAt.slice(0, 10), state, actions])).toEqual(
    [
      ['2026-03-10', 'NOT_NEEDED', ['Write the runbook']],
      ['2026-03-12', 'SENT', ['Write the runbook', 'Page somebody']],
    ],
  );
});

test('mail that cannot be sent stops nothing, and the document says so', async () => {
  const { review, answer, world } = await runReview({
    words: ['APPROVED'],
    actions: [action('Alert on the queue')],
    send: failing({ mayHaveLeft: false, isLasting: true }),
  });
  expect(answer.Status).toBe('SUCCEEDED');
  expect(world.document?.status).toBe('PUBLISHED');
  expect(Object.values(review.sent).map(({ state, why, attempts }) => [state, why, attempts])).toEqual([
    ['FAILED', 'No such mailbox.', 1],
    ['FAILED', 'No such mailbox.', 1],
    ['FAILED', 'No such mailbox.', 1],
  ]);
  expect(review.followUps.map(({ state }) => state)).toEqual(['FAILED']);
});

test('a mail that passing trouble held up is tried again, and one that may have left is not', async () => {
  let tries = 0;
  const passing = await runReview({
    words: ['DECLINED'],
    send: async () => {
      tries += 1;
      if (tries < 3) throw new SendFailedError('Later.', { mayHaveLeft: false, isLasting: false });
    },
  });
  expect(Object.values(passing.review.sent)[0]).toMatchObject({ state: 'SENT', attempts: 3 });
  const unsure = await runReview({
    words: ['DECLINED'],
    send: failing({ mayHaveLeft: true, isLasting: false }),
  });
  expect(Object.values(unsure.review.sent).map(({ state, attempts }) => [state, attempts])).toEqual([
    ['UNKNOWN', 1],
    ['UNKNOWN', 1],
  ]);
});

test('the team’s channel hears of what every colleague may read, and of nothing else', async () => {
  const heard = async (script: Partial<Script>) => {
    const { world } = await runReview({ words: ['APPROVED'], channel: 'Team', ...script });
    return world.sent.filter(({ to }) => to === 'Team').map(({ subject }) => subject.split(':')[0]);
  };
  const actions = [action('Alert on the queue')];
  expect(await heard({ reviewers: [], actions })).toEqual(['Please review', 'Approved', 'Open actions']);
  expect(await heard({ actions })).toEqual(['Approved', 'Open actions']);
  expect(await heard({ words: ['DECLINED'] })).toEqual([]);
  const keepPrivate = ({ document }: World) => {
    if (document) document.isPrivate = true;
  };
  expect(await heard({ actions, atStart: keepPrivate })).toEqual([]);
});

test('a bounce that is here before the receipt of its mail stays', async () => {
  const { review } = await runReview({
    words: ['DECLINED'],
    onSend: async ({ dynamoDb }, { review, message }) => {
      if (message.startsWith('ask'))
        await noteBounceIn('reviews', dynamoDb)(review, message, START, 'No such mailbox.');
    },
  });
  expect(Object.values(review.sent).map(({ state, why }) => [state, why])).toEqual([
    ['BOUNCED', 'No such mailbox.'],
    ['SENT', ''],
  ]);
});

test('the wait for people takes no process: it is one invocation to the wait, and one after each word', async () => {
  const { service } = await runReview({ words: [null, 'DECLINED'] });
  expect(service.invocations).toBe(3);
});

test('somebody who erases their data while it runs is neither written to nor named by it again', async () => {
  const cleo = { id: 'cleo', name: 'cleo@example.com' };
  const erase = async ({ records, review }: World, id: string) => {
    const before = await review();
    const { request, ...rest } = withoutPerson(before, { id, address: `${id}@example.com` });
    expect(await records.change(before, { ...rest, request: before.request })).toBe(true);
  };
  const { review, world } = await runReview({
    words: [null, 'APPROVED'],
    reviewers: [REVIEWER, cleo],
    actions: [action('Alert on the queue'), action('Write the runbook', '2026-03-20')],
    onWait: async (world, wait) => {
      if (wait === 0) await erase(world, 'ben');
    },
    atStart: (world) => erase(world, 'cleo'),
  });
  expect(review.stage).toBe('ENDED');
  expect(world.sent.map(({ to }) => to)).toContain(REVIEWER.name);
  expect(world.sent.map(({ to }) => to)).not.toContain(cleo.name);
  expect(JSON.stringify(review)).not.toMatch(/cleo|"ben"|ben@/);
});

test('what comes back after it was sent is sent again in its own words, whatever it was', async () => {
  for (const words of [[null, 'APPROVED'], ['CHANGES_REQUESTED'], ['CANCELLED']] as Script['words'][]) {
    const script: Script = { words, actions: [action('Alert on the queue')] };
    const { world, review } = await runReview(script);
    const first = structuredClone(world.sent);
    expect(first.length).toBeGreaterThan(1);
    for (const key of Object.keys(review.sent)) {
      await noteBounceIn('reviews', world.dynamoDb)('review-1', key, START, 'No such mailbox.');
      expect(
        await sentAgain(
          collaboratorsOf(world, script, () => {}),
          { reviewId: 'review-1', key, attempt: 1 },
        ),
      ).toBe('SENT');
      expect(world.sent.at(-1)).toEqual(first.find(({ tag }) => tag === `review-1.${key}`));
    }
    expect(world.sent).toHaveLength(2 * first.length);
  }
});

const toldOf = (world: World, what: string) =>
  world.sent.filter(({ tag }) => tag.includes(what)).map(({ to }) => to);

test('a follow-up goes to the owner as it is when it is written, and not to who has submitted it', async () => {
  const { world } = await runReview({
    words: ['APPROVED'],
    actions: [action('Alert on the queue')],
    onWait: ({ document }) => {
      if (document) document.owner = 'dora';
    },
  });
  expect(toldOf(world, 'follow-up')).toEqual(['dora@example.com']);
});

test('whoever an action names is not written to where they may not read it: its owner is', async () => {
  const named = [action('Alert on the queue', '', { owner: 'zoe@example.com' })];
  const closed = await runReview({
    words: ['APPROVED'],
    actions: named,
    onWait: ({ document }) => {
      if (document) Object.assign(document, { audience: [], isPrivate: true });
    },
  });
  expect(toldOf(closed.world, 'follow-up')).toEqual(['ann@example.com']);
});

test('a reviewer who was taken off the document while it waited is not reminded of it', async () => {
  const { world } = await runReview({
    words: [null, null],
    reviewers: [REVIEWER, { id: 'cleo', name: 'cleo@example.com' }],
    onSend: async ({ document }, { message }) => {
      if (message === 'ask-ben' && document) document.commenters = ['cleo'];
    },
  });
  expect(toldOf(world, 'remind')).toEqual(['cleo@example.com']);
});

test('an attempt that did not arrive is repeated once, however often that is asked for', async () => {
  const script: Script = { words: ['DECLINED'] };
  const { world } = await runReview(script);
  const [before, key] = [world.sent.length, 'ask-ben'];
  await noteBounceIn('reviews', world.dynamoDb)('review-1', key, START, 'No mailbox.');
  for (let asked = 0; asked < 3; asked += 1)
    await sentAgain(
      collaboratorsOf(world, script, () => {}),
      { reviewId: 'review-1', key, attempt: 1 },
    );
  expect(world.sent).toHaveLength(before + 1);
});

test('a review that breaks off gives the document back as a draft, and says why', async () => {
  const { world, review, answer } = await runReview({
    words: [],
    atStart: ({ records }) => {
      records.awaitWord = () => Promise.reject(new Error('The table is away.'));
    },
  });
  expect(answer.Status).toBe('FAILED');
  expect(review).toMatchObject({ stage: 'ENDED', note: expect.stringMatching(/broke off/) });
  expect(world.document?.status).toBe('DRAFT');
});
