import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  ListTablesCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { ensureTables, type LocalDynamoDb, startDynamoDb } from '../../../local/dynamodb';
import { createAuthorizer, type LocalCredentials, type Role } from '../../../local/iam';
import { newStateDir, postMortems, TableName } from './database';

const region = 'us-east-1';
const table = `arn:aws:dynamodb:${region}:000000000000:table/${TableName}`;
const role = (name: string, Action: string[], Resource: string[]): Role => ({
  name,
  roleArn: `arn:aws:iam::000000000000:role/${name}`,
  roleStatements: [{ Effect: 'Allow', Action, Resource }],
});
const authorizer = createAuthorizer({
  functions: [
    role('operator', ['dynamodb:*'], ['*']),
    role('reader', ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:BatchGetItem'], [table]),
    role('stranger', ['lambda:*'], ['*']),
  ],
  secret: randomBytes(32),
  region,
});
const id = { S: 'the-raven' };
let database: LocalDynamoDb;
const clients: DynamoDBClient[] = [];

function clientOf(credentials: Partial<LocalCredentials>): DynamoDBClient {
  const keys = { accessKeyId: 'local', secretAccessKey: 'local', ...credentials };
  const client = new DynamoDBClient({
    endpoint: database.endpoint,
    region,
    credentials: keys,
    maxAttempts: 1,
  });
  clients.push(client);
  return client;
}
const as = (name: string) => clientOf(authorizer.credentialsFor(name));

beforeAll(async () => {
  database = await startDynamoDb({
    port: 0,
    stateDir: await newStateDir(),
    authorize: (signed, permissions) => {
      authorizer.authorizeAll(signed, 'dynamodb', permissions);
    },
  });
  await ensureTables([postMortems], database.endpoint, {
    region,
    credentials: authorizer.credentialsFor('operator'),
  });
  await as('operator').send(new PutItemCommand({ TableName, Item: { id, title: { S: 'Nevermore' } } }));
});

afterAll(async () => {
  for (const client of clients) client.destroy();
  await database.close();
});

it.each<[string, () => Partial<LocalCredentials>, string]>([
  ['made up', () => ({}), 'UnrecognizedClientException'],
  [
    'of a known key with another secret',
    () => ({ ...authorizer.credentialsFor('operator'), secretAccessKey: 'guess' }),
    'InvalidSignatureException',
  ],
  [
    'without its session token',
    () => ({ ...authorizer.credentialsFor('operator'), sessionToken: undefined }),
    'UnrecognizedClientException',
  ],
])('a signature that is %s reads nothing, and learns no table’s name', async (_, credentials, name) => {
  const client = clientOf(credentials());
  for (const command of [
    new GetItemCommand({ TableName, Key: { id } }),
    new ScanCommand({ TableName }),
    new ListTablesCommand({}),
    new ScanCommand({ TableName: 'No-such-table' }),
  ])
    await expect(client.send(command as ScanCommand)).rejects.toMatchObject({
      name,
      $metadata: { httpStatusCode: 400 },
    });
});

it('a caller does what its policies allow, and nothing else', async () => {
  const reader = as('reader');
  const read = await reader.send(new GetItemCommand({ TableName, Key: { id } }));
  expect(read.Item?.title).toEqual({ S: 'Nevermore' });
  await reader.send(new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys: [{ id }] } } }));
  const refused = [
    new PutItemCommand({ TableName, Item: { id } }),
    new ScanCommand({ TableName }),
    new BatchWriteItemCommand({ RequestItems: { [TableName]: [{ DeleteRequest: { Key: { id } } }] } }),
    new ListTablesCommand({}),
    new GetItemCommand({ TableName: 'Other', Key: { id } }),
    new QueryCommand({
      TableName,
      IndexName: 'byOwner',
      KeyConditionExpression: '#o = :o',
      ExpressionAttributeNames: { '#o': 'owner' },
      ExpressionAttributeValues: { ':o': { S: 'x' } },
    }),
  ];
  for (const command of refused)
    await expect(reader.send(command as ScanCommand)).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringMatching(/assumed-role\/reader\/reader is not authorized to perform: dynamodb:/),
    });
  await expect(as('stranger').send(new ScanCommand({ TableName }))).rejects.toMatchObject({
    name: 'AccessDeniedException',
  });
});

it('a transaction needs what each of its parts needs, and one without parts is not free', async () => {
  const write = (...TransactItems: object[]) =>
    as('reader').send(new TransactWriteItemsCommand({ TransactItems: TransactItems as never }));
  await expect(write({ Put: { TableName, Item: { id } } })).rejects.toThrow(/dynamodb:PutItem/);
  await expect(write({ Delete: { TableName, Key: { id } } })).rejects.toThrow(/dynamodb:DeleteItem/);
  await expect(write()).rejects.toThrow(/dynamodb:PutItem/);
  await as('operator').send(
    new TransactWriteItemsCommand({
      TransactItems: [{ Put: { TableName, Item: { id, title: { S: 'Nevermore' } } } }],
    }),
  );
});

it('a request whose body was changed on the way is refused', async () => {
  const signed: Record<string, string> = {};
  const operator = as('operator');
  operator.middlewareStack.add(
    (next) => async (args) => {
      Object.assign(signed, (args.request as { headers: Record<string, string> }).headers);
      return next(args);
    },
    { step: 'finalizeRequest', priority: 'low' },
  );
  await operator.send(new GetItemCommand({ TableName, Key: { id } }));
  const answer = await new Promise<string>((done, failed) => {
    const body = JSON.stringify({ TableName, Key: { id: { S: 'another' } } });
    const headers = { ...signed, 'content-length': String(Buffer.byteLength(body)) };
    request(database.endpoint, { method: 'POST', headers }, (response) => {
      let text = '';
      response.on('data', (part) => {
        text += part;
      });
      response.on('end', () => done(text));
    })
      .on('error', failed)
      .end(body);
  });
  expect(answer).toMatch(/#InvalidSignatureException/);
});
