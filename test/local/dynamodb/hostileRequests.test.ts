import { mkdir, readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import {
  ExecuteStatementCommand,
  PutItemCommand,
  ScanCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { DynamoDbInUseError, DynamoDbStateError, startDynamoDb } from '../../../local/dynamodb';
import { newStateDir, type RunningDatabase, runDatabase, TableName } from './database';

const signed = {
  authorization: 'AWS4-HMAC-SHA256 Credential=local/20261123/us-east-1/dynamodb/aws4_request',
};
let database: RunningDatabase;

beforeEach(async () => {
  database = await runDatabase();
});

afterEach(async () => {
  expect((await database.client.send(new ScanCommand({ TableName }))).Count).toBeDefined();
  await database.dispose();
});

async function call(body: string, headers: Record<string, string> = {}, operation = 'Scan') {
  const target = { 'x-amz-target': `DynamoDB_20120810.${operation}` };
  const response = await fetch(database.endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/x-amz-json-1.0', ...signed, ...target, ...headers },
    body,
  });
  return { status: response.status, body: (await response.json()) as Record<string, string> };
}

it.each([
  ['not JSON', '{"TableName":', 'SerializationException'],
  ['nothing', '', 'SerializationException'],
  ['a list', '[]', 'SerializationException'],
  ['null', 'null', 'SerializationException'],
  ['a number for a name', '{"TableName":7}', 'SerializationException'],
  ['no table', '{}', 'ValidationException'],
  ['an unknown table', '{"TableName":"Unknown"}', 'ResourceNotFoundException'],
])('a body that is %s gets a clear answer', async (_, body, type) => {
  const answer = await call(body);
  expect(answer.status).toBe(400);
  expect(answer.body.__type).toMatch(new RegExp(`#${type}$`));
  expect(database.failures).toEqual([]);
});

it('an operation that is not served is named', async () => {
  await expect(
    database.client.send(new ExecuteStatementCommand({ Statement: 'SELECT' })),
  ).rejects.toMatchObject({
    name: 'UnknownOperationException',
    message: expect.stringContaining('ExecuteStatement'),
  });
  expect((await call('{}', {}, 'constructor')).body.message).toContain('constructor');
});

it('a body over the limit of the service gets 413', async () => {
  const answer = await call(JSON.stringify({ TableName: 'x'.repeat(17 * 1024 * 1024) }));
  expect(answer).toMatchObject({ status: 413, body: { message: expect.stringContaining('16777216 bytes') } });
});

it('an item over 400 KB is refused', async () => {
  const Item = { id: { S: 'big' }, text: { S: 'x'.repeat(410_000) } };
  await expect(database.client.send(new PutItemCommand({ TableName, Item }))).rejects.toMatchObject({
    name: 'ValidationException',
  });
});

it('a web page cannot call: an unsigned request is refused, and a preflight gets no leave', async () => {
  expect((await call('{}', { authorization: '' })).body.__type).toContain('MissingAuthenticationToken');
  const preflight = await fetch(database.endpoint, {
    method: 'OPTIONS',
    headers: { origin: 'http://evil.example', 'access-control-request-headers': 'authorization' },
  });
  expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  await preflight.text();
});

it('a foreign host name that was pointed at this machine is refused', async () => {
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const headers = { ...signed, host: 'evil.example', 'x-amz-target': 'DynamoDB_20120810.ListTables' };
    request(database.endpoint, { method: 'POST', headers }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
    })
      .on('error', reject)
      .end('{}');
  });
  expect(status).toBe(403);
});

it('an expression over 4 KB is refused in the words of the service, wherever it stands', async () => {
  const long = Array.from({ length: 400 }, () => 'title = :t').join(' OR ');
  const values = { ExpressionAttributeValues: { ':t': { S: 'x' } } };
  const message = `Expression size has exceeded the maximum allowed size; expression size: ${long.length}`;
  const scan = database.client.send(new ScanCommand({ TableName, FilterExpression: long, ...values }));
  await expect(scan).rejects.toMatchObject({
    name: 'ValidationException',
    message: `Invalid FilterExpression: ${message}`,
  });
  const put = { TableName, Item: { id: { S: '1' } }, ConditionExpression: long, ...values };
  await expect(database.client.send(new PutItemCommand(put))).rejects.toThrow(
    `Invalid ConditionExpression: ${message}`,
  );
  const transaction = new TransactWriteItemsCommand({ TransactItems: [{ Put: put }] });
  await expect(database.client.send(transaction)).rejects.toThrow(message);
});

it('parentheses in parentheses are read in no time', async () => {
  const values = { ExpressionAttributeValues: { ':t': { S: 'x' } } };
  const nested = (open: string, close: string) => `${open.repeat(60)}title = :t${close.repeat(60)}`;
  for (const FilterExpression of [
    nested('NOT (', ')'),
    nested('(', ' AND title <> :t)'),
    nested('title <> :t OR (', ' AND id <> :t)'),
  ])
    expect(
      (await database.client.send(new ScanCommand({ TableName, FilterExpression, ...values }))).Count,
    ).toBe(0);
});

it('a defect in evaluating an expression fails that request, and no other', async () => {
  await database.client.send(new PutItemCommand({ TableName, Item: { id: { S: '1' }, a: { S: 'x' } } }));
  const expression = 'a IN (gone)';
  const scan = database.client.send(new ScanCommand({ TableName, FilterExpression: expression }));
  await expect(scan).rejects.toMatchObject({ name: 'InternalServerError' });
  const update = new UpdateItemCommand({
    TableName,
    Key: { id: { S: '1' } },
    UpdateExpression: 'REMOVE a',
    ConditionExpression: expression,
  });
  await expect(database.client.send(update)).rejects.toMatchObject({ name: 'InternalServerError' });
  expect(database.failures).toHaveLength(2);
  await database.client.send(new PutItemCommand({ TableName, Item: { id: { S: '2' } } }));
});

it('a second database on the same folder is refused, and the first one goes on', async () => {
  const second = startDynamoDb({ port: 0, stateDir: database.stateDir });
  await expect(second).rejects.toBeInstanceOf(DynamoDbInUseError);
});

it('a taken port is reported as such, and lets go of the folder', async () => {
  const stateDir = await newStateDir();
  const port = Number(new URL(database.endpoint).port);
  await expect(startDynamoDb({ port, stateDir })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await (await runDatabase({ stateDir })).dispose();
});

it('something else in the place of the folder is refused with what to do, and stays as it is', async () => {
  const stateDir = await newStateDir();
  const path = join(stateDir, 'dynamodb');
  await mkdir(join(path, 'CURRENT'), { recursive: true });
  const failure = startDynamoDb({ port: 0, stateDir });
  await expect(failure).rejects.toBeInstanceOf(DynamoDbStateError);
  await expect(failure).rejects.toThrow('rename it to start without its data');
  expect(await readdir(path)).toContain('CURRENT');
});
