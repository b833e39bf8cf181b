import { action, runReview, type Script } from './scriptedReview';

const DUE_LATER = action('Write the runbook', '2026-03-20', { owner: 'Ligeia' });
const BRANCHES: Record<string, Script> = {
  'is approved, and followed up': {
    words: ['APPROVED'],
    actions: [action('Alert on the queue'), DUE_LATER, action('Done already', '', { done: true })],
  },
  'is approved before anybody waits': { words: ['APPROVED'], early: true },
  'is approved after the reminder': { words: [null, 'APPROVED'] },
  'gets changes asked for': { words: ['CHANGES_REQUESTED'] },
  'is declined': { words: ['DECLINED'] },
  'is decided by nobody': { words: [null, null] },
  'is cancelled': { words: ['CANCELLED'] },
  'is cancelled after the reminder': { words: [null, 'CANCELLED'] },
};

/** What people and the document have been through, without the times at which steps were taken. */
async function outcomeOf(script: Script) {
  const { answer, world, review, service } = await runReview(script);
  return {
    told: {
      answer: { status: answer.Status, result: JSON.parse(answer.Result ?? 'null') },
      decision: review.decision?.outcome,
      stage: review.stage,
      steps: review.steps.map(({ name, detail }) => `${name}: ${detail}`),
      followUps: review.followUps.map(({ owner, state, actions }) => [owner, state, actions]),
      deliveries: Object.values(review.sent).map(({ key, state }) => [key, state]),
      status: world.document?.status,
      moves: world.moves.map(({ status }) => status),
      sent: world.sent.map(({ to, subject, tag }) => `${to} ${subject} ${tag}`),
    },
    service,
  };
}

describe.each(Object.entries(BRANCHES))('a review that %s', (_name, script) => {
  it('ends the same, and sends every message once, after a crash before or after any checkpoint', async () => {
    const undisturbed = await outcomeOf(script);
    expect(undisturbed.told.answer.status).toBe('SUCCEEDED');
    expect(undisturbed.told.stage).toBe('ENDED');
    expect(new Set(undisturbed.told.sent).size).toBe(undisturbed.told.sent.length);
    let crashes = 0;
    for (let atCheckpoint = 1; atCheckpoint <= undisturbed.service.stored; atCheckpoint += 1) {
      for (const when of ['before', 'after'] as const) {
        const crashed = await outcomeOf({ ...script, crash: { atCheckpoint, when } });
        const where = `${when} checkpoint ${atCheckpoint}`;
        if (crashed.service.invocationsDied === 0) continue;
        crashes += 1;
        expect([where, crashed.told]).toEqual([where, undisturbed.told]);
      }
    }
    expect(crashes).toBeGreaterThanOrEqual(undisturbed.service.stored);
  });
});

it('asks about each open action once, on its day, and about what is done by then not at all', async () => {
  const { world, review } = await runReview({
    words: ['APPROVED'],
    actions: [action('Alert on the queue'), DUE_LATER, action('Rotate the key', '2026-03-10')],
    onWait: ({ document }, wait) => {
      const key = document?.actionItems[2];
      if (wait === 1 && key) key.done = true;
    },
  });
  expect(
    world.sent
      .filter(({ subject }) => subject.startsWith('Open actions'))
      .map(({ text }) => text.split('\n')[0]),
  ).toEqual(['Alert on the queue', 'Write the runbook']);
  expect(review.followUps.map(({ sendAt, state }) => [sendAt, state])).toEqual([
    ['2026-03-04T10:00:00.000Z', 'SENT'],
    ['2026-03-10T09:00:00.000Z', 'NOT_NEEDED'],
    ['2026-03-20T09:00:00.000Z', 'SENT'],
  ]);
});
