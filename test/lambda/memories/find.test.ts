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

function storeOf(
  memories: Memory[],
  isWhole = true,
): MemoryStore & { asked: MemoryKey[]; wholeReads: number } {
  const asked: MemoryKey[] = [];
  return {
    asked,
    wholeReads: 0,
    async all() {
      this.wholeReads += 1;
      return { memories, isWhole };
    },
    latest: async (_, most) => memories.slice(0, most),
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
  const found = await findMemories('customers', ME, { store, index: async () => undefined });
  expect(found.items.map(({ id, by }) => [id, by])).toEqual([
    ['03', ['words']],
    ['02', ['words']],
  ]);
  expect([found.meaning, found.isWhole, store.asked]).toEqual(['missing', true, []]);
});

const me = (id: string) => ({ whose: 'person#me', id });

test('with an index what means the same is found too, what both find comes first, and what is gone is not told', async () => {
  const store = storeOf([memory('01', 'Times in UTC.'), memory('02', 'Say customer, not user.')]);
  const index = jest.fn(async () => ({
    ...{ near: [me('gone'), me('01'), me('02')], worded: [me('02')], isEmpty: false, isWhole: true },
  }));
  const found = await findMemories('which words for a customer', ME, { store, index });
  expect(found.items.map(({ id, by }) => [id, by])).toEqual([
    ['02', ['words', 'meaning']],
    ['01', ['meaning']],
  ]);
  expect([found.meaning, store.wholeReads]).toEqual(['used', 0]);
  expect(index).toHaveBeenCalledWith('which words for a customer', ['person#me', 'team#https://pool']);
});

test('with an index nobody’s memories are all read: the latest, which it may not know yet, and what it points to', async () => {
  const many = Array.from({ length: 10_000 }, (_, n) => memory(String(n), `Say customer, not user${n}.`));
  const store = storeOf([...many, memory('old', 'The crypt has its own pager.')]);
  const index = async () => ({ near: [], worded: [me('old')], isEmpty: false, isWhole: true });
  const found = await findMemories('user7 crypt', ME, { store, index });
  expect(found.items.map(({ id }) => id)).toEqual(expect.arrayContaining(['old', '7']));
  expect([store.wholeReads, found.isWhole]).toEqual([0, true]);
});

test('while the index is made anew they are found by words alone, which is said; who has none is told of none', async () => {
  const index = async () => ({ near: [], worded: [], isEmpty: true, isWhole: true });
  const found = await findMemories('utc', ME, { store: storeOf([memory('01', 'Times in UTC.')]), index });
  expect([found.items.map(({ id }) => id), found.meaning]).toEqual([['01'], 'missing']);
  const none = await findMemories('utc', ME, { store: storeOf([]), index });
  expect([none.items, none.meaning]).toEqual([[], 'used']);
});

test('10,000 memories are looked through in well under a second, and the rarer word counts for more', async () => {
  const many = Array.from({ length: 10_000 }, (_, n) => memory(String(n), `Say customer, not user${n}.`));
  const store = storeOf([...many, memory('rare', 'The customer of the crypt is called tenant.')], false);
  const found = await findMemories('customer crypt', ME, { store, index: async () => undefined });
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
  const asked = answer({ store: storeOf([]), index: async () => undefined });
  await expect(asked({ arguments: input, identity })).rejects.toThrow(said);
});
