import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CreateIndexCommand,
  CreateVectorBucketCommand,
  DeleteIndexCommand,
  DeleteVectorBucketCommand,
  GetIndexCommand,
  GetVectorBucketCommand,
  ListIndexesCommand,
  ListVectorBucketsCommand,
  ListVectorsCommand,
  PutVectorsCommand,
  QueryVectorsCommand,
} from '@aws-sdk/client-s3vectors';
import { ARCHIVE, PASSAGES } from './archiveIndex';
import { refusal, type VectorsUnderTest, vectorsUnderTest } from './vectorsUnderTest';

const ARN = 'arn:aws:s3vectors:us-east-1:000000000000:bucket';
const float32 = [1, 2, 3, 4];

let under: VectorsUnderTest;
beforeEach(async () => {
  under = await vectorsUnderTest();
});
afterEach(() => under.dispose());

const put = (key: string, values = float32) =>
  under.client.send(new PutVectorsCommand({ ...PASSAGES, vectors: [{ key, data: { float32: values } }] }));
const keys = async () =>
  (await under.client.send(new ListVectorsCommand(PASSAGES))).vectors?.map(({ key }) => key);

test('buckets and indexes are made, described, listed in pages and deleted, and outlive a restart', async () => {
  const { client } = under;
  for (const name of ['memories-1', 'memories-2', 'other'])
    await client.send(new CreateVectorBucketCommand({ vectorBucketName: name }));
  const vectorBucketName = 'memories-1';
  const made = await client.send(
    new CreateIndexCommand({
      vectorBucketArn: `${ARN}/memories-1`,
      indexName: 'people.v1',
      dataType: 'float32',
      dimension: 8,
      distanceMetric: 'euclidean',
      metadataConfiguration: { nonFilterableMetadataKeys: ['text'] },
    }),
  );
  expect(made.indexArn).toBe(`${ARN}/memories-1/index/people.v1`);
  await under.again();

  const again = under.client;
  const { vectorBucket } = await again.send(new GetVectorBucketCommand({ vectorBucketName }));
  expect(vectorBucket).toEqual({
    vectorBucketName,
    vectorBucketArn: `${ARN}/memories-1`,
    creationTime: expect.any(Date),
  });
  const { index } = await again.send(new GetIndexCommand({ indexArn: made.indexArn }));
  expect(index).toEqual({
    vectorBucketName,
    indexName: 'people.v1',
    indexArn: made.indexArn,
    creationTime: expect.any(Date),
    dataType: 'float32',
    dimension: 8,
    distanceMetric: 'euclidean',
    metadataConfiguration: { nonFilterableMetadataKeys: ['text'] },
  });
  expect(Math.abs(Date.now() - Number(index?.creationTime))).toBeLessThan(600_000);

  const first = await again.send(new ListVectorBucketsCommand({ prefix: 'memories', maxResults: 1 }));
  const rest = await again.send(
    new ListVectorBucketsCommand({ prefix: 'memories', nextToken: first.nextToken }),
  );
  expect([first, rest].map(({ vectorBuckets }) => vectorBuckets?.map((one) => one.vectorBucketName))).toEqual(
    [['memories-1'], ['memories-2']],
  );
  expect(rest.nextToken).toBeUndefined();
  const { indexes } = await again.send(new ListIndexesCommand({ vectorBucketName }));
  expect(indexes).toMatchObject([{ indexName: 'people.v1', indexArn: made.indexArn }]);

  expect(await refusal(again.send(new DeleteVectorBucketCommand({ vectorBucketName })))).toMatchObject({
    name: 'ConflictException',
    status: 409,
  });
  await again.send(new DeleteIndexCommand({ indexArn: made.indexArn }));
  await again.send(new DeleteVectorBucketCommand({ vectorBucketName }));
  await under.again();
  expect(await refusal(under.client.send(new GetVectorBucketCommand({ vectorBucketName })))).toMatchObject({
    name: 'NotFoundException',
    message: 'The specified vector bucket could not be found',
    status: 404,
  });
});

