import { promised, type RequestBody, read, type Store, type TableRecord } from './dynalite';
import { ValidationError } from './errors';

/**
 * The time-to-live setting of a table, kept and told. Items past their time go by and by (`expired.ts`): DynamoDB,
 * too, only promises to delete them within days, so readers have to filter in either place.
 */
interface TimeToLive {
  readonly AttributeName: string;
  readonly Enabled: boolean;
}

export async function updateTimeToLive(store: Store, request: RequestBody): Promise<object> {
  const table = await tableOf(store, request);
  const wanted = settingOf(request.TimeToLiveSpecification);
  const current = await settingFor(store, table.TableName);
  if (current?.Enabled === wanted.Enabled || (!current && !wanted.Enabled)) {
    throw new ValidationError(`TimeToLive is already ${wanted.Enabled ? 'enabled' : 'disabled'}`);
  }
  await promised<void>((done) => store.db.put(keyOf(table.TableName), wanted, done));
  return { TimeToLiveSpecification: wanted };
}

export async function describeTimeToLive(store: Store, request: RequestBody): Promise<object> {
  const table = await tableOf(store, request);
  const current = await settingFor(store, table.TableName);
  const TimeToLiveDescription = current?.Enabled
    ? { TimeToLiveStatus: 'ENABLED', AttributeName: current.AttributeName }
    : { TimeToLiveStatus: 'DISABLED' };
  return { TimeToLiveDescription };
}

/** A table made anew under the name starts without one. */
export function deleteTimeToLive(store: Store, tableName: string): Promise<void> {
  return promised((done) => store.db.del(keyOf(tableName), done));
}

/** The tables whose items have a time, each with the attribute that says it. */
export async function* eachTimeToLive(store: Store): AsyncIterable<[tableName: string, attribute: string]> {
  for await (const [key, value] of store.db.iterator({ gte: SPACE, lt: `${SPACE}\u{10FFFF}` })) {
    const { AttributeName, Enabled } = value as TimeToLive;
    if (Enabled) yield [key.slice(SPACE.length), AttributeName];
  }
}

function tableOf(store: Store, { TableName }: RequestBody): Promise<TableRecord> {
  if (typeof TableName !== 'string') throw new ValidationError('TableName must be a string');
  return promised((done) => store.getTable(TableName, false, done));
}

function settingFor(store: Store, tableName: string): Promise<TimeToLive | undefined> {
  return read(store.db, keyOf(tableName));
}

function settingOf(specification: unknown): TimeToLive {
  const { AttributeName, Enabled } = (specification ?? {}) as Record<string, unknown>;
  if (typeof AttributeName !== 'string' || !AttributeName || typeof Enabled !== 'boolean') {
    throw new ValidationError('TimeToLiveSpecification needs AttributeName and Enabled');
  }
  return { AttributeName, Enabled };
}

const SPACE = 'time-to-live~';

function keyOf(tableName: string): string {
  return `${SPACE}${tableName}`;
}
