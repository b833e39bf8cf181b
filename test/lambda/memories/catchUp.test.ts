import type { Embed } from '../../../lambda/bedrock/embed';
import { type IndexedMemory, vectorKey } from '../../../lambda/memories/meaning';
import { catchUp, type MemoryKeeper, type MemoryProgress } from '../../../lambda/memoryIndexer/catchUp';
import { followMemories } from '../../../lambda/memoryIndexer/follow';

/** Memories and their index, both in memory, read two at a time. */
function kept(texts: Record<string, string>) {
  const memories = new Map(Object.entries(texts));
  const vectors = new Map<string, string>();
  const embedded: string[] = [];
  let progress: MemoryProgress | null = null;
  const state = { embeddedBy: 'a ruler', beforePut: () => {} };
  const embed: Embed = async (all) => {
    embedded.push(...all);
    return { vectors: all.map((text) => new Float32Array([text.length, 1])), embeddedBy: state.embeddedBy };
  };
  const indexed = (id: string): IndexedMemory => ({ whose: 'person#me', id, text: String(memories.get(id)) });
  const keeper: MemoryKeeper = {
    embed,
    dimensions: 2,
    vectors: {
      put: async (all) => {
        state.beforePut();
        for (const { key, vector } of all) vectors.set(key, String(vector[0]));
      },
      delete: async (keys) => {
        for (const key of keys) vectors.delete(key);
      },
      list: async ({ most = 2, next }) => {
        const keys = [...vectors.keys()].sort().filter((key) => next === null || key > next);
        const some = keys.slice(0, most);
        return { keys: some, next: keys.length > most ? (some.at(-1) ?? null) : null };
      },
    },
    progress: async () => progress,
    keepProgress: async (now) => {
      progress = now;
    },
    some: async (after) => {
      const ids = [...memories.keys()].sort().filter((id) => after === null || id > after);
      const more = ids.length > 2;
      return { memories: ids.slice(0, 2).map(indexed), after: more ? (ids[1] ?? null) : null };
    },
    there: async (keys) => keys.flatMap(({ id }) => (memories.has(id) ? [indexed(id)] : [])),
  };
  const run = (rebuild = false, hasTime = () => true) => catchUp(keeper, { rebuild, hasTime });
  const ids = () => [...vectors.keys()].map((key) => key.split('\n')[1]).sort();
  return { memories, vectors, embedded, state, keeper, run, ids };
}

test('what was remembered before there was an index is entered once, and not again at the next call', async () => {
  const { run, ids, embedded } = kept({ a: 'Times in UTC.', b: 'Say customer.', c: 'SEV2 pages two.' });
  expect(await run()).toMatchObject({ isDone: true, memories: 3, removed: 0 });
  expect(ids()).toEqual(['a', 'b', 'c']);
  const before = embedded.length;
  await run();
  // One word, to see who embeds.
  expect(embedded.length - before).toBe(1);
});

test('it goes on where it stopped when its time was over', async () => {
  const { run, ids } = kept({ a: 'one', b: 'two', c: 'three' });
  let calls = 0;
  expect(await run(false, () => calls++ < 1)).toMatchObject({ isDone: false, memories: 2 });
  expect(await run()).toMatchObject({ isDone: true, memories: 3 });
  expect(ids()).toEqual(['a', 'b', 'c']);
});

test('an index that has lost everything fills by itself; one that lost some is filled when it is asked for', async () => {
  const { run, vectors, ids } = kept({ a: 'one', b: 'two' });
  await run();
  vectors.clear();
  await run();
  expect(ids()).toEqual(['a', 'b']);
  vectors.delete(vectorKey({ whose: 'person#me', id: 'a' }));
  await run();
  expect(ids()).toEqual(['b']);
  await run(true);
  expect(ids()).toEqual(['a', 'b']);
});

test('another embedder makes another index, and what stands there for nothing is taken out', async () => {
  const { run, vectors, state, ids } = kept({ a: 'one' });
  await run();
  vectors.set(vectorKey({ whose: 'person#me', id: 'forgotten' }), '1');
  vectors.set('by hand', '1');
  state.embeddedBy = 'another ruler';
  expect(await run()).toMatchObject({ removed: 2, madeBy: expect.stringContaining('another ruler') });
  expect(ids()).toEqual(['a']);
});

test('what is changed or forgotten while it is entered ends as it is, and not as it was read', async () => {
  const { run, memories, vectors, state, keeper } = kept({ a: 'one', b: 'two' });
  state.beforePut = () => {
    state.beforePut = () => {};
    memories.set('a', 'changed since');
    memories.delete('b');
    // The stream was quicker.
    void followMemories(
      [{ dynamodb: { Keys: { whose: { S: 'person#me' }, id: { S: 'b' } } } }],
      keeper as never,
    );
  };
  await run();
  expect([...vectors]).toEqual([['person#me\na', String('changed since'.length)]]);
});
