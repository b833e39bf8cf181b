import { type VectorIndexError, vectorIndexIn } from '../../lambda/vectors';
import { ARCHIVE } from '../local/s3vectors/archiveIndex';
import { type VectorsUnderTest, vectorsUnderTest } from '../local/s3vectors/vectorsUnderTest';

let under: VectorsUnderTest;
beforeAll(async () => {
  under = await vectorsUnderTest({ vectorIndexes: [ARCHIVE] });
});
afterAll(() => under.dispose());

const index = () => vectorIndexIn(ARCHIVE.bucket, ARCHIVE.name, under.client);
const vector = (...values: number[]) => Float32Array.from(values);
const refused = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (error: VectorIndexError) => error,
  );

it('puts, finds by direction and filter, lists and deletes more than the service takes at once', async () => {
  const vectors = Array.from({ length: 1_201 }, (_, at) => ({
    key: `key ${at}`,
    vector: vector(1, at / 1_201, 0, 0),
    metadata: { pools: ['a', at % 2 === 0 ? 'even' : 'odd'], day: at },
  }));
  await index().put(vectors);
  const near = await index().query({
    ...{ vector: vector(1, 0, 0, 0), topK: 3 },
    filter: { $and: [{ pools: { $eq: 'odd' } }, { day: { $gte: 10 } }] },
  });
  expect(near.map(({ key }) => key)).toEqual(['key 11', 'key 13', 'key 15']);
  expect(near[0]).toMatchObject({ metadata: { day: 11, pools: ['a', 'odd'] } });
  expect(near[0]?.distance).toBeLessThan(0.001);
  const keys: string[] = [];
  let next: string | null = null;
  do {
    const page: { keys: string[]; next: string | null } = await index().list({ next });
    keys.push(...page.keys);
    next = page.next;
  } while (next !== null);
  expect(keys.sort()).toEqual(vectors.map(({ key }) => key).sort());
  const asked = ['key 7', 'none', ...keys.slice(0, 300)];
  expect((await index().present(asked)).size).toBe(301);
  await index().delete([...keys, 'none']);
  expect((await index().present(asked)).size).toBe(0);
  await index().delete([]);
  await index().put([]);
});

it('says which setting to change when vectors have another dimension than the index', async () => {
  const put = await refused(index().put([{ key: 'k', vector: vector(1, 2), metadata: {} }]));
  const query = await refused(index().query({ vector: vector(1, 2), topK: 1 }));
  for (const error of [put, query]) {
    expect(error).toMatchObject({ type: 'ValidationException', isOfDimension: true, isMissing: false });
    expect(error?.message).toContain('NEVERMORE_EMBEDDING_DIMENSIONS');
  }
});

it('takes no other refusal for one of the dimension, whatever the key says', async () => {
  const four = vector(1, 2, 3, 4);
  const bad = { notes: { a: 1 } as unknown as string };
  for (const [key, metadata] of [
    ['k'.repeat(1_025), {}],
    ['1|the-dimension-of-it|a', bad],
    ["it's a vector must have length 4|a", bad],
  ] as const) {
    const error = await refused(index().put([{ key, vector: four, metadata }]));
    expect(error).toMatchObject({ type: 'ValidationException', isOfDimension: false });
    expect(error?.message).not.toContain('NEVERMORE_EMBEDDING_DIMENSIONS');
  }
});

it('says that an index is missing, and what makes it', async () => {
  const missing = vectorIndexIn(ARCHIVE.bucket, 'nowhere', under.client);
  const error = await refused(missing.query({ vector: vector(1, 0, 0, 0), topK: 1 }));
  expect(error).toMatchObject({ type: 'NotFoundException', isMissing: true });
  expect(error?.message).toContain('Deploy the backend again');
});
