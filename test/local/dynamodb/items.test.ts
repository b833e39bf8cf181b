import {
  BatchWriteItemCommand,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { ensureTables } from '../../../local/dynamodb';
import { postMortems, type RunningDatabase, runDatabase, TableName } from './database';

let database: RunningDatabase;

beforeEach(async () => {
  database = await runDatabase();
});

afterEach(async () => {
  expect(database.failures).toEqual([]);
  await database.dispose();
});

const item = (id: string, extra = {}) => ({
  id: { S: id },
  owner: { S: 'edgar' },
  updatedAt: { S: `2026-11-${id.padStart(2, '0')}` },
  severity: { N: '1' },
  title: { S: `Outage ${id}` },
  ...extra,
});
const put = (id: string, extra = {}) =>
  database.client.send(new PutItemCommand({ TableName, Item: item(id, extra) }));
const get = async (id: string) =>
  (await database.client.send(new GetItemCommand({ TableName, Key: { id: { S: id } } }))).Item;
const byOwner = async (owner: string) => {
  const { Items = [] } = await database.client.send(
    new QueryCommand({
      TableName,
      IndexName: 'byOwner',
      KeyConditionExpression: '#owner = :owner',
      ExpressionAttributeNames: { '#owner': 'owner' },
      ExpressionAttributeValues: { ':owner': { S: owner } },
    }),
  );
  return Items;
};

describe('a conditional write', () => {
  const createOnly = (id: string, extra = {}) =>
    database.client.send(
      new PutItemCommand({
        TableName,
        Item: item(id, extra),
        ConditionExpression: 'attribute_not_exists(id)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );

  it('is refused when the condition does not hold, shows the item, and changes nothing', async () => {
    await createOnly('1');
    const refused = await createOnly('1', { owner: { S: 'intruder' } }).catch((error) => error);
    expect(refused).toBeInstanceOf(ConditionalCheckFailedException);
    expect(refused.Item).toEqual(item('1'));
    expect(await get('1')).toEqual(item('1'));
    expect(await byOwner('intruder')).toEqual([]);
  });

  it('lets exactly one of many writers win who all saw the same revision', async () => {
    await put('1', { revision: { N: '1' } });
    const attempts = Array.from({ length: 20 }, (_, writer) =>
      database.client.send(
        new UpdateItemCommand({
          TableName,
          Key: { id: { S: '1' } },
          UpdateExpression: 'SET revision = revision + :one, editor = :writer',
          ConditionExpression: 'revision = :seen',
          ExpressionAttributeValues: {
            ':one': { N: '1' },
            ':seen': { N: '1' },
            ':writer': { S: String(writer) },
          },
        }),
      ),
    );
    const results = await Promise.allSettled(attempts);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await get('1'))?.revision).toEqual({ N: '2' });
  });
});

describe('a secondary index', () => {
  it('follows every change of its items', async () => {
    await put('1');
    expect(await byOwner('edgar')).toEqual([item('1')]);
    await put('1', { owner: { S: 'ligeia' } });
    expect(await byOwner('edgar')).toEqual([]);
    expect(await byOwner('ligeia')).toHaveLength(1);
    await database.client.send(
      new UpdateItemCommand({ TableName, Key: { id: { S: '1' } }, UpdateExpression: 'REMOVE updatedAt' }),
    );
    expect(await byOwner('ligeia')).toEqual([]);
    await put('2');
    await database.client.send(new DeleteItemCommand({ TableName, Key: { id: { S: '2' } } }));
    expect(await byOwner('edgar')).toEqual([]);
  });

  it('holds only the attributes it was told to', async () => {
    await put('1', { secret: { S: 'nevermore' } });
    const { Items } = await database.client.send(new ScanCommand({ TableName, IndexName: 'bySeverity' }));
    const { owner: _owner, ...projected } = item('1');
    expect(Items).toEqual([projected]);
  });

  it.each([true, false])('is read page by page without loss or repetition (forward: %s)', async (forward) => {
    const ids = Array.from({ length: 23 }, (_, index) => String(index + 1));
    for (const id of ids) await put(id);
    const seen: (string | undefined)[] = [];
    let start: Record<string, never> | undefined;
    do {
      const page = await database.client.send(
        new QueryCommand({
          TableName,
          IndexName: 'byOwner',
          KeyConditionExpression: '#owner = :owner AND updatedAt >= :from',
          ExpressionAttributeNames: { '#owner': 'owner' },
          ExpressionAttributeValues: { ':owner': { S: 'edgar' }, ':from': { S: '2026-11-03' } },
          ScanIndexForward: forward,
          Limit: 5,
          ExclusiveStartKey: start,
        }),
      );
      seen.push(...(page.Items ?? []).map(({ id }) => id?.S));
      start = page.LastEvaluatedKey as typeof start;
    } while (start);
    const expected = ids.slice(2);
    expect(seen).toEqual(forward ? expected : expected.reverse());
  });
});

it('a batch write lands as a whole', async () => {
  const puts = ['1', '2', '3'].map((id) => ({ PutRequest: { Item: item(id) } }));
  await database.client.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: puts } }));
  expect(await byOwner('edgar')).toHaveLength(3);
  const broken = [
    { PutRequest: { Item: item('4') } },
    { PutRequest: { Item: item('5', { owner: { N: '5' } }) } },
  ];
  await expect(
    database.client.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: broken } })),
  ).rejects.toMatchObject({ name: 'ValidationException' });
  expect(await get('4')).toBeUndefined();
});

it('data, indexes and tables last through a restart', async () => {
  await put('1');
  database = await database.restart();
  expect(await get('1')).toEqual(item('1'));
  expect(await byOwner('edgar')).toEqual([item('1')]);
  await put('2');
  expect(await byOwner('edgar')).toHaveLength(2);
});

it('a new table is ready at once, and a deleted one leaves nothing behind', async () => {
  await put('1');
  const { Table } = await database.client.send(new DescribeTableCommand({ TableName }));
  expect(Table).toMatchObject({
    TableStatus: 'ACTIVE',
    TableArn: `arn:aws:dynamodb:us-east-1:000000000000:table/${TableName}`,
  });
  await database.client.send(new DeleteTableCommand({ TableName }));
  await expect(get('1')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  await ensureTables([postMortems], database.endpoint);
  expect(await get('1')).toBeUndefined();
  expect(await byOwner('edgar')).toEqual([]);
});
