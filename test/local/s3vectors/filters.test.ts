import { PutVectorsCommand, QueryVectorsCommand } from '@aws-sdk/client-s3vectors';
import { readFilter } from '../../../local/s3vectors/filter';
import fc from '../../properties';
import { PASSAGES } from './archiveIndex';
import { refusal, type VectorsUnderTest, vectorsUnderTest } from './vectorsUnderTest';

let under: VectorsUnderTest;
beforeAll(async () => {
  under = await vectorsUnderTest();
  await under.client.send(
    new PutVectorsCommand({
      ...PASSAGES,
      vectors: INCIDENTS.map(([key, metadata], at) => ({
        key,
        data: { float32: [1, at, 0, 0] },
        metadata: { ...metadata, text: 'kept' },
      })),
    }),
  );
});
afterAll(() => under.dispose());

type Kept = Record<string, string | number | boolean | (string | number | boolean)[]>;

const INCIDENTS: [string, Kept][] = [
  ['orders', { service: 'orders', severity: 'SEV1', day: 20260301, team: ['shop', 'core'], live: true }],
  ['search', { service: 'search', severity: 'SEV2', day: 20260401, team: ['core'], live: false }],
  ['mail', { service: 'mail', severity: 'SEV2', day: 20260501 }],
];

const send = (filter: unknown) =>
  under.client.send(
    new QueryVectorsCommand({
      ...PASSAGES,
      topK: 100,
      queryVector: { float32: [1, 0, 0, 0] },
      // biome-ignore lint/suspicious/noExplicitAny: what the client's types forbid is tried too.
      filter: filter as any,
    }),
  );
const fitting = async (filter: unknown) => (await send(filter)).vectors?.map(({ key }) => key);

test.each([
  [{ service: 'orders' }, ['orders']],
  [{ service: { $eq: 'orders' } }, ['orders']],
  [{ service: { $ne: 'orders' } }, ['search', 'mail']],
  [{ day: { $gt: 20260401 } }, ['mail']],
  [{ day: { $gte: 20260401 } }, ['search', 'mail']],
  [{ day: { $lt: 20260401 } }, ['orders']],
  [{ day: { $lte: 20260401 } }, ['orders', 'search']],
  [{ day: { $gte: 20260302, $lte: 20260430 } }, ['search']],
  [{ severity: { $in: ['SEV2', 'SEV3'] } }, ['search', 'mail']],
  [{ severity: { $nin: ['SEV2', 'SEV3'] } }, ['orders']],
  [{ live: { $exists: true } }, ['orders', 'search']],
  [{ live: { $exists: false } }, ['mail']],
  [{ live: false }, ['search']],
  // Of a list, one that is equal is enough; and none of it may be for the contrary.
  [{ team: 'core' }, ['orders', 'search']],
  [{ team: { $in: ['shop', 'mailers'] } }, ['orders']],
  [{ team: { $ne: 'shop' } }, ['search', 'mail']],
  [{ team: { $nin: ['shop'] } }, ['search', 'mail']],
  [{ $and: [{ severity: 'SEV2' }, { day: { $gt: 20260401 } }] }, ['mail']],
  [{ $or: [{ service: 'orders' }, { $and: [{ live: false }, { team: 'core' }] }] }, ['orders', 'search']],
  // A text is not the number that it looks like.
  [{ day: '20260301' }, []],
  [{ day: { $gt: -1e300 } }, ['orders', 'search', 'mail']],
  [{ nothing: 'x' }, []],
])('%j finds %j', async (filter, keys) => {
  expect(await fitting(filter)).toEqual(keys);
});

