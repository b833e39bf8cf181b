import type { Revision } from '../../../domain/history/revision';
import {
  type RevisionStore,
  record,
  type StreamRecord,
  UntellingRecordError,
} from '../../../lambda/historian/record';
import { UnknownAttributeError } from '../../../lambda/plainValue';

type Attributes = Record<string, Record<string, unknown>>;

/** Revisions in memory, by document and place. */
function memory(existing: string[] = []) {
  const kept = new Map<string, Revision & { number: number }>();
  const of = (id: string) =>
    [...kept.entries()].filter(([key]) => key.startsWith(`${id} `)).sort(([a], [b]) => (a < b ? -1 : 1));
  const store: RevisionStore = {
    postMortemExists: async (id) => existing.includes(id),
    latest: async (id) => of(id).at(-1)?.[1] ?? null,
    put: async (id, revision, number) => void kept.set(`${id} ${revision.place}`, { ...revision, number }),
    oldest: async (id, most, number) =>
      of(id)
        .slice(0, most)
        .map(([, one]) => one)
        .filter((one) => one.number <= number),
    delete: async (id, places) => {
      for (const place of places) kept.delete(`${id} ${place}`);
    },
    deleteAll: async (id) => {
      for (const [key] of of(id)) kept.delete(key);
    },
  };
  const inOrder = () => of('one').map(([, { number: _, ...one }]) => one);
  return { store, inOrder };
}

const RAVEN = { M: { id: { S: 'sub-raven' }, name: { S: 'raven@example.com' } } };
const image = (revision: number, more: Attributes = {}): Attributes => ({
  id: { S: 'one' },
  title: { S: 'Checkout down' },
  revision: { N: String(revision) },
  savedBy: RAVEN,
  updatedAt: { S: '2026-03-01T10:00:00.000Z' },
  ...more,
});
const provenance = (revision: number, field: string, from: string) => ({
  M: {
    revision: { N: String(revision) },
    parts: { L: [{ M: { field: { S: field }, from: { S: from } } }] },
  },
});

const change = (sequence: number, before: Attributes | null, after: Attributes | null): StreamRecord => ({
  eventName: before === null ? 'INSERT' : after === null ? 'REMOVE' : 'MODIFY',
  dynamodb: {
    Keys: { id: { S: 'one' } },
    SequenceNumber: String(sequence),
    ApproximateCreationDateTime: 1_772_359_200 + sequence,
    ...(before && { OldImage: before }),
    ...(after && { NewImage: after }),
  },
});

const FIRST = image(1);
const SECOND = image(2, { summary: { S: 'db fell over' }, provenance: provenance(2, 'summary', 'micro') });

test('the first save holds the whole document, each later one what it changed, who saved it, when and where from', async () => {
  const { store, inOrder } = memory();
  await record([change(7, null, FIRST), change(11, FIRST, SECOND)], store);
  expect(inOrder()).toEqual([
    {
      place: '7'.padStart(40, '0'),
      revision: 1,
      savedAt: '2026-03-01T10:00:07.000Z',
      savedBy: { id: 'sub-raven', name: 'raven@example.com' },
      origins: {},
      changes: { title: 'Checkout down' },
      folded: 0,
    },
    expect.objectContaining({
      revision: 2,
      savedBy: { id: 'sub-raven', name: 'raven@example.com' },
      origins: { summary: 'micro' },
      changes: { summary: 'db fell over' },
    }),
  ]);
});

test('a batch that comes a second time, whole or in part, changes nothing', async () => {
  const { store, inOrder } = memory();
  const batch = [change(7, null, FIRST), change(11, FIRST, SECOND)];
  await record(batch.slice(0, 1), store);
  await record(batch, store);
  const once = structuredClone(inOrder());
  await record(batch, store);
  expect(inOrder()).toEqual(once);
  expect(once).toHaveLength(2);
});

test('two saves that a client gave the same revision number are two revisions', async () => {
  const { store, inOrder } = memory();
  const other = image(1, { title: { S: 'Overwritten' } });
  await record([change(7, null, FIRST), change(8, FIRST, other)], store);
  expect(inOrder().map(({ changes }) => changes)).toEqual([
    { title: 'Checkout down' },
    { title: 'Overwritten' },
  ]);
});

test('what an earlier save said of itself is not said again of one that says nothing', async () => {
  const { store, inOrder } = memory();
  const scripted = { ...SECOND, revision: { N: '3' }, summary: { S: 'by a script' } };
  await record([change(7, null, FIRST), change(11, FIRST, SECOND), change(12, SECOND, scripted)], store);
  expect(inOrder()[2]).toMatchObject({ savedBy: null, origins: {}, changes: { summary: 'by a script' } });
});

