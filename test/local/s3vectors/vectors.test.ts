import {
  DeleteVectorsCommand,
  GetVectorsCommand,
  ListVectorsCommand,
  PutVectorsCommand,
  paginateListVectors,
  QueryVectorsCommand,
} from '@aws-sdk/client-s3vectors';
import { seeded } from '../../../bench/factsCorpus';
import { ARCHIVE, PASSAGES } from './archiveIndex';
import { type VectorsUnderTest, vectorsUnderTest } from './vectorsUnderTest';

let under: VectorsUnderTest;
beforeEach(async () => {
  under = await vectorsUnderTest();
});
afterEach(() => under.dispose());

// biome-ignore lint/suspicious/noExplicitAny: metadata is any JSON.
const vector = (key: string, float32: number[], metadata?: any) => ({ key, data: { float32 }, metadata });
const put = (...vectors: ReturnType<typeof vector>[]) =>
  under.client.send(new PutVectorsCommand({ ...PASSAGES, vectors }));
const query = async (float32: number[], more: object = {}) =>
  (
    await under.client.send(
      new QueryVectorsCommand({
        ...PASSAGES,
        topK: 10,
        queryVector: { float32 },
        returnDistance: true,
        returnMetadata: true,
        ...more,
      }),
    )
  ).vectors;

test('the nearest vectors come first, with distance and metadata, also after a restart', async () => {
  await put(
    vector('east', [1, 0, 0, 0], { service: 'orders', text: 'The whole passage.' }),
    vector('north', [0, 2, 0, 0], { service: 'search' }),
    vector('north-east', [1, 1, 0, 0]),
  );
  const expected = [
    { key: 'north', distance: 0, metadata: { service: 'search' } },
    { key: 'north-east', distance: expect.closeTo(1 - Math.SQRT1_2, 6), metadata: {} },
    { key: 'east', distance: 1, metadata: { service: 'orders', text: 'The whole passage.' } },
  ];
  expect(await query([0, 1, 0, 0])).toEqual(expected);
  await under.again();
  expect(under.damage).toEqual([]);
  expect(await query([0, 1, 0, 0])).toEqual(expected);
  expect(await query([0, 1, 0, 0], { topK: 1, returnMetadata: false, returnDistance: false })).toEqual([
    { key: 'north' },
  ]);
});

test('a vector that is put again replaces the one of its key as a whole, and a deleted one is gone for good', async () => {
  await put(vector('a', [1, 0, 0, 0], { service: 'orders' }), vector('b', [0, 1, 0, 0]));
  await put(vector('a', [0, 0, 1, 0]));
  await under.client.send(new DeleteVectorsCommand({ ...PASSAGES, keys: ['b', 'never there'] }));
  for (const _ of ['before', 'after a restart']) {
    const { vectors } = await under.client.send(
      new GetVectorsCommand({ ...PASSAGES, keys: ['b', 'a', 'a'], returnData: true, returnMetadata: true }),
    );
    expect(vectors).toEqual([{ key: 'a', data: { float32: [0, 0, 1, 0] }, metadata: {} }]);
    expect(await query([1, 0, 0, 0])).toEqual([{ key: 'a', distance: 1, metadata: {} }]);
    await under.again();
  }
});

test('among 10,000 vectors the nearest are those that comparing each with each finds, filtered and not', async () => {
  const random = seeded(7);
  const all = Array.from({ length: 10_000 }, (_, at) =>
    vector(
      `k${at}`,
      Array.from({ length: 4 }, () => Math.fround(random() - 0.5)),
      { part: at % 10 },
    ),
  );
  for (let from = 0; from < all.length; from += 500) await put(...all.slice(from, from + 500));
  const asked = [0.3, -0.2, 0.1, 0.4].map(Math.fround);
  const length = (values: number[]) => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
  const distance = (values: number[]) =>
    1 -
    values.reduce((sum, value, at) => sum + value * (asked[at] ?? 0), 0) / (length(values) * length(asked));
  const nearest = (among: typeof all) =>
    among
      .map(({ key, data }) => ({ key, far: distance(data.float32) }))
      .sort((a, b) => a.far - b.far)
      .slice(0, 100)
      .map(({ key }) => key);
  for (const _ of ['before', 'after a restart']) {
    const found = await query(asked, { topK: 100 });
    expect(found?.map(({ key }) => key)).toEqual(nearest(all));
    const filtered = await query(asked, { topK: 100, filter: { part: 3 } });
    expect(filtered?.map(({ key }) => key)).toEqual(
      nearest(all.filter(({ metadata }) => metadata.part === 3)),
    );
    await under.again();
  }
});

test('a euclidean index measures the straight line', async () => {
  await under.again({ vectorIndexes: [{ ...ARCHIVE, metric: 'euclidean' }] });
  await put(vector('far', [3, 4, 0, 0]), vector('here', [0, 0, 0, 0]));
  expect(await query([0, 0, 0, 0], { returnMetadata: false })).toEqual([
    { key: 'here', distance: 0 },
    { key: 'far', distance: 5 },
  ]);
});

test('pages list every vector once, whatever is deleted or added between them, in one part or in several', async () => {
  const keys = Array.from({ length: 250 }, (_, at) => `k${String(at).padStart(3, '0')}`);
  await put(...keys.map((key, at) => vector(key, [1, at, 0, 0])));
  const listed: string[] = [];
  for await (const { vectors = [] } of paginateListVectors(
    { client: under.client, pageSize: 40 },
    { ...PASSAGES },
  )) {
    listed.push(...vectors.map(({ key }) => key as string));
    // What was listed may go, as somebody who empties an index does it.
    await under.client.send(
      new DeleteVectorsCommand({ ...PASSAGES, keys: vectors.map(({ key }) => key as string) }),
    );
  }
  expect(listed).toEqual(keys);
  await put(...keys.map((key) => vector(key, [1, 0, 0, 0])));
  const parts = await Promise.all(
    [0, 1, 2].map(async (segmentIndex) => {
      const part: string[] = [];
      for await (const { vectors = [] } of paginateListVectors(
        { client: under.client, pageSize: 30 },
        { ...PASSAGES, segmentCount: 3, segmentIndex },
      ))
        part.push(...vectors.map(({ key }) => key as string));
      return part;
    }),
  );
  expect(parts.every((part) => part.length > 40)).toBe(true);
  expect(parts.flat().sort()).toEqual(keys);
});

test('a page of large vectors ends at one megabyte, and goes on from there', async () => {
  await under.again({ vectorIndexes: [{ ...ARCHIVE, dimension: 4096 }] });
  const long = Array.from({ length: 4096 }, (_, at) => at + 1);
  await put(...Array.from({ length: 100 }, (_, at) => vector(`k${at}`, long)));
  const first = await under.client.send(new ListVectorsCommand({ ...PASSAGES, returnData: true }));
  expect(first.vectors?.length).toBeLessThan(100);
  const rest = await under.client.send(new ListVectorsCommand({ ...PASSAGES, nextToken: first.nextToken }));
  expect((first.vectors?.length ?? 0) + (rest.vectors?.length ?? 0)).toBe(100);
});
