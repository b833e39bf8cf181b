import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { openAtomicStore } from './atomicStore';
import type { ChangeListener, Changes } from './changes';
import { DynamoDbStateError } from './errors';
import { deleteExpired } from './expired';
import { mendStore, rebuildStore, type StoreDamage } from './integrity';
import { createOperations } from './operations';
import { type Authorize, createDynamoDbServer, type TableCall } from './server';
import { createTransactions, forgetOldTokens } from './transactions';

export type { Change, ChangeListener, Changes } from './changes';
export { ensureTables, type LocalTableDefinition } from './ensureTables';
export { DynamoDbInUseError, DynamoDbStateError, TableKeyChangedError } from './errors';
export { describeDamage, type StoreDamage } from './integrity';
export type { TableCall } from './server';

export interface DynamoDbOptions {
  /** 0 for any free port. */
  readonly port: number;
  /** Holds the folder `dynamodb` with all data. */
  readonly stateDir: string;
  /** Without it every signed request is taken, whoever signed. */
  readonly authorize?: Authorize;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
  /** Who hears of the changes of which table; what they have not dealt with outlives a restart. */
  readonly listeners?: readonly ChangeListener[];
  readonly onCall?: (call: TableCall) => void;
  /** Told of failures that are the server's own fault. */
  readonly onInternalError?: (error: unknown) => void;
}

export interface LocalDynamoDb {
  /** What `AWS_ENDPOINT_URL_DYNAMODB` takes. */
  readonly endpoint: string;
  /** What of the saved data could not be read at the start; undefined when all of it could. */
  readonly damage: StoreDamage | undefined;
  readonly changes: Changes;
  /** Answers what was asked, writes what was accepted, then lets go of the folder. */
  close(): Promise<void>;
}

/** How long a token of a finished transaction may outlive its ten minutes, and an item its time, in milliseconds. */
const SWEEP_INTERVAL = 10 * 60 * 1000;
/** How long closing waits for a client that does not finish its request, in milliseconds. */
const CLOSE_PATIENCE = 2000;

/**
 * Starts a DynamoDB on 127.0.0.1: dynalite's key spaces and expressions, with atomic and durable writes,
 * transactions, index changes and time to live on top. An answered write is on disk; a `kill -9` at any
 * moment leaves every item and its index entries in agreement. See docs/decisions/003-atomic-local-tables.md.
 * @throws DynamoDbInUseError when another process serves the same folder
 * @throws DynamoDbStateError when the folder cannot be opened; an error with code `EADDRINUSE` for a taken port
 */
export async function startDynamoDb(options: DynamoDbOptions): Promise<LocalDynamoDb> {
  const { port, stateDir, clock = Date.now, listeners } = options;
  const { onInternalError = (error: unknown) => console.error('local DynamoDB:', error) } = options;
  const path = join(stateDir, 'dynamodb');
  const now = new Date(clock());
  let damage = await mendStore(path, now);
  const atomic = await openAtomicStore(path, listeners, clock).catch(async (error: unknown) => {
    if (!(error instanceof DynamoDbStateError) || !error.isDamage) throw error;
    const rebuilt = await rebuildStore(path, now).catch(() => {
      throw error;
    });
    damage = { ...rebuilt, ...damage };
    return openAtomicStore(path, listeners, clock);
  });
  const sweep = () => atomic.write(() => forgetOldTokens(atomic.store, clock()));
  const server = createDynamoDbServer({
    operations: createOperations(atomic, createTransactions(atomic.store, clock)),
    authorize: options.authorize ?? (() => {}),
    onCall: options.onCall,
    onInternalError,
  });
  try {
    await sweep();
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
  } catch (error) {
    await atomic.close();
    throw error;
  }
  let expiring: Promise<void> = Promise.resolve();
  // One after the other, and behind the requests: nobody waits for what nobody wants.
  const expire = () => {
    expiring = expiring.then(() => deleteExpired(atomic, clock())).catch(onInternalError);
  };
  expire();
  const sweeping = setInterval(() => {
    sweep().catch(onInternalError);
    expire();
  }, SWEEP_INTERVAL).unref();

  const close = async () => {
    clearInterval(sweeping);
    await expiring;
    const stopped = new Promise<void>((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()));
    });
    server.closeIdleConnections();
    const impatience = setTimeout(() => server.closeAllConnections(), CLOSE_PATIENCE);
    await stopped.finally(() => clearTimeout(impatience));
    await atomic.close();
  };
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    damage,
    changes: atomic.changes,
    close,
  };
}