test.each([
  [{}, /an object in it is empty/],
  [{ service: 'orders', severity: 'SEV1' }, /"service", "severity"; put each into an object of its own/],
  [{ service: { $regex: 'o.*' } }, /there is no operator \$regex/],
  [{ service: { $startsWith: 'o' } }, /there is no operator \$startsWith/],
  [{ $not: [{ service: 'orders' }] }, /there is no operator \$not/],
  [{ service: {} }, /"service" has no operator/],
  [{ service: null }, /takes a text, a number, true or false/],
  [{ service: ['orders'] }, /takes a text, a number, true or false/],
  [{ service: { $in: [] } }, /\$in takes a list of values/],
  [{ service: { $in: 'orders' } }, /\$in takes a list of values/],
  [{ service: { $nin: [['orders']] } }, /\$nin takes a text/],
  [{ day: { $gt: '2026' } }, /\$gt takes a number/],
  [{ day: { $exists: 'yes' } }, /\$exists takes true or false/],
  [{ $and: [] }, /\$and takes a list of filters/],
  [{ $or: { service: 'orders' } }, /\$or takes a list of filters/],
  [{ $and: [{ service: 'orders' }, 7] }, /a filter must be an object/],
  [[{ service: 'orders' }], /a filter must be an object/],
  ['service', /a filter must be an object/],
  [{ text: 'kept' }, /"text" is metadata that cannot be filtered by/],
  [{ $or: [{ day: 1 }, { text: { $exists: true } }] }, /"text" is metadata that cannot be filtered by/],
  [nested(65), /nested more than 64 times/],
  [{ constructor: { toString: 'x' } }, /there is no operator toString/],
])('%j is refused by what is wrong with it', async (filter, message) => {
  expect(await refusal(send(filter))).toEqual({
    name: 'ValidationException',
    status: 400,
    message: expect.stringMatching(message),
    paths: ['/filter'],
  });
});

test('a name that every object has by itself is no metadata', async () => {
  expect(await fitting({ constructor: { $exists: true } })).toEqual([]);
  expect(await fitting(JSON.parse('{"__proto__": {"$exists": true}}'))).toEqual([]);
});

function nested(depth: number): object {
  let filter: object = { day: 1 };
  for (let at = 1; at < depth; at += 1) filter = { $and: [filter] };
  return filter;
}

test('a filter finds what its operators say one by one, however they are put together', () => {
  const value = fc.oneof(fc.constantFrom('a', 'b', '1', ''), fc.integer({ min: -2, max: 2 }), fc.boolean());
  const metadata = fc.dictionary(
    fc.constantFrom('x', 'y', 'z'),
    fc.oneof(value, fc.array(value, { maxLength: 3 })),
  );
  const { filter } = fc.letrec<{ filter: Tree }>((tie) => ({
    filter: fc.oneof(
      { depthSize: 'small' },
      fc.record({
        field: fc.constantFrom('x', 'y', 'z'),
        operator: fc.constantFrom('$eq', '$ne', '$in', '$nin'),
        values: fc.array(value, { minLength: 1, maxLength: 3 }),
      }),
      fc.record({
        field: fc.constantFrom('x', 'y', 'z'),
        operator: fc.constantFrom('$gt', '$gte', '$lt', '$lte'),
        values: fc.tuple(fc.integer({ min: -2, max: 2 })),
      }),
      fc.record({
        join: fc.constantFrom('$and' as const, '$or' as const),
        parts: fc.array(tie('filter'), { minLength: 1, maxLength: 3 }),
      }),
    ),
  }));
  fc.assert(
    fc.property(filter, metadata, (tree, kept) => {
      expect(readFilter(written(tree), new Set())(kept as Kept)).toBe(plainly(tree, kept as Kept));
    }),
    { numRuns: 2_000 },
  );
});

type Tree =
  | { field: string; operator: string; values: (string | number | boolean)[] }
  | { join: '$and' | '$or'; parts: Tree[] };

/** The tree as a filter of the API. */
function written(tree: Tree): object {
  if ('join' in tree) return { [tree.join]: tree.parts.map(written) };
  const { field, operator, values } = tree;
  return { [field]: { [operator]: /in$/.test(operator) ? values : values[0] } };
}

/** The tree by its definition. */
function plainly(tree: Tree, kept: Kept): boolean {
  if ('join' in tree) {
    const results = tree.parts.map((part) => plainly(part, kept));
    return tree.join === '$and' ? !results.includes(false) : results.includes(true);
  }
  const { field, operator, values } = tree;
  const own = kept[field];
  const all = own === undefined ? [] : [own].flat();
  const wanted = operator === '$eq' || operator === '$ne' ? values.slice(0, 1) : values;
  if (operator === '$eq' || operator === '$in') return all.some((one) => wanted.includes(one));
  if (operator === '$ne' || operator === '$nin') return !all.some((one) => wanted.includes(one));
  if (typeof own !== 'number') return false;
  const bound = values[0] as number;
  return { $gt: own > bound, $gte: own >= bound, $lt: own < bound, $lte: own <= bound }[operator] as boolean;
}
