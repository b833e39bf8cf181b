import {
  ConditionalCheckFailedException,
  PutItemCommand,
  ScanCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { equalValues } from '../../../local/dynamodb/equality';
import fc from '../../properties';
import { type RunningDatabase, runDatabase, TableName } from './database';

let database: RunningDatabase;
beforeAll(async () => {
  database = await runDatabase();
});
afterAll(() => database.dispose());

const steps = { L: [{ M: { name: { S: 'ask' }, tries: { N: '2' } } }, { NULL: true as const }] };
const key = { id: { S: 'one' } };

/** Writes if `#held` is what is given. Says whether it was. */
const changesIf = (held: object) =>
  database.client
    .send(
      new UpdateItemCommand({
        TableName,
        Key: key,
        UpdateExpression: 'SET #seen = :yes',
        ConditionExpression: '#held = :held',
        ExpressionAttributeNames: { '#held': 'held', '#seen': 'seen' },
        ExpressionAttributeValues: { ':held': held as never, ':yes': { BOOL: true } },
      }),
    )
    .then(
      () => true,
      (error: unknown) => {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      },
    );

test('a write on the condition that a list or a map is still as it was goes through exactly then', async () => {
  const Item = { ...key, owner: { S: 'e' }, updatedAt: { S: '1' }, held: steps };
  await database.client.send(new PutItemCommand({ TableName, Item }));
  expect(await changesIf(structuredClone(steps))).toBe(true);
  expect(await changesIf({ L: [...steps.L].reverse() })).toBe(false);
  expect(await changesIf({ L: steps.L.slice(0, 1) })).toBe(false);
  expect(await changesIf({ L: [{ M: { name: { S: 'ask' } } }, { NULL: true }] })).toBe(false);
  expect(await changesIf({ M: { name: { S: 'ask' } } })).toBe(false);
  await database.client.send(new PutItemCommand({ TableName, Item: { ...Item, held: steps.L[0] as never } }));
  expect(await changesIf({ M: { tries: { N: '2' }, name: { S: 'ask' } } })).toBe(true);
  expect(await changesIf({ M: { tries: { N: '3' }, name: { S: 'ask' } } })).toBe(false);
  const found = await database.client.send(
    new ScanCommand({
      TableName,
      FilterExpression: 'held = :held',
      ExpressionAttributeValues: { ':held': structuredClone(steps.L[0]) as never },
    }),
  );
  expect(found.Count).toBe(1);
});

test('sets are equal in any order, and values only to themselves', () => {
  expect(equalValues(['a', 'b'], ['b', 'a'])).toBe(true);
  expect(equalValues(['a', 'b'], ['b', 'c'])).toBe(false);
  expect(equalValues('1', '2')).toBe(false);
  expect(equalValues({ constructor: { S: '' } }, {})).toBe(false);
  const attribute = fc.letrec<{ value: never }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.record({ S: fc.string() }),
      fc.record({ L: fc.array(tie('value'), { maxLength: 3 }) }),
      fc.record({ M: fc.dictionary(fc.string({ maxLength: 4 }), tie('value'), { maxKeys: 3 }) }),
    ) as never,
  })).value;
  fc.assert(
    fc.property(attribute, attribute, (one, other) => {
      expect(equalValues(one, structuredClone(one))).toBe(true);
      expect(equalValues(one, other)).toBe(equalValues(other, one));
    }),
  );
});