test('what is there already cannot be made, and what is not there is named', async () => {
  const { client } = under;
  const conflict = { name: 'ConflictException', status: 409 };
  const missing = { name: 'NotFoundException', status: 404 };
  expect(
    await refusal(client.send(new CreateVectorBucketCommand({ vectorBucketName: 'archive' }))),
  ).toMatchObject(conflict);
  const index = { dataType: 'float32', dimension: 4, distanceMetric: 'cosine' } as const;
  expect(await refusal(client.send(new CreateIndexCommand({ ...PASSAGES, ...index })))).toMatchObject(
    conflict,
  );
  const nowhere = { vectorBucketName: 'nowhere', indexName: 'passages' };
  const none = { vectorBucketName: 'archive', indexName: 'none' };
  const vectors = [{ key: 'a', data: { float32 } }];
  const query = { topK: 1, queryVector: { float32 } };
  expect(await refusal(client.send(new CreateIndexCommand({ ...nowhere, ...index })))).toMatchObject(missing);
  for (const where of [nowhere, none]) {
    expect(await refusal(client.send(new PutVectorsCommand({ ...where, vectors })))).toMatchObject(missing);
    expect(await refusal(client.send(new QueryVectorsCommand({ ...where, ...query })))).toMatchObject(
      missing,
    );
    expect(await refusal(client.send(new DeleteIndexCommand(where)))).toMatchObject(missing);
  }
});

test('an index that the template changes begins empty and says so; one that it does not change keeps what it has', async () => {
  await put('a');
  await under.again();
  expect(await keys()).toEqual(['a']);
  expect(under.beganEmpty).toEqual([]);
  await under.again({ vectorIndexes: [{ ...ARCHIVE, dimension: 2 }] });
  expect(under.damage).toEqual([
    'The vector index passages begins empty: it has 2 dimensions instead of 4 in the template now. What was in it ' +
      '(1) means nothing any more, and has to be put again.',
  ]);
  expect(under.beganEmpty).toEqual(['archive/passages']);
  await put('b', [1, 2]);
  await under.again({ vectorIndexes: [{ ...ARCHIVE, dimension: 2 }] });
  expect(under.damage).toEqual([]);
  expect(await keys()).toEqual(['b']);
  await under.again({ vectorIndexes: [{ ...ARCHIVE, dimension: 2, notFilterable: ['text', 'more'] }] });
  expect(under.damage).toEqual([expect.stringContaining('other metadata that cannot be filtered by')]);
  // One that the template no longer has is still there: nobody asked to delete it.
  await under.again({ vectorIndexes: [] });
  expect(await keys()).toEqual([]);
});

test('vectors that another embedder made are not asked about: the index begins empty, and names both', async () => {
  await under.again({ madeBy: 'one embedder' });
  expect(under.beganEmpty).toEqual(['archive/passages']);
  await put('a');
  await under.again({ madeBy: 'one embedder' });
  expect(await keys()).toEqual(['a']);
  expect(under.beganEmpty).toEqual([]);
  await under.again({ madeBy: 'another embedder' });
  expect(under.damage).toEqual([
    expect.stringContaining('another embedder embeds now, and one embedder did. What was in it (1)'),
  ]);
  expect(under.beganEmpty).toEqual(['archive/passages']);
  expect(await keys()).toEqual([]);
  // Where nobody is known to embed, every vector is as good as another.
  await put('b');
  await under.again({});
  expect(await keys()).toEqual(['b']);
});

test('a file that is no index any more is put aside and told of, and the index begins empty', async () => {
  await put('a');
  await under.close();
  const file = join(under.folder, 'archive+passages.jsonl');
  writeFileSync(file, 'not what was written\n');
  mkdirSync(under.folder, { recursive: true });
  writeFileSync(join(under.folder, 'unrelated.txt'), 'left alone');
  await under.again();
  expect(under.damage).toEqual([expect.stringContaining('archive+passages.jsonl is not readable')]);
  expect(readFileSync(`${file}.damaged`, 'utf8')).toBe('not what was written\n');
  expect(await keys()).toEqual([]);
  rmSync(join(under.folder, 'archive.jsonl'));
  await put('b');
  await under.again();
  expect(await keys()).toEqual(['b']);
  expect(readdirSync(under.folder).sort()).toEqual([
    'archive+passages.jsonl',
    'archive+passages.jsonl.damaged',
    'archive.jsonl',
    'unrelated.txt',
  ]);
});
