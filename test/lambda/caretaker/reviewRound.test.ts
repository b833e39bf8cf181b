import { PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { FindExecution } from '../../../lambda/caretaker/executions';
import { sweepReviews } from '../../../lambda/caretaker/reviews';
import type { Round } from '../../../lambda/caretaker/round';
import type { DynamoDb } from '../../../lambda/dynamodb';
import { reviewsIn } from '../../../lambda/humanReview/records';
import { itemOf } from '../../../lambda/plainValue';
import { startTables } from '../../local/appsync/localTables';

const NOON = new Date('2026-03-01T12:00:00.000Z');
const TABLE = 'Review-local';
const MANY = 60;

let tables: Awaited<ReturnType<typeof startTables>>;
let records: ReturnType<typeof reviewsIn>;
beforeAll(async () => {
  tables = await startTables([
    {
      tableName: TABLE,
      attributeDefinitions: ['id', 'stage', 'submittedAt'].map((attributeName) => ({
        attributeName,
        attributeType: 'S',
      })),
      keySchema: [{ attributeName: 'id', keyType: 'HASH' }],
      globalSecondaryIndexes: [
        {
          indexName: 'reviewsByStageAndSubmittedAt',
          keySchema: [
            { attributeName: 'stage', keyType: 'HASH' },
            { attributeName: 'submittedAt', keyType: 'RANGE' },
          ],
          projection: { projectionType: 'ALL' },
        },
      ],
    } as Parameters<typeof startTables>[0][number],
  ]);
  const query = ((_: string, request: object) =>
    tables.client.send(new QueryCommand(request as never))) as DynamoDb;
  records = reviewsIn(TABLE, query);
  const put = (id: string, stage: string, day: string) =>
    tables.client.send(
      new PutItemCommand({
        TableName: TABLE,
        Item: itemOf({ id, stage, submittedAt: `2026-01-${day}`, message: 'long', sent: {} }) as never,
      }),
    );
  await put('waiting', 'WAITING', '01');
  for (let count = 0; count < MANY; count += 1)
    await put(`followed-${count}`, 'FOLLOWING_UP', String(count).padStart(2, '0'));
});
afterAll(() => tables.close());

/** Sweeps over the table above; all of its reviews go on. */
function sweeping(findExecution: FindExecution = async () => 'RUNNING') {
  let kept: Round = {};
  const looked: string[] = [];
  const never = async () => {
    throw new Error('Nothing is to be done about any of them.');
  };
  const sweep = (until: Date) =>
    sweepReviews({
      records,
      findExecution: async (id) => {
        looked.push(id);
        return findExecution(id);
      },
      ...{ stopExecution: never, startReview: never, giveBack: never, wakeUp: never },
      round: async () => structuredClone(kept),
      remember: async (round) => {
        kept = structuredClone(round);
      },
      now: () => NOON,
      until,
      warn: () => {},
    });
  return { looked, sweep, kept: () => kept };
}
const ALL = ['waiting', ...Array.from({ length: MANY }, (_, count) => `followed-${count}`)];

test('a sweep that has no time for all reviews goes on where the one before stopped, until each had its turn', async () => {
  const { looked, sweep, kept } = sweeping();
  let sweeps = 0;
  do {
    await sweep(NOON);
    sweeps += 1;
  } while (kept().next);
  expect(sweeps).toBeGreaterThan(3);
  // The oldest first.
  expect(looked).toEqual(ALL);
  await sweep(new Date(NOON.getTime() + 60_000));
  expect(looked).toEqual([...ALL, ...ALL]);
  expect(kept()).toEqual({});
});

test('one that cannot be looked after keeps no round from going on', async () => {
  const { looked, sweep, kept } = sweeping(async () => {
    throw new Error('throttled');
  });
  await sweep(NOON);
  await expect(sweep(NOON)).rejects.toMatchObject({ name: 'SweepIncompleteError', runs: ['waiting'] });
  expect(kept().next).toMatchObject({ stage: 'DECIDED' });
  expect(looked).toEqual(['waiting']);
});

test('a sweep reads what tells whether to look after a review, and none of its words', async () => {
  const { reviews } = await records.standing('WAITING', null);
  expect(reviews).toEqual([{ id: 'waiting', stage: 'WAITING', submittedAt: '2026-01-01' }]);
});
