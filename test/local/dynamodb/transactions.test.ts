import {
  GetItemCommand,
  PutItemCommand,
  ScanCommand,
  TransactGetItemsCommand,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { type RunningDatabase, runDatabase, TableName } from './database';

let database: RunningDatabase;
let now = Date.now();

beforeEach(async () => {
  now = Date.now();
  database = await runDatabase({ clock: () => now });
});

afterEach(async () => {
  expect(database.failures).toEqual([]);
  await database.dispose();
});

const Key = (id: string) => ({ id: { S: id } });
const item = (id: string, count = 0) => ({
  ...Key(id),
  owner: { S: 'edgar' },
  updatedAt: { S: '2026-11-23' },
  count: { N: String(count) },
});
const put = (id: string, condition?: string): TransactWriteItem => ({
  Put: {
    TableName,
    Item: item(id),
    ConditionExpression: condition,
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  },
});
const increment = (id: string): TransactWriteItem => ({
  Update: {
    TableName,
    Key: Key(id),
    UpdateExpression: 'SET #count = #count + :one',
    ExpressionAttributeNames: { '#count': 'count' },
    ExpressionAttributeValues: { ':one': { N: '1' } },
  },
});
const transact = (TransactItems: TransactWriteItem[], ClientRequestToken?: string) =>
  database.client.send(new TransactWriteItemsCommand({ TransactItems, ClientRequestToken }));
const get = async (id: string) =>
  (await database.client.send(new GetItemCommand({ TableName, Key: Key(id) }))).Item;
const indexed = async () =>
  (await database.client.send(new ScanCommand({ TableName, IndexName: 'byOwner' }))).Items ?? [];

it('writes all of its actions', async () => {
  await transact([put('gone'), put('counted')]);
  await transact([
    put('new'),
    increment('counted'),
    { Delete: { TableName, Key: Key('gone') } },
    { ConditionCheck: { TableName, Key: Key('absent'), ConditionExpression: 'attribute_not_exists(id)' } },
  ]);
  expect(await get('new')).toEqual(item('new'));
  expect(await get('counted')).toEqual(item('counted', 1));
  expect(await get('gone')).toBeUndefined();
  expect((await indexed()).map(({ id }) => id?.S).sort()).toEqual(['counted', 'new']);
});

it.each([
  ['first', [put('taken', 'attribute_not_exists(id)'), put('other')]],
  ['last', [put('other'), put('taken', 'attribute_not_exists(id)')]],
])('writes nothing when the %s condition fails, and says which and shows the item', async (_, actions) => {
  await transact([put('taken')]);
  const refused = await transact(actions).catch((error) => error);
  expect(refused.name).toBe('TransactionCanceledException');
  const failed = {
    Code: 'ConditionalCheckFailed',
    Message: 'The conditional request failed',
    Item: item('taken'),
  };
  const reasons = actions.map(({ Put }) => (Put?.ConditionExpression ? failed : { Code: 'None' }));
  expect(refused.CancellationReasons).toEqual(reasons);
  expect(refused.message).toContain(`[${reasons.map(({ Code }) => Code).join(', ')}]`);
  expect(await get('other')).toBeUndefined();
  expect(await indexed()).toEqual([item('taken')]);
});

it('writes nothing when a condition check on another item fails', async () => {
  const check = { TableName, Key: Key('absent'), ConditionExpression: 'attribute_exists(id)' };
  await expect(transact([put('new'), { ConditionCheck: check }])).rejects.toMatchObject({
    CancellationReasons: [{ Code: 'None' }, { Code: 'ConditionalCheckFailed' }],
  });
  expect(await get('new')).toBeUndefined();
});

it('writes nothing when an update does not fit its item', async () => {
  await database.client.send(
    new PutItemCommand({ TableName, Item: { ...Key('text'), count: { S: 'many' } } }),
  );
  await expect(transact([put('new'), increment('text')])).rejects.toMatchObject({
    name: 'TransactionCanceledException',
    CancellationReasons: [{ Code: 'None' }, { Code: 'ValidationError', Message: expect.any(String) }],
  });
  expect(await get('new')).toBeUndefined();
});

it('with the same token happens once, also when it is repeated after a restart', async () => {
  await transact([put('counted')]);
  await transact([increment('counted')], 'token-1');
  await transact([increment('counted')], 'token-1');
  database = await database.restart();
  await transact([increment('counted')], 'token-1');
  expect(await get('counted')).toEqual(item('counted', 1));
});

it('with a used token and other actions is refused', async () => {
  await transact([put('one')], 'token-1');
  await expect(transact([put('two')], 'token-1')).rejects.toMatchObject({
    name: 'IdempotentParameterMismatchException',
  });
  expect(await get('two')).toBeUndefined();
});

it('may use a token again when it was refused, and ten minutes after it happened', async () => {
  await transact([put('counted')]);
  const guarded = [increment('counted'), put('new', 'attribute_exists(id)')];
  await expect(transact(guarded, 'token-1')).rejects.toMatchObject({ name: 'TransactionCanceledException' });
  await transact([increment('counted')], 'token-1');
  now += 10 * 60 * 1000 + 1;
  await transact([increment('counted')], 'token-1');
  expect(await get('counted')).toEqual(item('counted', 2));
});

it.each<[string, TransactWriteItem[], string]>([
  ['no action', [], 'between 1 and 100'],
  ['too many actions', Array.from({ length: 101 }, (_, id) => put(String(id))), 'between 1 and 100'],
  ['an item twice', [put('one'), increment('one')], 'multiple operations on one item'],
  ['an action that is none', [{}], 'can only contain one of'],
  ['two actions in one', [{ ...put('one'), ...increment('two') }], 'can only contain one of'],
  [
    'a check without a condition',
    [{ ConditionCheck: { TableName, Key: Key('a'), ConditionExpression: '' } }],
    '',
  ],
  ['an item without its key', [{ Put: { TableName, Item: { title: { S: 'x' } } } }], 'Missing the key id'],
])('with %s is refused by name', async (_, actions, message) => {
  await expect(transact(actions)).rejects.toMatchObject({
    name: 'ValidationException',
    message: expect.stringContaining(message),
  });
});

it('of many that touch the same items never shows one half', async () => {
  await transact([put('left'), put('right')]);
  const writes = Array.from({ length: 30 }, () => transact([increment('left'), increment('right')]));
  const reads = Array.from({ length: 30 }, () =>
    database.client.send(
      new TransactGetItemsCommand({
        TransactItems: [{ Get: { TableName, Key: Key('left') } }, { Get: { TableName, Key: Key('right') } }],
      }),
    ),
  );
  await Promise.all(writes);
  for (const { Responses = [] } of await Promise.all(reads)) {
    expect(Responses).toHaveLength(2);
    expect(Responses[0]?.Item?.count).toEqual(Responses[1]?.Item?.count);
  }
  expect(await get('left')).toEqual(item('left', 30));
});

it('that only reads answers with an empty entry for what is not there', async () => {
  await transact([put('one')]);
  const { Responses } = await database.client.send(
    new TransactGetItemsCommand({
      TransactItems: [
        { Get: { TableName, Key: Key('absent') } },
        { Get: { TableName, Key: Key('one'), ProjectionExpression: 'id' } },
      ],
    }),
  );
  expect(Responses).toEqual([{}, { Item: Key('one') }]);
});
