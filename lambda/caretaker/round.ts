import type { DynamoDb } from '../dynamodb';

/** How far a round through all there is has come, kept from one call to the next. */
export interface Round {
  /** Where to go on; undefined at the beginning. */
  next?: object;
  /** ISO 8601; undefined while the first round goes on. */
  finishedAt?: string;
}

/** Where a round is kept. */
export interface RoundKept {
  round(): Promise<Round>;
  remember(round: Round): Promise<void>;
}

/** A round in the table of what the functions remember. @param name which it is, among all that the table has */
export function roundIn(table: string, name: string, dynamoDb: DynamoDb): RoundKept {
  const key = { id: { S: name } };
  return {
    round: async () => {
      type Stored = { Item?: { next?: { S: string }; finishedAt?: { S: string } } };
      const { Item = {} } = await dynamoDb<Stored>('GetItem', {
        TableName: table,
        Key: key,
        ConsistentRead: true,
      });
      return {
        ...(Item.next && { next: JSON.parse(Item.next.S) as object }),
        ...(Item.finishedAt && { finishedAt: Item.finishedAt.S }),
      };
    },
    remember: async ({ next, finishedAt }) => {
      await dynamoDb('PutItem', {
        TableName: table,
        Item: {
          ...key,
          ...(next && { next: { S: JSON.stringify(next) } }),
          ...(finishedAt && { finishedAt: { S: finishedAt } }),
        },
      });
    },
  };
}
