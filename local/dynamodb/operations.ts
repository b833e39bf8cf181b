import { setTimeout } from 'node:timers/promises';
import type { AtomicStore } from './atomicStore';
import {
  checkRequest,
  type DynaliteOperation,
  database,
  type Item,
  kindOf,
  perform,
  promised,
  type RequestBody,
  read,
  type TableRecord,
} from './dynalite';
import { DynamoDbError, UnsupportedOperationError } from './errors';
import { changeIndexes, changesIndexes } from './indexes';
import { deleteTimeToLive, describeTimeToLive, updateTimeToLive } from './timeToLive';
import type { Transactions } from './transactions';

export interface Operations {
  /** @throws an error with `statusCode` and `body` for everything that the service itself refuses */
  run(operation: string, request: RequestBody): Promise<object>;
}

/** Every operation of the endpoint: those of dynalite, and those that it lacks. */
export function createOperations(atomic: AtomicStore, transactions: Transactions): Operations {
  const { store, write } = atomic;
  const added = new Map<string, (request: RequestBody) => Promise<object>>([
    ['TransactWriteItems', (request) => write(() => transactions.write(request))],
    // Within the write queue, so that no write lands between two of its reads.
    ['TransactGetItems', (request) => write(() => transactions.get(request))],
    ['UpdateTimeToLive', (request) => write(() => updateTimeToLive(store, request))],
    ['DescribeTimeToLive', (request) => atomic.read(() => describeTimeToLive(store, request))],
  ]);

  const run = (operation: string, request: RequestBody): Promise<object> => {
    const own = added.get(operation);
    if (own) return own(request);
    const kind = kindOf(operation);
    if (!kind) throw new UnsupportedOperationError(operation);
    const name = operation as DynaliteOperation;
    if (name === 'UpdateTable' && changesIndexes(request)) return write(() => changeIndexes(store, request));
    const checked = checkRequest(store, name, request);
    const action = () => perform(store, name, checked);
    if (kind === 'read') return atomic.read(action);
    if (kind === 'item write') {
      return write(() => action().catch((error) => withRefusedItem(atomic, request, error)));
    }
    return write(async () => {
      const result = await action();
      if (name === 'DeleteTable') await deleteTimeToLive(store, checked.TableName);
      // Dynalite sets a table's final status by a timer of no delay, started before this one: it has fired
      // when this one fires, and its write is part of the same batch.
      await setTimeout(0);
      return result;
    });
  };
  return { run: async (operation, request) => run(operation, request) };
}

/** Adds the item to a refusal where the request asks for it, as `ReturnValuesOnConditionCheckFailure` does. */
async function withRefusedItem({ store }: AtomicStore, request: RequestBody, error: unknown): Promise<never> {
  const type = String((error as { body?: { __type?: string } }).body?.__type ?? '');
  const wanted = request.ReturnValuesOnConditionCheckFailure === 'ALL_OLD';
  if (!wanted || !type.endsWith('#ConditionalCheckFailedException')) throw error;
  const Item = await currentItem(store, request);
  throw new DynamoDbError('ConditionalCheckFailedException', 'The conditional request failed', {
    ...(Item && { Item }),
  });
}

async function currentItem(store: AtomicStore['store'], request: RequestBody): Promise<Item | undefined> {
  const table = await promised<TableRecord>((done) => store.getTable(String(request.TableName), false, done));
  const key = database.createKey((request.Key ?? request.Item) as Item, table);
  return read<Item>(store.getItemDb(table.TableName), key);
}