test('a status is moved by whom the API says, not by whoever saved last', async () => {
  const { store, inOrder } = memory();
  const editor = { M: { id: { S: 'sub-editor' }, name: { S: 'lenore@example.com' } } };
  const moved = { ...FIRST, revision: { N: '2' }, status: { S: 'PUBLISHED' } };
  await record(
    [change(7, FIRST, { ...moved, statusBy: editor, statusAt: { S: '2026-03-01T11:00:00Z' } })],
    store,
  );
  expect(inOrder()[1]).toMatchObject({
    savedBy: { id: 'sub-editor' },
    changes: { status: 'PUBLISHED' },
  });
});

test('a document from before there were histories keeps how it stood before its first save since', async () => {
  const { store, inOrder } = memory();
  await record([change(11, FIRST, SECOND)], store);
  expect(inOrder().map(({ place, changes }) => [BigInt(place), changes])).toEqual([
    [0n, { title: 'Checkout down' }],
    [11n, { summary: 'db fell over' }],
  ]);
});

test('a text that is taken away is told as taken away', async () => {
  const { store, inOrder } = memory();
  await record([change(7, null, SECOND), change(8, SECOND, image(3))], store);
  expect(inOrder()[1]?.changes).toEqual({ summary: null });
});

test('a deleted document takes its history with it; one that was brought back keeps it', async () => {
  const gone = memory();
  await record([change(7, null, FIRST), change(8, FIRST, null)], gone.store);
  expect(gone.inOrder()).toEqual([]);
  const back = memory(['one']);
  await record([change(7, null, FIRST), change(8, FIRST, null), change(9, null, FIRST)], back.store);
  expect(back.inOrder()).toHaveLength(2);
});

test('going into the bin and out of it, and being archived, are nobody’s saves; the save after them is whole', async () => {
  const { store, inOrder } = memory();
  const owned = { ...FIRST, owner: { S: 'sub-raven' }, editors: { L: [{ S: 'sub-lenore' }] } };
  const binned = { ...owned, owner: { S: 'bin:sub-raven' }, editors: { L: [] }, revision: { N: '2' } };
  const back = { ...owned, revision: { N: '3' } };
  const archived = { ...back, archived: { BOOL: true } };
  const saved = { ...archived, revision: { N: '4' }, summary: { S: 'db fell over' } };
  const images = [null, owned, binned, back, archived, saved];
  await record(
    images.slice(1).map((after, index) => change(index + 1, images[index] ?? null, after)),
    store,
  );
  expect(inOrder().map(({ revision, changes }) => [revision, changes])).toEqual([
    [1, { title: 'Checkout down', editors: ['sub-lenore'] }],
    [4, { summary: 'db fell over' }],
  ]);
});

test('what cannot be told is refused by its name, so that no save goes without its revision in silence', async () => {
  const { store } = memory();
  const keysOnly = { eventName: 'MODIFY' as const, dynamodb: { Keys: { id: { S: 'one' } } } };
  await expect(record([keysOnly], store)).rejects.toThrow(UntellingRecordError);
  await expect(record([change(7, null, image(1, { title: { B: 'AAAA' } }))], store)).rejects.toThrow(
    UnknownAttributeError,
  );
});

test('of a document that is saved without end some two thousand saves are kept, and what it was before them as one', async () => {
  const { store, inOrder } = memory();
  const saves = Array.from({ length: 2_450 }, (_, index) => {
    const before = index === 0 ? null : image(index, { summary: { S: `v${index}` } });
    return change(index + 1, before, image(index + 1, { summary: { S: `v${index + 1}` } }));
  });
  // Every function that dies is called again from the start of its batch.
  const dying = { ...store, delete: jest.fn(store.delete).mockRejectedValueOnce(new Error('throttled')) };
  await expect(record(saves, dying)).rejects.toThrow('throttled');
  await record(saves, dying);
  const [oldest, next] = inOrder();
  expect(inOrder().length).toBeLessThanOrEqual(2_101);
  expect(oldest).toMatchObject({ folded: 400, changes: { title: 'Checkout down', summary: 'v400' } });
  expect(next).toMatchObject({ folded: 0, revision: 401, changes: { summary: 'v401' } });
  expect(inOrder().at(-1)).toMatchObject({ revision: 2_450 });
});
