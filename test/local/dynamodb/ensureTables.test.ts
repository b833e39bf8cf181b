import {
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import { ensureTables, type LocalTableDefinition, TableKeyChangedError } from '../../../local/dynamodb';
import { until } from '../cloud/processes';
import { newStateDir, postMortems, type RunningDatabase, runDatabase, TableName } from './database';

const { globalSecondaryIndexes: [byOwner, bySeverity] = [], ...bare } = postMortems;
if (!byOwner || !bySeverity) throw new Error('the table under test has lost its indexes');

let database: RunningDatabase;

beforeEach(async () => {
  database = await runDatabase({ tables: [{ ...bare, globalSecondaryIndexes: [byOwner] }] });
});

afterEach(async () => {
  expect(database.failures).toEqual([]);
  await database.dispose();
});

const ensure = (table: LocalTableDefinition) => ensureTables([table], database.endpoint);
const put = (id: string, extra = {}) =>
  database.client.send(
    new PutItemCommand({
      TableName,
      Item: { id: { S: id }, owner: { S: 'edgar' }, updatedAt: { S: id }, title: { S: id }, ...extra },
    }),
  );
const idsIn = async (IndexName: string) => {
  const { Items = [] } = await database.client.send(new ScanCommand({ TableName, IndexName }));
  return Items.map(({ id }) => id?.S).sort();
};
const indexNames = async () => {
  const { Table } = await database.client.send(new DescribeTableCommand({ TableName }));
  return (Table?.GlobalSecondaryIndexes ?? [])
    .map((index) => `${index.IndexName} ${index.IndexStatus}`)
    .sort();
};

it('a second call with the same definition changes nothing', async () => {
  await put('1');
  await ensure({ ...bare, globalSecondaryIndexes: [byOwner] });
  expect(await indexNames()).toEqual(['byOwner ACTIVE']);
  expect(await idsIn('byOwner')).toEqual(['1']);
});

it('an index that the backend adds is filled from the items and can be queried at once', async () => {
  await put('1', { severity: { N: '1' } });
  await put('2', { severity: { N: '2' } });
  await put('none');
  // As in the cloud: an item whose attribute has another type than the key has no entry.
  await put('odd', { severity: { S: 'SEV1' } });
  await ensure(postMortems);
  expect(await indexNames()).toEqual(['byOwner ACTIVE', 'bySeverity ACTIVE']);
  await put('3', { severity: { N: '1' } });
  const { Items } = await database.client.send(
    new QueryCommand({
      TableName,
      IndexName: 'bySeverity',
      KeyConditionExpression: 'severity = :severity',
      ExpressionAttributeValues: { ':severity': { N: '1' } },
    }),
  );
  expect(Items).toEqual(
    ['1', '3'].map((id) => ({
      id: { S: id },
      severity: { N: '1' },
      updatedAt: { S: id },
      title: { S: id },
    })),
  );
  database = await database.restart();
  expect(await idsIn('byOwner')).toEqual(['1', '2', '3', 'none', 'odd']);
});

it('an index that the backend drops goes, and the items stay', async () => {
  await put('1');
  await ensure(bare);
  expect(await indexNames()).toEqual([]);
  await expect(idsIn('byOwner')).rejects.toMatchObject({ name: 'ValidationException' });
  const { Count } = await database.client.send(new ScanCommand({ TableName }));
  expect(Count).toBe(1);
});

it('an index whose key or projection changed is made anew', async () => {
  await put('1');
  await put('2', { updatedAt: { N: '2' } }).catch((error) => expect(error.name).toBe('ValidationException'));
  const keySchema = byOwner.keySchema.slice(0, 1);
  await ensure({
    ...bare,
    globalSecondaryIndexes: [{ ...byOwner, keySchema, projection: { projectionType: 'KEYS_ONLY' } }],
  });
  const { Items } = await database.client.send(new ScanCommand({ TableName, IndexName: 'byOwner' }));
  expect(Items).toEqual([{ id: { S: '1' }, owner: { S: 'edgar' } }]);
});

it('a changed primary key is refused with what to do, and the data stays', async () => {
  await put('1');
  const changed = ensure({
    ...bare,
    keySchema: [...bare.keySchema, { attributeName: 'updatedAt', keyType: 'RANGE' }],
  });
  await expect(changed).rejects.toBeInstanceOf(TableKeyChangedError);
  await expect(changed).rejects.toThrow('npm run reset');
  expect(await idsIn('byOwner')).toEqual(['1']);
});

it('time to live is set, kept through a restart, moved and removed', async () => {
  const current = async () =>
    (await database.client.send(new DescribeTimeToLiveCommand({ TableName }))).TimeToLiveDescription;
  expect(await current()).toEqual({ TimeToLiveStatus: 'DISABLED' });
  const table = { ...bare, globalSecondaryIndexes: [byOwner] };
  await ensure({ ...table, timeToLiveAttribute: 'expiresAt' });
  await ensure({ ...table, timeToLiveAttribute: 'expiresAt' });
  expect(await current()).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: 'expiresAt' });
  await ensure({ ...table, timeToLiveAttribute: 'deleteAt' });
  expect(await current()).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: 'deleteAt' });
  await ensure(table);
  expect(await current()).toEqual({ TimeToLiveStatus: 'DISABLED' });
});

it('an item whose time is over goes at the next start, also from its indexes and told as deleted, and no other does', async () => {
  const expiring = { ...postMortems, timeToLiveAttribute: 'goneAt' };
  const stateDir = await newStateDir();
  const seen: string[] = [];
  let now = 1_800_000_000_000;
  const run = () =>
    runDatabase({
      stateDir,
      tables: [expiring],
      clock: () => now,
      listeners: [
        {
          id: 'test',
          tableName: TableName,
          keySchema: [{ AttributeName: 'id' }],
          wants: ({ kind, before }) => {
            if (kind === 'REMOVE') seen.push(before?.id?.S as string);
            return false;
          },
        },
      ],
    });
  const other = await run();
  const at = (seconds: number) => ({ goneAt: { N: String(seconds) } });
  const putIn = (id: string, extra: object) =>
    other.client.send(
      new PutItemCommand({
        TableName,
        Item: { id: { S: id }, owner: { S: 'edgar' }, updatedAt: { S: id }, ...extra },
      }),
    );
  await putIn('past', at(1_800_000_010));
  await putIn('later', at(1_800_009_999));
  await putIn('mistaken', at(1_000));
  await putIn('text', { goneAt: { S: '1800000010' } });
  await putIn('none', {});
  await other.close();

  now += 60_000;
  const again = await run();
  const left = async () => {
    const { Items = [] } = await again.client.send(new ScanCommand({ TableName, IndexName: 'byOwner' }));
    return Items.map(({ id }) => id?.S).sort();
  };
  await until(async () => !(await left()).includes('past'));
  expect(await left()).toEqual(['later', 'mistaken', 'none', 'text']);
  expect(seen).toEqual(['past']);
  expect(again.failures).toEqual([]);
  await again.dispose();
});
