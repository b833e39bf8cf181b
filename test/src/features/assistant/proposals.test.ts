import type { Exchange, Proposal } from '../../../../domain/conversation/conversation';
import type { NewMemory } from '../../../../src/data/memories';
import { onSavedBeside } from '../../../../src/data/savedBeside';
import {
  carryOut,
  type Deeds,
  memoryIdOf,
  standingOf,
  takeBack,
} from '../../../../src/features/assistant/proposals';

const exchange = {
  ...{ id: 'm-1', conversationId: 'c-1', words: 'Remember that we say guest.', postMortemId: 'pm-1' },
  settled: ['+1-1', '-1-2'],
} as unknown as Exchange;

const proposal = (part: Partial<Proposal>): Proposal => ({
  ...{ key: '1-1', kind: 'REMEMBER', text: 'we say guest', postMortemId: null, title: '', section: '' },
  ...{ before: '', revision: null, notes: [], isTeams: true, memoryKind: 'PREFERENCE', memoryId: null },
  ...part,
});

/** A document and memories, and what was done to them. */
function deeds(summary: string) {
  const saves: unknown[] = [];
  const memories = new Map<string, NewMemory>();
  const with_ = {
    postMortems: {
      get: async () => ({ id: 'pm-1', revision: 7, summary }),
      update: async (...save: unknown[]) => void saves.push(save),
    },
    memories: async () => ({
      add: async (memory: NewMemory) => void memories.set(memory.id, memory),
      remove: async ({ id }: { id: string }) => void memories.delete(id),
    }),
  } as unknown as Deeds;
  return { with_, saves, memories };
}

const EDIT = proposal({
  ...{
    kind: 'EDIT',
    postMortemId: 'pm-1',
    section: 'summary',
    before: 'It broke.',
    text: 'It broke at noon.',
  },
  revision: 3,
});

test('an edit is saved on the revision that is there now, as accepted from the assistant, if the section is as it was', async () => {
  const { with_, saves } = deeds('It broke.');
  await carryOut(exchange, EDIT, with_);
  expect(saves).toEqual([['pm-1', 7, { summary: 'It broke at noon.' }, { summary: 'assistant' }]]);
});

test('an edit is taken back, as restored, if the section still says it, and the editor beside hears of both', async () => {
  const heard = jest.fn();
  const stop = onSavedBeside('pm-1', heard);
  const before = deeds('It broke.');
  await carryOut(exchange, EDIT, before.with_);
  const after = deeds('It broke at noon.');
  await takeBack(exchange, EDIT, after.with_);
  expect(after.saves).toEqual([['pm-1', 7, { summary: 'It broke.' }, { summary: 'restored' }]]);
  expect(heard).toHaveBeenCalledTimes(2);
  const since = deeds('It broke at one.');
  await expect(takeBack(exchange, EDIT, since.with_)).rejects.toThrow(/changed this section since/);
  expect(since.saves).toEqual([]);
  stop();
});

test('an edit of what somebody has changed meanwhile, or of no section, is not saved, and says why', async () => {
  const { with_, saves } = deeds('It broke twice.');
  await expect(carryOut(exchange, EDIT, with_)).rejects.toThrow(/changed this section since/);
  for (const section of ['owner', 'editors', 'status', '__proto__'])
    await expect(carryOut(exchange, { ...EDIT, section }, with_)).rejects.toThrow(/names no section/);
  expect(saves).toEqual([]);
});

test('a memory is stored once however often it is clicked, with the words it was made of, and taken back', async () => {
  const { with_, memories } = deeds('');
  const remember = proposal({});
  await carryOut(exchange, remember, with_);
  await carryOut(exchange, remember, with_);
  expect([...memories.values()]).toEqual([
    {
      ...{ id: memoryIdOf(exchange, remember), isTeams: true, kind: 'PREFERENCE', text: 'we say guest' },
      ...{ how: 'CONVERSATION', words: exchange.words, conversationId: 'c-1', postMortemId: 'pm-1' },
    },
  ]);
  await takeBack(exchange, remember, with_);
  expect(memories.size).toBe(0);
});

test('what was forgotten comes back under its own id', async () => {
  const { with_, memories } = deeds('');
  const forget = proposal({ kind: 'FORGET', memoryId: 'old', isTeams: false });
  memories.set('old', {} as NewMemory);
  await carryOut(exchange, forget, with_);
  expect(memories.size).toBe(0);
  await takeBack(exchange, forget, with_);
  expect(memories.get('old')).toMatchObject({ text: 'we say guest', isTeams: false });
});

test('a proposal stands as it was settled last, and open otherwise', () => {
  expect(['1-1', '1-2', '1-3'].map((key) => standingOf(exchange, proposal({ key })))).toEqual([
    'taken',
    'dismissed',
    'open',
  ]);
});
