import { AllowanceUsedError, countIn } from '../allowance';
import { DirectoryFailedError } from '../directory';
import { type DynamoDb, DynamoDbError } from '../dynamodb';
import { TooManyLookupsError } from './errors';

/** Counts that somebody looks a person up. @throws TooManyLookupsError, DirectoryFailedError */
export type CountLookup = (caller: string) => Promise<void>;

/** More than anybody shares with in an hour, and too few to find out who has an account. */
export const MOST_AN_HOUR = 100;
const HOUR = 3_600;

/** Counts the lookups of each caller by the hour of the clock. */
export function countLookupsIn(table: string, dynamoDb: DynamoDb, now?: () => Date): CountLookup {
  const count = countIn(table, dynamoDb, { of: 'lookups', most: MOST_AN_HOUR, seconds: HOUR }, now);
  return async (caller) => {
    try {
      await count(caller);
    } catch (error) {
      if (error instanceof AllowanceUsedError) throw new TooManyLookupsError(error.again);
      // Uncounted, it could be asked without end.
      if (error instanceof DynamoDbError) throw new DirectoryFailedError(error.message, { cause: error });
      throw error;
    }
  };
}
