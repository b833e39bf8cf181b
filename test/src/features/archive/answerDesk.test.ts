import type { ArchiveAnswer } from '../../../../domain/archive/answerRecord';
import type { ArchiveService } from '../../../../src/data/archive';
import { OfflineError, RefusedError } from '../../../../src/data/errors';
import { AnswerDesk, lastOfThreads, threadOf } from '../../../../src/features/archive/answerDesk';
import { foundHow, leftOutWords, whoWrote } from '../../../../src/features/archive/words';

const answer = (id: string, more: Partial<ArchiveAnswer> = {}): ArchiveAnswer => ({
  ...{
    id,
    owner: 'me',
    question: `Question ${id}?`,
    followUpOf: null,
    status: 'DONE',
    sentences: [],
    left: [],
  },
  ...{ passages: 1, service: null, severities: [], from: null, to: null, message: null, call: null },
  ...{ embeddedBy: null, meaning: 'missing', askedAt: '2026-03-04T12:00:00.000Z', finishedAt: null },
  ...more,
});
const sentence = { text: 'It was full.', sources: [] };
const NOW = Date.parse('2026-03-04T12:00:00Z');
const question = (id: string) => ({
  ...{ id, question: 'Why?', followUpOf: null },
  filters: { service: '', severity: '' as const, from: '', to: '' },
});

function desk(changes: Partial<ArchiveService> = {}) {
  const service: ArchiveService = {
    ask: async () => {},
    get: async () => null,
    list: async () => ({ items: [answer('old', { askedAt: '2026-01-01T00:00:00Z' })], next: null }),
    stop: async (id) => answer(id, { status: 'STOPPED', sentences: [sentence] }),
    remove: async () => {},
    watch: () => () => {},
    ...changes,
  };
  const kept = new AnswerDesk(
    async () => service,
    () => NOW,
  );
  return { kept, ids: () => kept.snapshot().items.map(({ id, status }) => `${id} ${status}`) };
}

test('a question is there at once, before anything has answered, and above what was asked before', async () => {
  const { kept, ids } = desk();
  await kept.more();
  expect(await kept.ask(question('new'))).toBe(true);
  expect(ids()).toEqual(['new RUNNING', 'old DONE']);
  await kept.stop('new');
  expect(ids()[0]).toBe('new STOPPED');
});

test('a question that was not sent says why and is not kept, so that its words stay in the field', async () => {
  const { kept, ids } = desk({ ask: () => Promise.reject(new OfflineError()) });
  expect(await kept.ask(question('new'))).toBe(false);
  expect([ids(), kept.snapshot().error]).toEqual([[], expect.any(OfflineError)]);
});

test('a snapshot that comes late takes nothing back', async () => {
  let tell: (told: ArchiveAnswer) => void = () => {};
  const { kept } = desk({
    watch: (watcher) => {
      tell = watcher.onTold;
      return () => {};
    },
  });
  const close = kept.open();
  await new Promise(setImmediate);
  tell(answer('one', { sentences: [sentence] }));
  tell(answer('one', { status: 'RUNNING' }));
  expect(kept.snapshot().items[0]).toMatchObject({ status: 'DONE', sentences: [sentence] });
  close();
});

test('stopping what has ended meanwhile is no error', async () => {
  const { kept } = desk({
    stop: () => Promise.reject(new RefusedError('NotRunning')),
    get: async (id) => answer(id, { sentences: [sentence] }),
  });
  await kept.ask(question('new'));
  await kept.stop('new');
  expect(kept.snapshot()).toMatchObject({ error: null, items: [{ status: 'DONE' }] });
});

test('what was asked on about is one thread, whatever refers to what', () => {
  const items = [
    answer('c', { followUpOf: 'b' }),
    answer('b', { followUpOf: 'a' }),
    answer('a'),
    answer('x', { followUpOf: 'x' }),
  ];
  expect(threadOf('c', items).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(threadOf('x', items)).toHaveLength(1);
  expect(lastOfThreads(items).map(({ id }) => id)).toEqual(['c']);
});

test('the page says who wrote, how it was found, and what was left out', () => {
  const call = {
    model: 'Nova Lite',
    modelId: 'm',
    writtenBy: 'm',
    latencyMs: 1,
    inputTokens: 1,
    outputTokens: 1,
    costUsd: 0,
  };
  expect(whoWrote(answer('a', { call }))).toContain('Written by Nova Lite');
  expect(
    whoWrote(answer('a', { call: { ...call, writtenBy: 'offline drafter (rules, no model)' } })),
  ).toContain('no model');
  expect(foundHow(answer('a'))).toContain('by words alone');
  expect(foundHow(answer('a', { meaning: 'used', embeddedBy: 'Titan' }))).toContain('Titan');
  expect(
    leftOutWords([
      { why: 'value', count: 2 },
      { why: 'source', count: 1 },
    ]),
  ).toBe(
    '3 sentences were left out: a value that its sources do not have; without a source among the passages.',
  );
});
