import {
  CreateIndexCommand,
  DeleteVectorsCommand,
  GetVectorsCommand,
  ListVectorsCommand,
  PutVectorsCommand,
  QueryVectorsCommand,
} from '@aws-sdk/client-s3vectors';
import { PASSAGES } from './archiveIndex';
import { refusal, type VectorsUnderTest, vectorsUnderTest } from './vectorsUnderTest';

let under: VectorsUnderTest;
beforeAll(async () => {
  under = await vectorsUnderTest();
});
// After everything that was tried on it, it holds nothing and answers.
afterAll(async () => {
  const { vectors } = await under.client.send(new ListVectorsCommand(PASSAGES));
  expect(vectors).toEqual([]);
  expect(under.failures).toEqual([]);
  await under.dispose();
});

const float32 = [1, 2, 3, 4];
const one = (changed: object = {}) => ({ key: 'a', data: { float32 }, ...changed });
// biome-ignore lint/suspicious/noExplicitAny: what the client's types forbid is what is tried.
const put = (vectors: any, where: object = PASSAGES) =>
  refusal(under.client.send(new PutVectorsCommand({ ...where, vectors })));
const query = (changed: object) =>
  refusal(
    under.client.send(
      new QueryVectorsCommand({ ...PASSAGES, topK: 3, queryVector: { float32 }, ...changed }),
    ),
  );
const keys = (count: number) => Array.from({ length: count }, (_, at) => `k${at}`);

const invalid = (message: RegExp, ...paths: string[]) => ({
  name: 'ValidationException',
  status: 400,
  message: expect.stringMatching(message),
  ...(paths.length > 0 && { paths }),
});

test('more vectors than one request may have are refused, with the field that has them', async () => {
  expect(await put(keys(501).map((key) => one({ key })))).toEqual(
    invalid(
      /'\/vectors' failed to satisfy constraint: Member must have length between 1 and 500/,
      '/vectors',
    ),
  );
  expect(await put([])).toEqual(invalid(/between 1 and 500/, '/vectors'));
  const deleted = new DeleteVectorsCommand({ ...PASSAGES, keys: keys(501) });
  expect(await refusal(under.client.send(deleted))).toEqual(invalid(/between 1 and 500/, '/keys'));
  const got = new GetVectorsCommand({ ...PASSAGES, keys: keys(101) });
  expect(await refusal(under.client.send(got))).toEqual(invalid(/between 1 and 100/, '/keys'));
  for (const topK of [0, 101, 1.5])
    expect(await query({ topK })).toEqual(invalid(/between 1 and 100/, '/topK'));
  for (const maxResults of [0, 1001]) {
    const list = new ListVectorsCommand({ ...PASSAGES, maxResults });
    expect(await refusal(under.client.send(list))).toEqual(invalid(/between 1 and 1000/, '/maxResults'));
  }
});

test.each([
  ['of another dimension', { data: { float32: [1, 2, 3] } }, /vector must have length 4, but has length 3/],
  ['that is not a number', { data: { float32: [1, 2, 3, Number.NaN] } }, /finite/],
  ['with an endless value', { data: { float32: [1, 2, 3, Number.POSITIVE_INFINITY] } }, /finite/],
  ['too large for 32 bits', { data: { float32: [1, 2, 3, 1e39] } }, /finite 32-bit/],
  ['of zeros, where directions are compared', { data: { float32: [0, 0, 0, 0] } }, /zero norm/],
  ['too small for 32 bits', { data: { float32: [1e-60, 0, 0, 0] } }, /zero norm/],
  ['with a null in its metadata', { metadata: { service: null } }, /"service" must not be null/],
  ['with an object to filter by', { metadata: { of: { a: 1 } } }, /"of" must be a string, a number/],
  ['with a list of lists', { metadata: { of: [['a']] } }, /"of" must be a string, a number/],
  [
    'with more than 2 KB to filter by',
    { metadata: { title: 'x'.repeat(2048) } },
    /Filterable metadata must have at most 2048 bytes/,
  ],
  [
    'with more than 40 KB in all',
    { metadata: { text: 'x'.repeat(40_960) } },
    /Total metadata must have at most 40960 bytes/,
  ],
  [
    'with more than 50 names',
    { metadata: Object.fromEntries(keys(51).map((key) => [key, 1])) },
    /at most 50 keys, but has 51/,
  ],
])('a vector %s is refused by its key, and the whole request with it', async (_, changed, message) => {
  expect(await put([one({ key: 'sound' }), one({ key: 'wrong', ...changed })])).toEqual(
    invalid(message, '/vectors'),
  );
  expect((await put([one(changed)])).message).toMatch(/^Invalid record for key 'a': /);
});

test.each([
  ['without a key', one({ key: undefined }), '/vectors/0/key'],
  ['with an empty key', one({ key: '' }), '/vectors/0/key'],
  ['with a key of 1,025 characters', one({ key: '💀'.repeat(1025) }), '/vectors/0/key'],
  ['with half a character for a key', one({ key: 'a\ud83d' }), '/vectors/0/key'],
  ['without values', one({ data: { float32: 'all of them' } }), '/vectors/0/data/float32'],
  ['with a word for metadata', one({ metadata: 'service' }), '/vectors/0/metadata'],
  ['that is none', 7, '/vectors/0'],
])('a vector %s is refused', async (_, given, path) => {
  expect(await raw('PutVectors', { ...PASSAGES, vectors: [given] })).toMatchObject({
    statusCode: 400,
    fieldList: [{ path }],
  });
});

