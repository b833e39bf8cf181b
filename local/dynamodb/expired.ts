import type { AtomicStore } from './atomicStore';
import { checkRequest, type Item, perform, promised, type TableRecord } from './dynalite';
import { eachTimeToLive } from './timeToLive';

/** What is older than that DynamoDB leaves alone: more likely a mistake than a time. In seconds. */
const TOO_OLD = 5 * 365 * 24 * 60 * 60;

/**
 * Deletes the items whose time is over, as DynamoDB does within days: those in whose attribute stands a number of
 * seconds since 1970 that is past. Streams tell of it as of any deletion.
 * @param now milliseconds since 1970
 */
export async function deleteExpired({ store, read, write }: AtomicStore, now: number): Promise<void> {
  const seconds = Math.floor(now / 1000);
  for await (const [tableName, attribute] of eachTimeToLive(store)) {
    const table = await promised<TableRecord>((done) => store.getTable(tableName, false, done));
    const keys = await read(() => expiredKeys(store, table, attribute, seconds));
    for (const Key of keys) {
      const request = {
        TableName: tableName,
        Key,
        // It may have been written again since it was found.
        ConditionExpression: '#at < :now',
        ExpressionAttributeNames: { '#at': attribute },
        ExpressionAttributeValues: { ':now': { N: String(seconds) } },
      };
      await write(() => perform(store, 'DeleteItem', checkRequest(store, 'DeleteItem', request))).catch(
        (error: unknown) => {
          if (!isRefused(error)) throw error;
        },
      );
    }
  }
}

async function expiredKeys(
  store: AtomicStore['store'],
  { TableName, KeySchema }: TableRecord,
  attribute: string,
  seconds: number,
): Promise<Item[]> {
  const space = `item-${TableName}~`;
  const found: Item[] = [];
  for await (const [, value] of store.db.iterator({ gte: space, lt: `${space}\u{10FFFF}` })) {
    const item = value as Item;
    const at = Number(item[attribute]?.N);
    if (!(at < seconds && at > seconds - TOO_OLD)) continue;
    found.push(Object.fromEntries(KeySchema.map(({ AttributeName: name }) => [name, item[name] ?? {}])));
  }
  return found;
}

const isRefused = (error: unknown): boolean =>
  String((error as { body?: { __type?: string } }).body?.__type).endsWith('#ConditionalCheckFailedException');
