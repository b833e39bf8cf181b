import { AsyncLocalStorage } from 'node:async_hooks';
import type { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import { rememberReadings } from './conditionParser';
import { compareDeeply } from './equality';
import { checkExpressionSizes } from './expressionSizes';

/**
 * The parts of dynalite 4.0.0 that the local DynamoDB stands on, typed. They are internals of a package
 * that ships no types, so its version is pinned, and the tests of this folder go through every one.
 */

/** Such as `{ S: 'text' }`. */
export type AttributeValue = Readonly<Record<string, unknown>>;
export type Item = Readonly<Record<string, AttributeValue>>;
type Callback<T = void> = (error: Error | null, value?: T) => void;

export interface KeyElement {
  readonly AttributeName: string;
  readonly KeyType: 'HASH' | 'RANGE';
}

export interface AttributeDefinition {
  readonly AttributeName: string;
  readonly AttributeType: 'S' | 'N' | 'B';
}

export interface IndexRecord {
  readonly IndexName: string;
  readonly KeySchema: readonly KeyElement[];
  readonly Projection: { readonly ProjectionType: string; readonly NonKeyAttributes?: readonly string[] };
}

export interface TableRecord {
  readonly TableName: string;
  readonly TableArn: string;
  readonly KeySchema: readonly KeyElement[];
  readonly AttributeDefinitions: readonly AttributeDefinition[];
  readonly GlobalSecondaryIndexes?: readonly IndexRecord[];
}

/** A request's JSON object, unchecked. */
export type RequestBody = Readonly<Record<string, unknown>>;

/** A request after dynalite's own checks, its expressions parsed. */
export interface CheckedRequest extends Record<string, unknown> {
  readonly TableName: string;
  readonly Item?: Item;
  readonly Key?: Item;
}

export type LevelOperation =
  | { readonly type: 'put'; readonly key: string; readonly value: string }
  | { readonly type: 'del'; readonly key: string };

/** One key space of the store: a table's items, an index's entries, or the tables themselves. */
export interface KeySpace {
  put(key: string, value: unknown, callback: Callback): void;
  get(key: string, callback: Callback<unknown>): void;
  del(key: string, callback: Callback): void;
}

/** The LevelDB below all key spaces; dynalite looks its methods up at each call. */
export interface LevelStore extends KeySpace {
  open(): Promise<void>;
  batch(
    operations: readonly { type: 'put' | 'del'; key: string; value?: unknown }[],
    callback: Callback,
  ): void;
  createValueStream(options: object): EventEmitter;
  iterator(range: { gte: string; lt: string }): AsyncIterable<[key: string, value: unknown]>;
}

export interface Store {
  readonly db: LevelStore;
  readonly tableDb: KeySpace & { awsAccountId: string; awsRegion: string };
  readonly lifecycleManager: {
    gracefulClose(): Promise<void>;
    trackOperation<T>(operation: Promise<T>): Promise<T>;
  };
  getItemDb(tableName: string): KeySpace;
  getIndexDb(type: 'Global', tableName: string, indexName: string): KeySpace;
  deleteIndexDb(type: 'Global', tableName: string, indexName: string, callback: Callback): void;
  getTable(name: string, checkStatus: boolean, callback: Callback<TableRecord>): void;
}

interface StoreOptions {
  readonly path: string;
  readonly createTableMs: number;
  readonly deleteTableMs: number;
  readonly updateTableMs: number;
}

interface Database {
  create(options: StoreOptions): Store;
  /** The text that an item's primary key is stored under. */
  createKey(item: Item, table: TableRecord): string;
  /** These three give an error as the service words it, or nothing when all is well. */
  validateItem(item: Item, table: TableRecord): Error | null | undefined;
  validateKey(key: Item, table: TableRecord): Error | null | undefined;
  checkConditional(request: CheckedRequest, item: Item | undefined): Error | null | undefined;
  /** The entries that an item has in each of the indexes. */
  getIndexActions(
    indexes: readonly IndexRecord[],
    before: Item | undefined,
    after: Item,
    table: TableRecord,
  ): { readonly puts: readonly { index: string; key: string; item: Item }[] };
}

interface Validations {
  checkTypes(data: object, types: object): CheckedRequest;
  checkValidations(data: CheckedRequest, types: object, custom: unknown, store: Store): void;
}

type Action = (store: Store, data: CheckedRequest, callback: Callback<object>) => void;

const require = createRequire(import.meta.url);

export const database = require('dynalite/db') as Database;
compareDeeply();
rememberReadings();
const validations = require('dynalite/validations') as Validations;

/** Operations that only read. */
const READS = [
  ...['GetItem', 'BatchGetItem', 'Query', 'Scan', 'DescribeTable', 'ListTables', 'ListTagsOfResource'],
] as const;
const ITEM_WRITES = ['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem'] as const;
const TABLE_WRITES = ['CreateTable', 'UpdateTable', 'DeleteTable', 'TagResource', 'UntagResource'] as const;

export type DynaliteOperation =
  | (typeof READS)[number]
  | (typeof ITEM_WRITES)[number]
  | (typeof TABLE_WRITES)[number];

const kinds = new Map<string, 'read' | 'item write' | 'table write'>([
  ...READS.map((name) => [name, 'read'] as const),
  ...ITEM_WRITES.map((name) => [name, 'item write'] as const),
  ...TABLE_WRITES.map((name) => [name, 'table write'] as const),
]);

/** What kind of operation dynalite serves under a name, or undefined when it serves none. */
export function kindOf(operation: string): 'read' | 'item write' | 'table write' | undefined {
  return kinds.get(operation);
}

/**
 * Checks a request as the service does: types, then values, then expressions.
 * @throws an error with `statusCode` and `body`
 */
export function checkRequest(store: Store, operation: DynaliteOperation, data: object): CheckedRequest {
  const { types, custom } = require(`dynalite/validations/${fileName(operation)}`) as {
    types: object;
    custom?: unknown;
  };
  checkExpressionSizes(data);
  // A copy: checking removes what the operation does not know.
  const checked = validations.checkTypes({ ...data }, types);
  validations.checkValidations(checked, types, custom, store);
  return checked;
}

/** Carries out a checked request. Rejects with an error with `statusCode` and `body`, or any other. */
export function perform(store: Store, operation: DynaliteOperation, data: CheckedRequest): Promise<object> {
  const action = require(`dynalite/actions/${fileName(operation)}`) as Action;
  return new Promise((resolve, reject) => {
    failing.run(reject, () => {
      action(store, data, (error, result) => (error ? reject(error) : resolve(result ?? {})));
    });
  });
}

/** Fails the request that a callback belongs to. */
const failing = new AsyncLocalStorage<(error: unknown) => void>();

/**
 * Makes a defect of dynalite fail one request instead of the process: it evaluates expressions in callbacks
 * of the store, where some combinations of operands throw and nobody catches.
 */
export function guardCallbacks(db: LevelStore): void {
  const { get, createValueStream } = db;
  db.get = (key, callback) => get.call(db, key, guarded(callback));
  db.createValueStream = (options) => {
    const stream = createValueStream.call(db, options);
    const { on } = stream;
    stream.on = (event, listener) => on.call(stream, event, guarded(listener));
    return stream;
  };
}

function guarded<Arguments extends unknown[]>(listener: (...args: Arguments) => void) {
  const fail = failing.getStore();
  return function (this: unknown, ...args: Arguments): void {
    try {
      listener.apply(this, args);
    } catch (error) {
      if (!fail) throw error;
      fail(error);
    }
  };
}

/** Reads one value; undefined when the key is not there. The type is what was written under the key. */
export async function read<T>(space: KeySpace, key: string): Promise<T | undefined> {
  return (await promised<unknown>((done) => space.get(key, done))) as T | undefined;
}

/** Turns a call with a callback into a promise, and a throw within it into a rejection. */
export function promised<T>(call: (callback: Callback<T>) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    call((error, value) => (error ? reject(error) : resolve(value as T)));
  });
}

function fileName(operation: DynaliteOperation): string {
  return operation.charAt(0).toLowerCase() + operation.slice(1);
}
