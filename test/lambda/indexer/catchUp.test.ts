import type { Stored } from '../../../domain/postMortem/stored';
import type { Change } from '../../../domain/search/changes';
import { type CatchUpStore, catchUp, type Progress } from '../../../lambda/indexer/catchUp';
import { followChanges } from '../../../lambda/indexer/follow';

const stored = (id: string, summary: string): Stored => ({
  id,
  owner: 'ann',
  title: 'T',
  summary,
  createdAt: '2026-01-01T00:00:00Z',
});

/** Documents, and an index in memory. */
function tables(documents: Stored[]) {
  const index = new Set<string>();
  let progress: Progress | undefined;
  const store: CatchUpStore & { onApplied: () => void; reads: number } = {
    onApplied: () => {},
    reads: 0,
    apply: async (changes: readonly Change[]) => {
      for (const { key, reference, holds } of changes)
        index[holds ? 'add' : 'delete'](`${key.place} ${key.term} ${reference}`);
      store.onApplied();
    },
    progress: async () => progress,
    keepProgress: async (next) => {
      progress = next;
    },
    some: async (after) => {
      store.reads += 1;
      const at = documents.findIndex(({ id }) => id === after) + 1;
      return {
        documents: documents.slice(at, at + 1),
        after: at + 1 < documents.length ? String(documents[at]?.id) : null,
      };
    },
    document: async (id) => documents.find((one) => one.id === id) ?? null,
  };
  return {
    store,
    words: () =>
      [...index]
        .map((key) => key.split(' ')[1]?.split('#')[0])
        .filter((word) => word?.startsWith('w'))
        .sort(),
  };
}

const ALWAYS = { rebuild: false, hasTime: () => true };

it('enters what was there before the index, goes on where it stopped, and reads nothing more once it is done', async () => {
  const { store, words } = tables([stored('a', 'wone'), stored('b', 'wtwo'), stored('c', 'wthree')]);
  let turns = 0;
  expect(await catchUp(store, { rebuild: false, hasTime: () => turns++ < 1 })).toMatchObject({
    isDone: false,
    documents: 1,
  });
  expect(await catchUp(store, ALWAYS)).toMatchObject({ isDone: true, documents: 3 });
  expect(words()).toEqual(['wone', 'wthree', 'wtwo']);
  const { reads } = store;
  await catchUp(store, ALWAYS);
  expect(store.reads).toBe(reads);
  expect(await catchUp(store, { ...ALWAYS, rebuild: true })).toMatchObject({ isDone: true, documents: 3 });
});

it('leaves no word of a document that is saved or deleted while it is entered', async () => {
  const document = { ...stored('a', 'wold') };
  const documents = [document];
  const { store, words } = tables(documents);
  store.onApplied = () => {
    store.onApplied = () => {
      store.onApplied = () => {};
      documents.length = 0;
    };
    documents[0] = stored('a', 'wnew');
  };
  await catchUp(store, ALWAYS);
  expect(words()).toEqual([]);
});

it('follows a document through a batch, and sets right what an attempt that died has left', async () => {
  const { store, words } = tables([]);
  const image = (summary: string) => ({
    id: { S: 'a' },
    owner: { S: 'ann' },
    title: { S: 'T' },
    summary: { S: summary },
    createdAt: { S: '2026-01-01T00:00:00Z' },
  });
  const saves = ['wone', 'wone wtwo', 'wthree'].map((summary, at, all) => ({
    dynamodb: {
      Keys: { id: { S: 'a' } },
      ...(at > 0 && { OldImage: image(all[at - 1] as string) }),
      NewImage: image(summary),
    },
  }));
  await followChanges(saves.slice(0, 2), store);
  expect(words()).toEqual(['wone', 'wtwo']);
  // The whole batch again, with what came meanwhile.
  await followChanges(saves, store);
  expect(words()).toEqual(['wthree']);
  await followChanges(
    [...saves, { dynamodb: { Keys: { id: { S: 'a' } }, OldImage: image('wthree') } }],
    store,
  );
  expect(words()).toEqual([]);
});
