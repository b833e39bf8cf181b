import { DeleteItemCommand, PutItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import type { Assembly, StreamMapping } from '../../../local/assembly';
import { listenersOf } from '../../../local/triggers';
import { startStreams } from '../../../local/triggers/streams';
import { postMortems, type RunningDatabase, runDatabase, TableName } from '../dynamodb/database';
import { manualClock } from './manualClock';

const mapping: StreamMapping = {
  id: 'follower',
  tableName: TableName,
  streamArn: 'arn:stream',
  viewType: 'NEW_AND_OLD_IMAGES',
  functionArn: 'arn:follower',
  batchSize: 2,
  patterns: [],
};
// biome-ignore lint/suspicious/noExplicitAny: what a function gets has any shape.
type Batch = any[];

const listeners = (mappings: StreamMapping[]) =>
  listenersOf({
    streamMappings: mappings,
    tables: [postMortems],
    region: 'us-east-1',
  } as unknown as Assembly);
/** Long enough for what must not come to have come. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 50));

/** Waits for what must come, and then that nothing else does. */
async function comes(seen: () => string[], expected: string[]) {
  while (seen().length < expected.length) await settle();
  await settle();
  expect(seen()).toEqual(expected);
}

let database: RunningDatabase;
afterEach(() => database.dispose());

const put = (id: string, title: string) =>
  database.client.send(new PutItemCommand({ TableName, Item: { id: { S: id }, title: { S: title } } }));
const remove = (id: string) =>
  database.client.send(new DeleteItemCommand({ TableName, Key: { id: { S: id } } }));

/** Follows the table with a function that a test can make fail. */
function follow(mappings: StreamMapping[] = [mapping]) {
  const batches: Batch[] = [];
  const state = { failing: false, errors: 0 };
  const clock = manualClock(0);
  const streams = startStreams({
    mappings,
    changes: database.changes,
    clock,
    region: 'us-east-1',
    invoke: async (_arn, payload) => {
      if (state.failing) throw new Error('down');
      batches.push((payload as { Records: Batch }).Records);
    },
    onError: () => {
      state.errors++;
    },
  });
  const seen = () => batches.flat().map(({ eventName, dynamodb }) => `${eventName} ${dynamodb.Keys.id.S}`);
  return { batches, seen, state, clock, streams };
}

test('a function hears of every change of its table, in order, with what was there before and after', async () => {
  database = await runDatabase({ listeners: listeners([mapping]) });
  const { batches, seen } = follow();
  await put('a', 'one');
  await put('a', 'two');
  await remove('a');
  await remove('a');
  await comes(seen, ['INSERT a', 'MODIFY a', 'REMOVE a']);
  const [, modified, removed] = batches.flat();
  expect(modified).toMatchObject({
    eventSource: 'aws:dynamodb',
    eventSourceARN: 'arn:stream',
    dynamodb: {
      OldImage: { title: { S: 'one' } },
      NewImage: { title: { S: 'two' } },
      StreamViewType: 'NEW_AND_OLD_IMAGES',
    },
  });
  expect(removed.dynamodb).toMatchObject({ OldImage: { title: { S: 'two' } } });
  expect(removed.dynamodb).not.toHaveProperty('NewImage');
});

test('a batch that fails is delivered again, whole, and nothing overtakes it', async () => {
  database = await runDatabase({ listeners: listeners([mapping]) });
  const { seen, state, clock, batches } = follow();
  state.failing = true;
  await put('a', 'one');
  await put('b', 'one');
  await put('c', 'one');
  while (state.errors === 0) await settle();
  expect(state.errors).toBe(1);
  state.failing = false;
  clock.advance(1_000);
  await comes(seen, ['INSERT a', 'INSERT b', 'INSERT c']);
  expect(batches.every((batch) => batch.length <= 2)).toBe(true);
});

test('what no function has taken waits on disk for the next start', async () => {
  database = await runDatabase({ listeners: listeners([mapping]) });
  await put('a', 'one');
  database = await database.restart();
  await put('b', 'one');
  const { seen } = follow();
  await comes(seen, ['INSERT a', 'INSERT b']);
  database = await database.restart();
  const again = follow();
  await settle();
  expect(again.seen()).toEqual([]);
});

test('what a filter leaves out is not kept; a refused write changes nothing', async () => {
  const deletions = { ...mapping, patterns: [{ eventName: ['REMOVE'] }] };
  database = await runDatabase({ listeners: listeners([deletions]) });
  const { seen } = follow([deletions]);
  await put('a', 'one');
  await put('b', 'one');
  const conditional = new DeleteItemCommand({
    TableName,
    Key: { id: { S: 'b' } },
    ConditionExpression: 'title = :t',
    ExpressionAttributeValues: { ':t': { S: 'other' } },
  });
  await expect(database.client.send(conditional)).rejects.toThrow();
  await database.client.send(
    new TransactWriteItemsCommand({
      TransactItems: [
        { Delete: { TableName, Key: { id: { S: 'a' } } } },
        { Put: { TableName, Item: { id: { S: 'c' } } } },
      ],
    }),
  );
  await comes(seen, ['REMOVE a']);
});
