import { documentOf, memoryOf, runMessage, type Script, usesThenSays } from './scriptedAssistant';

const OPEN = documentOf('open', {
  summary: 'It broke at 14:02 UTC. The cache was full.',
  rootCause: 'A cache.',
});

const BRANCHES: Record<string, Script> = {
  'is answered after three tools': {
    words: 'What happened? Search and read.',
    documents: [OPEN],
    model: usesThenSays(
      { name: 'search', input: { text: 'cache' } },
      { name: 'read_post_mortem', input: { id: 'open', section: 'summary' } },
      { name: 'recall', input: {} },
    ),
  },
  'proposes to remember, and an edit': {
    words: 'Remember that we say guest, not user, and make the summary shorter.',
    documents: [OPEN],
    model: (_, turn) =>
      turn === 1
        ? {
            uses: [
              { name: 'remember', input: { text: 'we say guest, not user' } },
              {
                name: 'propose_edit',
                input: { id: 'open', section: 'summary', text: 'At 14:02 UTC it broke. The cache was full.' },
              },
            ],
          }
        : { text: 'Two proposals wait for you.' },
  },
  'has a tool that breaks': {
    words: 'search for cache',
    breaks: 'search',
    documents: [OPEN],
    model: usesThenSays({ name: 'search', input: { text: 'cache' } }),
  },
  'never ends by itself': {
    words: 'What happened?',
    documents: [OPEN],
    memories: [memoryOf('utc', 'Times in UTC.')],
    model: ({ turns }) =>
      turns.length >= 11 ? { text: 'Enough.' } : { uses: [{ name: 'recall', input: {} }] },
  },
};

async function outcomeOf(script: Script) {
  const { answer, record, service } = await runMessage(script);
  return { told: { status: answer.Status, result: answer.Result, record }, service };
}

describe.each(Object.entries(BRANCHES))('a message that %s', (_name, script) => {
  it('ends with one and the same answer, and each proposal once, after a crash before or after any checkpoint', async () => {
    const undisturbed = await outcomeOf(script);
    expect([undisturbed.told.status, undisturbed.told.record.status]).toEqual(['SUCCEEDED', 'ANSWERED']);
    let crashes = 0;
    for (let atCheckpoint = 1; atCheckpoint <= undisturbed.service.stored; atCheckpoint += 1) {
      for (const when of ['before', 'after'] as const) {
        const crashed = await outcomeOf({ ...script, crash: { atCheckpoint, when } });
        if (crashed.service.invocationsDied === 0) continue;
        crashes += 1;
        expect([when, atCheckpoint, crashed.told]).toEqual([when, atCheckpoint, undisturbed.told]);
      }
    }
    expect(crashes).toBeGreaterThanOrEqual(undisturbed.service.stored);
  });
});

it('shows each stage as it lands, asks the model at most six times, and no more for a message that is stopped', async () => {
  const endless = BRANCHES['never ends by itself'] as Script;
  const whole = await runMessage(endless);
  expect(whole.publications).toEqual([1, 2, 3, 4, 5, 7]);
  expect([whole.sent.length, whole.record.answer]).toEqual([6, 'Enough.']);
  // Stopped after the second one was told: the third call is on its way, and is the last.
  const stopped = await runMessage({ ...endless, stopsAfter: 2 });
  expect([stopped.sent.length, stopped.record.status, stopped.record.answer]).toEqual([3, 'STOPPED', '']);
  expect(stopped.record.steps).toHaveLength(2);
});

it('says which budget is reached, keeps what was found, and asks no further', async () => {
  const { record, sent } = await runMessage({
    ...(BRANCHES['is answered after three tools'] as Script),
    spent: { tokens: 999_900, costUsd: 0 },
  });
  expect(sent).toHaveLength(1);
  expect(record).toMatchObject({
    status: 'FAILED',
    message: expect.stringMatching(/1000000 tokens.*new one/),
  });
  expect(record.steps).toHaveLength(1);
});

it('says what went wrong with the model, and marks a value that nothing has said', async () => {
  const failed = await runMessage({
    words: 'hello',
    model: () => {
      throw Object.assign(new Error('No model answers here.'), { name: 'AccessDeniedException' });
    },
  });
  expect(failed.record).toMatchObject({ status: 'FAILED', message: 'No model answers here.' });
  const invented = await runMessage({
    words: 'What happened?',
    documents: [OPEN],
    model: (_, turn) =>
      turn === 1
        ? { uses: [{ name: 'read_post_mortem', input: { id: 'open' } }] }
        : { text: 'It broke at 14:02 UTC and 37 % of orders failed.' },
  });
  expect(invented.record.unsupported).toEqual(['37 %']);
});

it('sends no address or key to the model, gives tools the real ones, and answers with them', async () => {
  const { sent, record } = await runMessage({
    words: 'Remember that jo@example.com owns checkout.',
    model: ({ turns }, turn) => {
      if (turn > 1) return { text: 'Shall I?' };
      const said = turns.at(-1);
      const held = /\[HELD-EMAIL-\d\]/.exec(said && 'text' in said ? said.text : '')?.[0];
      return { uses: [{ name: 'remember', input: { text: `${held} owns checkout`, for: 'team' } }] };
    },
  });
  expect(JSON.stringify(sent)).not.toContain('jo@example.com');
  expect(record.proposals).toEqual([
    expect.objectContaining({ text: 'jo@example.com owns checkout', isTeams: true, memoryKind: 'OWNERSHIP' }),
  ]);
});

it('refuses an edit that states what neither the document nor the person has said, and one of a foreign document', async () => {
  const edit = (text: string, id = 'open') =>
    runMessage({
      words: 'Rewrite the summary, please.',
      documents: [OPEN, documentOf('foreign', { owner: 'eve', readers: ['me'] })],
      model: usesThenSays({ name: 'propose_edit', input: { id, section: 'summary', text } }),
    });
  const invented = await edit('It broke at 14:02 UTC, and 99 % of customers noticed.');
  expect(invented.record.proposals).toEqual([]);
  expect(invented.record.steps[0]?.note).toMatch(/“99 %” is in the draft and not in the source/);
  const foreign = await edit('Any.', 'foreign');
  expect(foreign.record.steps[0]?.note).toMatch(/may read this post-mortem and not change it/);
  const lossy = await edit('It broke at 14:02 UTC.');
  expect(lossy.record.proposals[0]).toMatchObject({ kind: 'EDIT', before: OPEN.summary, revision: 3 });
});
