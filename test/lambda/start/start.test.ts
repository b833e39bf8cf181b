import { LIMITS } from '../../../domain/limits';
import type { DocumentSoFar } from '../../../domain/questions';
import { SECTION_IDS } from '../../../domain/sections';
import type { EnhancementRecord, NewEnhancement, StoredDocument } from '../../../lambda/start/records';
import { startEnhancement } from '../../../lambda/start/start';

const ALICE = 'sub-alice';
const BOB = 'sub-bob';
const EVE = 'sub-eve';
const STARTED_AT = '2026-03-01T10:00:00.000Z';

/** Records in memory, and the runs that were started. */
function proxy(options: { startFails?: boolean; content?: DocumentSoFar; houseRules?: string[] } = {}) {
  const content = options.content ?? {};
  const postMortems = new Map<string, StoredDocument>([['pm-1', { owner: ALICE, editors: [BOB], content }]]);
  const enhancements = new Map<string, EnhancementRecord>();
  const runs: unknown[] = [];
  const notStarted: string[] = [];
  const start = startEnhancement({
    records: {
      document: async (id) => postMortems.get(id),
      enhancement: async (id) => enhancements.get(id),
      create: async ({ enhancementId, ...record }: NewEnhancement) => {
        if (enhancements.has(enhancementId)) return undefined;
        const stored = { id: enhancementId, ...record, status: 'RUNNING', startedAt: STARTED_AT };
        enhancements.set(enhancementId, stored);
        return stored;
      },
      markNotStarted: async (id) => {
        notStarted.push(id);
      },
    },
    startRun: async (request) => {
      if (options.startFails) throw new Error('Lambda is not there');
      runs.push(request);
    },
    houseRules: async () => options.houseRules ?? [],
    newId: () => 'made-up-id',
    warn: () => {},
  });
  const ask = (sub: string | undefined, args: Record<string, unknown> = {}) =>
    start({
      identity: sub ? { sub } : null,
      arguments: {
        postMortemId: 'pm-1',
        section: 'description',
        theme: 'professional',
        text: 'db fell over',
        ...args,
      },
    });
  return { ask, runs, enhancements, notStarted };
}

it.each([ALICE, BOB])(
  'starts a run for the owner and for an editor, recorded as theirs (%s)',
  async (sub) => {
    const { ask, runs } = proxy();
    const record = await ask(sub);
    expect(record).toMatchObject({ id: 'made-up-id', owner: sub, source: 'db fell over' });
    expect(runs).toEqual([
      {
        record: { owner: sub, startedAt: STARTED_AT },
        enhancementId: 'made-up-id',
        section: 'description',
        theme: 'professional',
        source: 'db fell over',
        questions: expect.any(Array),
      },
    ]);
  },
);

it.each([
  ['a stranger', EVE, 'pm-1'],
  ['nobody', undefined, 'pm-1'],
  ['somebody who guesses an id', ALICE, 'pm-2'],
])('refuses %s, without telling whether the record exists', async (_who, sub, postMortemId) => {
  const { ask, runs, enhancements } = proxy();
  await expect(ask(sub, { postMortemId })).rejects.toMatchObject({
    name: 'NotYoursError',
    message: expect.stringContaining('There is no such post-mortem'),
  });
  expect([runs, enhancements.size]).toEqual([[], 0]);
});

it('asks what the stored document leaves open, and puts it into the record and the run', async () => {
  const asked = async (content?: DocumentSoFar) => {
    const { ask, runs } = proxy({ content });
    const { questions } = await ask(ALICE, { text: 'the db was down from 14:02, fixed 14:31' });
    expect(runs).toEqual([expect.objectContaining({ questions })]);
    return questions;
  };
  expect(await asked()).toEqual(['How was the incident detected?', 'Which time zone are the times in?']);
  expect(await asked({ timeline: [{ at: '14:05 UTC', text: 'PagerDuty fired' }] })).toEqual([]);
});

it('starts the run of a record that was written before there were questions', async () => {
  const { ask, runs, enhancements } = proxy();
  await ask(ALICE, { id: 'old' });
  const record = enhancements.get('old') as EnhancementRecord;
  enhancements.set('old', { ...record, questions: null });
  await ask(ALICE, { id: 'old' });
  expect(runs.at(-1)).toMatchObject({ enhancementId: 'old', questions: [] });
});

it('starts one execution payload however often the same id is asked for', async () => {
  const { ask, runs, enhancements } = proxy();
  const first = await ask(ALICE, { id: 'mine' });
  const second = await ask(ALICE, { id: 'mine' });
  expect(second).toEqual(first);
  expect(enhancements.size).toBe(1);
  // Lambda knows both as one execution because name and payload are the same.
  expect(runs[1]).toEqual(runs[0]);
});

it.each([
  ['another text', ALICE, { text: 'other words' }],
  ['another theme', ALICE, { theme: 'addams' }],
  ['another person', BOB, {}],
])('refuses an id that already names a run with %s', async (_what, sub, args) => {
  const { ask, runs } = proxy();
  await ask(ALICE, { id: 'taken' });
  await expect(ask(sub, { id: 'taken', ...args })).rejects.toMatchObject({ name: 'IdTakenError' });
  expect(runs).toHaveLength(1);
});

it.each([
  ['an unknown section', { section: 'gossip' }, `The sections are: ${SECTION_IDS.join(', ')}`],
  ['an unknown theme', { theme: 'munsters' }, 'The themes are: professional, addams'],
  ['a text that is too long', { text: 'x'.repeat(LIMITS.sectionLength + 1) }, 'Shorten it'],
  ['a control character', { text: 'a\u0007b' }, 'control character at position 2'],
  ['an id that is no name', { id: 'a/b' }, '1 to 64 letters'],
  ['something else than a text', { text: 7 }, '"text" must be a text'],
])('refuses %s and says what to do', async (_what, args, message) => {
  const { ask, enhancements } = proxy();
  await expect(ask(ALICE, args)).rejects.toMatchObject({
    name: 'InvalidRequestError',
    message: expect.stringContaining(message),
  });
  expect(enhancements.size).toBe(0);
});

it('takes a section of exactly the limit, with tabs and Windows line breaks', async () => {
  const { ask, runs } = proxy();
  await ask(ALICE, { text: `a\tb\r\n${'x'.repeat(LIMITS.sectionLength - 5)}` });
  expect(runs).toHaveLength(1);
});

it('marks the record and says that trying again is safe when Lambda does not take the run', async () => {
  const { ask, notStarted } = proxy({ startFails: true });
  await expect(ask(ALICE)).rejects.toMatchObject({
    name: 'RunNotStartedError',
    message: expect.stringContaining('try again'),
    cause: expect.objectContaining({ message: 'Lambda is not there' }),
  });
  expect(notStarted).toEqual(['made-up-id']);
});

it('a run of one section knows which of its words another section names as a secret', async () => {
  const { ask, runs } = proxy({
    content: {
      response: 'The admin password: Winter2026!x',
      timeline: [{ at: '', text: 'token: ab12cd34ef' }],
    },
  });
  await ask(ALICE, { text: 'Somebody pasted Winter2026!x into the channel' });
  expect(runs).toMatchObject([{ named: ['Winter2026!x'] }]);
});
