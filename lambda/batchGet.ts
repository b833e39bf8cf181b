import type { DynamoDb } from './dynamodb';
import type { Image } from './plainValue';

/** DynamoDB gives as many at once. */
const BATCH = 100;
/** How often what a throttled table has left over is asked for again. */
const ATTEMPTS = 8;

/** The table could not be read in time. */
export class TableThrottledError extends Error {
  override name = 'TableThrottledError';
  constructor(readonly table: string) {
    super(`The table ${table} is too busy just now. Try again in a moment.`);
  }
}

/**
 * Items by their keys, as they are at this moment, in no order; a key that comes twice is read once.
 * @param fields what of each item is read; all of it where nothing is named
 * @throws DynamoDbError, TableThrottledError
 */
export async function batchGet<Item = Image>(
  dynamoDb: DynamoDb,
  table: string,
  keys: readonly Image[],
  { isConsistent = true, fields = [] }: { isConsistent?: boolean; fields?: readonly string[] } = {},
): Promise<Item[]> {
  const once = [...new Map(keys.map((key) => [JSON.stringify(key), key])).values()];
  const batches = Array.from({ length: Math.ceil(once.length / BATCH) }, (_, batch) =>
    once.slice(batch * BATCH, (batch + 1) * BATCH),
  );
  const projection = fields.length > 0 && {
    ProjectionExpression: fields.map((field) => `#${field}`).join(', '),
    ExpressionAttributeNames: Object.fromEntries(fields.map((field) => [`#${field}`, field])),
  };
  const read = async (some: readonly Image[]): Promise<Item[]> => {
    const found: Item[] = [];
    let left: readonly Image[] = some;
    for (let attempt = 0; left.length > 0; attempt += 1) {
      if (attempt === ATTEMPTS) throw new TableThrottledError(table);
      const { Responses = {}, UnprocessedKeys = {} } = await dynamoDb<{
        Responses?: Record<string, Item[]>;
        UnprocessedKeys?: Record<string, { Keys?: Image[] }>;
      }>('BatchGetItem', {
        RequestItems: { [table]: { Keys: left, ConsistentRead: isConsistent, ...projection } },
      });
      found.push(...(Responses[table] ?? []));
      left = UnprocessedKeys[table]?.Keys ?? [];
    }
    return found;
  };
  return (await Promise.all(batches.map(read))).flat();
}
