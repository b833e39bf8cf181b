import type { Embed } from '../../../lambda/bedrock/embed';
import { FORM, findingByIndex, vectorKey } from '../../../lambda/memories/meaning';
import { followMemories } from '../../../lambda/memoryIndexer/follow';
import type { VectorFilter, VectorToPut } from '../../../lambda/vectors';

const embed: Embed = async (texts) => ({
  vectors: texts.map((text) => new Float32Array([text.length, 1])),
  embeddedBy: 'a ruler',
});

function index() {
  const kept = new Map<string, VectorToPut>();
  return {
    kept,
    put: async (vectors: readonly VectorToPut[]) => {
      for (const one of vectors) kept.set(one.key, one);
    },
    delete: async (keys: readonly string[]) => {
      for (const key of keys) kept.delete(key);
    },
  };
}

const record = (id: string, text: string | null, whose = 'person#me') => ({
  dynamodb: {
    Keys: { whose: { S: whose }, id: { S: id } },
    ...(text !== null && { NewImage: { whose: { S: whose }, id: { S: id }, text: { S: text } } }),
  },
});

test('a memory enters the index with whose it is, stands there as it was changed last, and leaves it when it is forgotten', async () => {
  const vectors = index();
  const batch = [
    record('a', 'Times in UTC.'),
    record('b', 'Say customer.', 'team#pool'),
    record('a', 'Times in CET.'),
    record('c', 'y'),
    record('c', null),
  ];
  await followMemories(batch, { vectors, embed });
  // A batch that failed comes again.
  await followMemories(batch, { vectors, embed });
  expect([...vectors.kept.values()].map(({ metadata }) => metadata)).toEqual([
    { whose: 'person#me', id: 'a', embedder: 'a ruler', form: FORM, roots: expect.any(Array) },
    { whose: 'team#pool', id: 'b', embedder: 'a ruler', form: FORM, roots: expect.any(Array) },
  ]);
  // What stands beside a vector cannot be read.
  expect(JSON.stringify([...vectors.kept.values()])).not.toMatch(/times|cet/i);
  await followMemories([record('a', null)], { vectors, embed });
  expect([...vectors.kept.keys()]).toEqual([vectorKey({ whose: 'team#pool', id: 'b' })]);
});

test('what is asked for is filtered by whose it is before anything is compared, and what is far from it is not told', async () => {
  const asked: (VectorFilter | undefined)[] = [];
  const find = findingByIndex(
    {
      embed,
      vectors: {
        query: async ({ filter }) => {
          asked.push(filter);
          if (JSON.stringify(filter).includes('roots'))
            return [{ key: 'c', distance: 0.99, metadata: { whose: 'team#pool', id: 'c' } }];
          return [
            { key: 'a', distance: 0.2, metadata: { whose: 'person#me', id: 'a' } },
            { key: 'b', distance: 0.99, metadata: { whose: 'person#me', id: 'b' } },
          ];
        },
      },
    },
    () => {},
  );
  const allowed = [
    { whose: { $in: ['person#me', 'team#pool'] } },
    { embedder: { $eq: 'a ruler' } },
    { form: { $eq: FORM } },
  ];
  expect(await find('zones', ['person#me', 'team#pool'])).toEqual({
    near: [{ whose: 'person#me', id: 'a' }],
    // A word is a word, however far the sentence is.
    worded: [{ whose: 'team#pool', id: 'c' }],
    ...{ isEmpty: false, isWhole: true },
  });
  expect(asked).toEqual([{ $and: allowed }, { $and: [...allowed, { roots: { $eq: expect.any(String) } }] }]);
});

test('an index that is missing, or has another dimension, is said and warned of, and finding goes on by words', async () => {
  const warned: string[] = [];
  const find = findingByIndex(
    {
      embed,
      vectors: {
        query: async () => {
          throw new Error('The index does not exist.');
        },
      },
    },
    (message, error) => warned.push(`${message}: ${error}`),
  );
  expect(await find('x', ['person#me'])).toBeUndefined();
  expect(warned).toEqual([expect.stringContaining('The index does not exist.')]);
});
