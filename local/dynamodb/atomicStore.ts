import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdirSync } from 'node:fs';
import { type ChangeListener, ChangeLog, type Changes } from './changes';
import { database, guardCallbacks, type LevelOperation, type LevelStore, type Store } from './dynalite';
import { DynamoDbInUseError, DynamoDbStateError, UnbatchedWriteError } from './errors';
import { Recovery } from './recovery';
import { ACCOUNT, REGION } from './tableArn';

/**
 * A dynalite store whose writes cannot tear. Dynalite writes the index entries of an item one by one and
 * then the item; a process killed in between leaves an index that contradicts its table. Here every put
 * and delete that a request makes is held back, and when the request has succeeded all of them go to
 * LevelDB as one batch, which its log recovers whole or not at all. A request that fails writes nothing.
 *
 * Requests that write run one after another, so what a condition saw is still true when its write lands.
 *
 * A batch that the disk refused may leave a torn record at the end of LevelDB's log, and recovery drops
 * whatever was appended behind one. So nothing is: the database is closed and recovered before it takes
 * another write, and for as long as that fails, writes are refused.
 */
export interface AtomicStore {
  readonly store: Store;
  /** What the listeners are to hear of. */
  readonly changes: Changes;
  /**
   * Runs work that writes, alone, and settles when what it wrote is on disk (fsync).
   * @throws what the work throws; nothing is written then
   * @throws NotSavedError when the disk took less than the whole
   */
  write<T>(work: () => Promise<T>): Promise<T>;
  /** Runs work that only reads; it waits while the database recovers from a failed write. */
  read<T>(work: () => Promise<T>): Promise<T>;
  /** Waits for the writes under way, then closes the database. */
  close(): Promise<void>;
}

/** The writes of one request; `sealed` once they are on their way to disk. */
interface Batch {
  readonly operations: LevelOperation[];
  sealed: boolean;
}

/**
 * @param path folder of the database, made when missing
 * @param listeners who hears of the changes of which table
 * @throws DynamoDbInUseError when another process has it open
 * @throws DynamoDbStateError when it cannot be opened for another reason
 */
export async function openAtomicStore(
  path: string,
  listeners: readonly ChangeListener[] = [],
  clock: () => number = Date.now,
): Promise<AtomicStore> {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const store = database.create({ path, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  await open(store.db, path);
  store.tableDb.awsAccountId = ACCOUNT;
  store.tableDb.awsRegion = REGION;

  guardCallbacks(store.db);

  const current = new AsyncLocalStorage<Batch>();
  interceptWrites(store.db, (operations) => {
    const batch = current.getStore();
    if (!batch || batch.sealed) throw new UnbatchedWriteError(operations[0]?.key ?? '');
    batch.operations.push(...operations);
  });

  const recovery = new Recovery(store, path);
  let last: Promise<unknown> = Promise.resolve();
  const write = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(async () => {
      await recovery.ensureWhole();
      const batch: Batch = { operations: [], sealed: false };
      try {
        const result = await current.run(batch, work);
        batch.sealed = true;
        if (batch.operations.length > 0) {
          const entries = await changes.entriesFor(batch.operations);
          await recovery.guard(() => commit(store, [...batch.operations, ...entries]));
          changes.announce(entries);
        }
        return result;
      } finally {
        batch.sealed = true;
      }
    });
    // The next write waits for this one whether it succeeds or not; its caller hears of a failure.
    last = done.catch(() => undefined);
    return done;
  };
  const changes = new ChangeLog(store, listeners, clock, write);
  const close = async () => {
    await last;
    await store.lifecycleManager.gracefulClose();
  };
  return { store, changes, write, read: (work) => recovery.read(work), close };
}

async function open(db: LevelStore, path: string): Promise<void> {
  try {
    await db.open();
  } catch (cause) {
    const reason = (cause as { cause?: { code?: string } }).cause?.code;
    throw reason === 'LEVEL_LOCKED'
      ? new DynamoDbInUseError(path, { cause })
      : new DynamoDbStateError(path, { cause });
  }
}

/** Sends every put, delete and batch of dynalite to `collect`, its value as it is at this moment. */
function interceptWrites(db: LevelStore, collect: (operations: LevelOperation[]) => void): void {
  const accept = (operations: LevelOperation[], callback: (error: Error | null) => void) => {
    try {
      collect(operations);
    } catch (error) {
      setImmediate(callback, error as Error);
      return;
    }
    setImmediate(callback, null);
  };
  const put = (key: string, value: unknown): LevelOperation => ({
    type: 'put',
    key,
    value: JSON.stringify(value),
  });
  db.put = (key, value, callback) => accept([put(key, value)], callback);
  db.del = (key, callback) => accept([{ type: 'del', key }], callback);
  db.batch = (operations, callback) =>
    accept(
      operations.map(({ type, key, value }) => (type === 'put' ? put(key, value) : { type, key })),
      callback,
    );
}

function commit(store: Store, operations: readonly LevelOperation[]): Promise<void> {
  // Dynalite's wrapper around `batch` drops options, so this takes the method of classic-level itself.
  const { batch } = Object.getPrototypeOf(store.db) as {
    batch(operations: readonly LevelOperation[], options: object): Promise<void>;
  };
  const written = batch.call(store.db, operations, { sync: true, valueEncoding: 'utf8' });
  return store.lifecycleManager.trackOperation(written);
}
