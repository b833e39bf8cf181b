import {
  GetIndexCommand,
  ListTagsForResourceCommand,
  ListVectorBucketsCommand,
  ListVectorsCommand,
  PutVectorsCommand,
  QueryVectorsCommand,
  S3VectorsClient,
} from '@aws-sdk/client-s3vectors';
import type { Statement } from '../../../local/iam';
import { ARCHIVE, PASSAGES } from './archiveIndex';
import { refusal, type VectorsUnderTest, vectorsUnderTest } from './vectorsUnderTest';

const INDEX = 'arn:aws:s3vectors:us-east-1:000000000000:bucket/archive/index/passages';
const BUCKET = 'arn:aws:s3vectors:us-east-1:000000000000:bucket/archive';

let under: VectorsUnderTest;
afterEach(() => under.dispose());

const allowed = async (Action: string[], Resource = INDEX) => {
  const policy: Statement[] = [{ Effect: 'Allow', Action, Resource }];
  under = await vectorsUnderTest({
    vectorIndexes: [ARCHIVE, { ...ARCHIVE, name: 'memories' }],
    policy,
  });
  return under.client;
};

const queryVector = { float32: [1, 0, 0, 0] };
const vectors = [{ key: 'a', data: queryVector }];

test('a function reaches the index that its role names by ARN, and not the one beside it', async () => {
  const client = await allowed(['s3vectors:PutVectors']);
  await client.send(new PutVectorsCommand({ ...PASSAGES, vectors }));
  await client.send(new PutVectorsCommand({ indexArn: INDEX, vectors }));
  const beside = new PutVectorsCommand({ ...PASSAGES, indexName: 'memories', vectors });
  expect(await refusal(client.send(beside))).toMatchObject({
    name: 'AccessDeniedException',
    status: 403,
    message: expect.stringContaining('s3vectors:PutVectors on resource: '),
  });
  expect(await refusal(client.send(new GetIndexCommand(PASSAGES)))).toMatchObject({
    name: 'AccessDeniedException',
  });
});

test('a query needs the right to get vectors as soon as it filters or shows metadata, as a list does', async () => {
  const client = await allowed(['s3vectors:QueryVectors', 's3vectors:ListVectors']);
  const query = (more: object) =>
    refusal(client.send(new QueryVectorsCommand({ ...PASSAGES, topK: 1, queryVector, ...more })));
  const list = (more: object) => refusal(client.send(new ListVectorsCommand({ ...PASSAGES, ...more })));
  expect(await query({ returnDistance: true })).toEqual({});
  expect(await list({})).toEqual({});
  const denied = {
    name: 'AccessDeniedException',
    message: expect.stringContaining('s3vectors:GetVectors on resource'),
  };
  expect(await query({ filter: { service: 'orders' } })).toMatchObject(denied);
  expect(await query({ returnMetadata: true })).toMatchObject(denied);
  expect(await list({ returnData: true })).toMatchObject(denied);
  expect(await list({ returnMetadata: true })).toMatchObject(denied);
});

test('who may list one bucket may not list all, and an ARN of another account leads nowhere', async () => {
  const client = await allowed(['s3vectors:*'], `${BUCKET}*`);
  expect(await refusal(client.send(new ListVectorBucketsCommand({})))).toMatchObject({
    name: 'AccessDeniedException',
  });
  await under.again({ policy: [{ Effect: 'Allow', Action: 's3vectors:*', Resource: '*' }] });
  const foreign = new GetIndexCommand({ indexArn: INDEX.replace('000000000000', '111111111111') });
  expect(await refusal(under.client.send(foreign))).toMatchObject({ name: 'NotFoundException', status: 404 });
});

test('what is not signed with the function’s keys is refused, and what is not served is refused by name', async () => {
  const client = await allowed(['s3vectors:*'], '*');
  const { endpoint, region } = client.config;
  const stranger = new S3VectorsClient({
    endpoint: endpoint && (await endpoint()),
    region,
    maxAttempts: 1,
    credentials: { accessKeyId: 'AKIASTRANGER', secretAccessKey: 'x' },
  });
  expect(await refusal(stranger.send(new GetIndexCommand(PASSAGES)))).toMatchObject({
    name: 'UnrecognizedClientException',
    status: 403,
  });
  expect(await refusal(client.send(new ListTagsForResourceCommand({ resourceArn: BUCKET })))).toMatchObject({
    name: 'UnknownOperationException',
    message: expect.stringMatching(/does not serve GET \/tags\//),
  });
});