test('a query is measured like a vector', async () => {
  const refused = (message: RegExp) => invalid(message, '/queryVector');
  expect(await query({ queryVector: { float32: [1] } })).toEqual(
    refused(/^Query vector contains invalid values or is invalid.*length 4, but has length 1/),
  );
  expect(await query({ queryVector: { float32: [0, 0, 0, 0] } })).toEqual(refused(/zero norm/));
  expect(await query({ nextToken: 'eyJ' })).toEqual(invalid(/nextToken/, '/nextToken'));
});

test('an index is named by its ARN or by both names, and neither twice nor by half', async () => {
  const indexArn = 'arn:aws:s3vectors:us-east-1:000000000000:bucket/archive/index/passages';
  for (const where of [{}, { indexArn, ...PASSAGES }])
    expect(await put([one()], where)).toEqual(
      invalid(/either indexArn or both vectorBucketName and indexName/),
    );
  expect(await put([one()], { indexName: 'passages' })).toEqual(
    invalid(/must not be null/, '/vectorBucketName'),
  );
  expect(await put([one()], { indexArn: 'passages' })).toEqual(invalid(/ARN of a vector index/, '/indexArn'));
  expect(await put([one()], { ...PASSAGES, indexName: '../../x' })).toEqual(
    invalid(/regular expression/, '/indexName'),
  );
});

test.each([
  [{ dimension: 0 }, /between 1 and 4096/, '/dimension'],
  [{ dimension: 4097 }, /between 1 and 4096/, '/dimension'],
  [{ distanceMetric: 'dotproduct' }, /enum value set: \[euclidean, cosine\]/, '/distanceMetric'],
  [{ dataType: 'float16' }, /enum value set: \[float32\]/, '/dataType'],
  [{ indexName: 'No' }, /regular expression/, '/indexName'],
  [{ indexName: 'x'.repeat(64) }, /regular expression/, '/indexName'],
  [
    { metadataConfiguration: { nonFilterableMetadataKeys: keys(11) } },
    /between 1 and 10/,
    '/metadataConfiguration/nonFilterableMetadataKeys',
  ],
  [
    { metadataConfiguration: { nonFilterableMetadataKeys: ['x'.repeat(64)] } },
    /between 1 and 63/,
    '/metadataConfiguration/nonFilterableMetadataKeys/0',
  ],
])('no index is made with %j', async (changed, message, path) => {
  const command = new CreateIndexCommand({
    vectorBucketName: 'archive',
    indexName: 'other',
    dataType: 'float32',
    dimension: 4,
    distanceMetric: 'cosine',
    ...(changed as object),
  });
  expect(await refusal(under.client.send(command))).toEqual(invalid(message, path));
});

test('parts of a list are at most 16, and each is one of them', async () => {
  const list = (part: object) => refusal(under.client.send(new ListVectorsCommand({ ...PASSAGES, ...part })));
  expect(await list({ segmentCount: 17, segmentIndex: 0 })).toEqual(
    invalid(/between 1 and 16/, '/segmentCount'),
  );
  expect(await list({ segmentCount: 2, segmentIndex: 2 })).toEqual(
    invalid(/less than segmentCount/, '/segmentIndex'),
  );
  expect(await list({ segmentCount: 2 })).toEqual(invalid(/must not be null/, '/segmentIndex'));
  expect(await list({ nextToken: '!!' })).toEqual(invalid(/nextToken is not valid/, '/nextToken'));
});

test('a request of more than 20 MiB is refused, and one that is no JSON too', async () => {
  const large = [one({ metadata: { text: 'x'.repeat(20 * 1024 * 1024) } })];
  expect(await put(large)).toEqual(invalid(/more than 20971520 bytes/));
  for (const body of ['{', '[]', '7', '"x"', 'null'])
    expect(await raw('PutVectors', body)).toMatchObject({ statusCode: 400, type: 'ValidationException' });
});

test('what is largest in everything is taken', async () => {
  const text = 'x'.repeat(40_960 - 20 - 2_040);
  const metadata = { text, ...Object.fromEntries(keys(48).map((key) => [key, 'y'.repeat(20)])) };
  const largest = one({ key: '💀'.repeat(1024), metadata, data: { float32: [3.4e38, -3.4e38, 1e-38, 0] } });
  expect(await put([largest])).toEqual({});
  const found = await under.client.send(
    new QueryVectorsCommand({
      ...PASSAGES,
      topK: 100,
      queryVector: { float32: [1, 1, 1, 1] },
      returnMetadata: true,
    }),
  );
  expect(found.vectors?.[0]?.metadata).toEqual(metadata);
  await under.client.send(new DeleteVectorsCommand({ ...PASSAGES, keys: [largest.key] }));
});

/** A request that AWS's client would not send, signed by it all the same. */
async function raw(operation: string, body: unknown) {
  const command = new PutVectorsCommand({ ...PASSAGES, vectors: [] });
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  command.middlewareStack.add(
    (next) => (args) => {
      const request = args.request as { path: string; body: string; headers: Record<string, string> };
      request.path = `/${operation}`;
      request.body = text;
      request.headers['content-length'] = String(Buffer.byteLength(text));
      return next(args);
    },
    { step: 'build', priority: 'high' },
  );
  const error = (await under.client.send(command).catch((failed: unknown) => failed)) as {
    name: string;
    fieldList?: unknown;
    $metadata: { httpStatusCode: number };
  };
  return { type: error.name, statusCode: error.$metadata.httpStatusCode, fieldList: error.fieldList };
}
