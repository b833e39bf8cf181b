import { type DynamoDb, DynamoDbError } from './dynamodb';

/** So many within this stretch of the clock. */
export interface Allowance {
  /** What is counted, as it stands in the table's keys: `lookups`. */
  of: string;
  most: number;
  seconds: number;
}

/** Somebody has used up what they may within a stretch of the clock. */
export class AllowanceUsedError extends Error {
  override name = 'AllowanceUsedError';
  constructor(
    readonly allowance: Allowance,
    /** When the next stretch begins. */
    readonly again: Date,
  ) {
    super(`${allowance.most} ${allowance.of} within ${allowance.seconds} seconds are used up.`);
  }
}

/** Counts one for somebody. @throws AllowanceUsedError, DynamoDbError */
export type Count = (person: string) => Promise<void>;

/**
 * Counts by the stretch of the clock, in the table of what functions remember: one conditional write, so that two
 * at once are two. A stretch's count goes by the table's time to live.
 */
export const countIn =
  (table: string, dynamoDb: DynamoDb, allowance: Allowance, now: () => Date = () => new Date()): Count =>
  async (person) => {
    const { of, most, seconds } = allowance;
    const stretch = Math.floor(now().getTime() / 1_000 / seconds);
    try {
      await dynamoDb('UpdateItem', {
        TableName: table,
        Key: { id: { S: `${of} ${stretch} ${person}` } },
        UpdateExpression: 'SET #goneAt = :goneAt ADD #count :one',
        ConditionExpression: 'attribute_not_exists(#count) OR #count < :most',
        ExpressionAttributeNames: { '#goneAt': 'goneAt', '#count': 'count' },
        ExpressionAttributeValues: {
          ':one': { N: '1' },
          ':most': { N: String(most) },
          ':goneAt': { N: String((stretch + 2) * seconds) },
        },
      });
    } catch (error) {
      if (!(error instanceof DynamoDbError && error.isConditionFailure)) throw error;
      throw new AllowanceUsedError(allowance, new Date((stretch + 1) * seconds * 1_000));
    }
  };
