import type { Memory } from '../../../domain/memory/memory';
import { answer, findMemories } from '../../../lambda/memories/find';
import type { MemoryKey, MemoryStore } from '../../../lambda/memories/store';

const ME = { sub: 'me', issuer: 'https://pool' };

const memory = (id: string, text: string, isTeams = false): Memory => ({
  ...{ id, text, isTeams, kind: 'PREFERENCE', how: 'PAGE', words: text, conversationId: null },
  ...{
    postMortemId: null,
    author: { id: 'me', name: 'me' },
    createdAt: '2026-11-01',
    updatedAt: `2026-11-${id}`,
  },
});

function storeOf(memories: Memory[], isWhole = true): MemoryStore & { asked: MemoryKey[] } {
  const asked: MemoryKey[] = [];
  return {
    asked,
    all: async () => ({ memories, isWhole }),
    latest: async () => memories,
    some: async (keys) => {
      asked.push(...keys);
      return keys.flatMap(({ id }) => memories.find((one) => one.id === id) ?? []);
    },
  };
}

test('without an index memories are found by their words, whatever their endings, and the answer says so', async () => {
  const store = storeOf([
    memory('01', 'Times in UTC.'),
    memory('02', 'Say customer, not user.'),
    memory('03', 'Customers of the shop are called guests.', true),
  ]);
  const found = await findMemories('customers', ME, { store, meaning: async () => undefined });
  expect(found.items.map(({ id, by }) => [id, by])).toEqual([
    ['03', ['words']],
    ['02', ['words']],
  ]);
  expect([found.meaning, found.isWhole, store.asked]).toEqual(['missing', true, []]);
});

test('with an index what means the same is found too, what both find comes first, and what is gone is not told', async () => {
  const store = storeOf([memory('01', 'Times in UTC.'), memory('02', 'Say customer, not user.')]);
  const meaning = jest.fn(async () => [
    { whose: 'person#me', id: 'gone' },
    { whose: 'person#me', id: '01' },
    { whose: 'person#me', id: '02' },
  ]);
  const found = await findMemories('which words for a customer', ME, { store, meaning });
  expect(found.items.map(({ id, by }) => [id, by])).toEqual([
    ['02', ['words', 'meaning']],
    ['01', ['meaning']],
  ]);
  expect(meaning).toHaveBeenCalledWith('which words for a customer', ['person#me', 'team#https://pool']);
});

test('10,000 memories are looked through in well under a second, and the rarer word counts for more', async () => {
  const many = Array.from({ length: 10_000 }, (_, n) => memory(String(n), `Say customer, not user${n}.`));
  const store = storeOf([...many, memory('rare', 'The customer of the crypt is called tenant.')], false);
  const found = await findMemories('customer crypt', ME, { store, meaning: async () => undefined });
  expect(found.items[0]?.id).toBe('rare');
  expect([found.items.length, found.isWhole]).toEqual([30, false]);
});

test.each([
  [{ text: 'x' }, null, /Sign in/],
  [{ text: 'x' }, { sub: 'me' }, /Sign in/],
  [{ text: ' ' }, ME, /Say what/],
  [{}, ME, /Say what/],
  [{ text: 'x'.repeat(5_000_000) }, ME, /at most 500/],
])('what cannot be answered is refused in words: %#', async (input, identity, said) => {
  const asked = answer({ store: storeOf([]), meaning: async () => undefined });
  await expect(asked({ arguments: input, identity })).rejects.toThrow(said);
});
