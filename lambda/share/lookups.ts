import { DirectoryFailedError } from '../directory';
import { type DynamoDb, DynamoDbError } from '../dynamodb';
import { TooManyLookupsError } from './errors';

/** Counts that somebody looks a person up. @throws TooManyLookupsError, DirectoryFailedError */
export type CountLookup = (caller: string) => Promise<void>;

/** More than anybody shares with in an hour, and too few to find out who has an account. */
export const MOST_AN_HOUR = 100;
const HOUR = 3_600;

/**
 * Counts the lookups of each caller by the hour of the clock: one conditional write, so that two at once are two.
 * An hour's count goes by the table's time to live.
 */
export const countLookupsIn =
  (table: string, dynamoDb: DynamoDb, now: () => Date = () => new Date()): CountLookup =>
  async (caller) => {
    const hour = Math.floor(now().getTime() / 1_000 / HOUR);
    try {
      await dynamoDb('UpdateItem', {
        TableName: table,
        Key: { id: { S: `lookups ${hour} ${caller}` } },
        UpdateExpression: 'SET #goneAt = :goneAt ADD #count :one',
        ConditionExpression: 'attribute_not_exists(#count) OR #count < :most',
        ExpressionAttributeNames: { '#goneAt': 'goneAt', '#count': 'count' },
        ExpressionAttributeValues: {
          ':one': { N: '1' },
          ':most': { N: String(MOST_AN_HOUR) },
          ':goneAt': { N: String((hour + 2) * HOUR) },
        },
      });
    } catch (error) {
      if (!(error instanceof DynamoDbError)) throw error;
      if (error.type === 'ConditionalCheckFailedException')
        throw new TooManyLookupsError(new Date((hour + 1) * HOUR * 1_000));
      // Uncounted, it could be asked without end.
      throw new DirectoryFailedError(error.message, { cause: error });
    }
  };
