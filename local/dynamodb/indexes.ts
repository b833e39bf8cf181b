import {
  type AttributeDefinition,
  checkRequest,
  database,
  type IndexRecord,
  type Item,
  promised,
  type RequestBody,
  type Store,
  type TableRecord,
} from './dynalite';
import { ValidationError } from './errors';

/** One change of a table's global secondary indexes, as `UpdateTable` takes it. */
interface IndexUpdate {
  readonly Create?: IndexRecord;
  readonly Delete?: { readonly IndexName: string };
  readonly Update?: object;
}

/** Whether an `UpdateTable` makes or removes an index, which dynalite itself does not do. */
export function changesIndexes(request: RequestBody): boolean {
  return updatesOf(request).some((update) => update.Create || update.Delete);
}

/**
 * Makes and removes global secondary indexes, and fills a new one from the items that are there. Call it
 * within a write of the atomic store: definition and entries then land together, and the index is ACTIVE at
 * once.
 * @throws ValidationError
 */
export async function changeIndexes(store: Store, request: RequestBody): Promise<object> {
  // Checks the table's name; the rest of the request is checked below.
  const { TableName } = checkRequest(store, 'DescribeTable', { TableName: request.TableName });
  let table = await promised<TableRecord>((done) => store.getTable(TableName, true, done));
  for (const update of updatesOf(request)) {
    if (update.Delete) table = await removeIndex(store, table, update.Delete.IndexName);
    else if (update.Create) table = await addIndex(store, table, update.Create, attributesOf(request));
    else throw new ValidationError('An index update is a Create or a Delete when another one is');
  }
  await promised<void>((done) => store.tableDb.put(TableName, table, done));
  return { TableDescription: table };
}

function updatesOf({ GlobalSecondaryIndexUpdates: updates }: RequestBody): readonly IndexUpdate[] {
  if (updates === undefined) return [];
  if (!Array.isArray(updates)) throw new ValidationError('GlobalSecondaryIndexUpdates must be a list');
  return updates;
}

function attributesOf({ AttributeDefinitions: attributes = [] }: RequestBody): AttributeDefinition[] {
  if (!Array.isArray(attributes)) throw new ValidationError('AttributeDefinitions must be a list');
  return attributes;
}

async function removeIndex(store: Store, table: TableRecord, name: string): Promise<TableRecord> {
  const { GlobalSecondaryIndexes: indexes = [], ...rest } = table;
  const kept = indexes.filter(({ IndexName }) => IndexName !== name);
  if (kept.length === indexes.length) throw new ValidationError(`The table has no index ${name}`);
  await promised<void>((done) => store.deleteIndexDb('Global', table.TableName, name, done));
  return withUsedAttributes({ ...rest, ...(kept.length > 0 && { GlobalSecondaryIndexes: kept }) });
}

async function addIndex(
  store: Store,
  table: TableRecord,
  created: IndexRecord,
  attributes: readonly AttributeDefinition[],
): Promise<TableRecord> {
  const { IndexName, KeySchema, Projection } = created;
  const indexes = table.GlobalSecondaryIndexes ?? [];
  if (!/^[\w.-]{3,255}$/.test(IndexName ?? '') || !KeySchema?.length || !Projection?.ProjectionType) {
    throw new ValidationError('A new index needs IndexName, KeySchema and Projection');
  }
  if (indexes.some((index) => index.IndexName === IndexName)) {
    throw new ValidationError(`The table already has an index ${IndexName}`);
  }
  const index = {
    IndexName,
    KeySchema,
    Projection,
    IndexArn: `${table.TableArn}/index/${IndexName}`,
    IndexStatus: 'ACTIVE',
    IndexSizeBytes: 0,
    ItemCount: 0,
    ProvisionedThroughput: { ReadCapacityUnits: 0, WriteCapacityUnits: 0, NumberOfDecreasesToday: 0 },
  };
  const changed = withUsedAttributes({
    ...table,
    AttributeDefinitions: mergeAttributes(table.AttributeDefinitions, attributes),
    GlobalSecondaryIndexes: [...indexes, index],
  });
  await fill(store, changed, index);
  return changed;
}

/** Writes the entries of the items that are there; as in the cloud, an item with a key of another type has none. */
async function fill(store: Store, table: TableRecord, index: IndexRecord): Promise<void> {
  const entries = store.getIndexDb('Global', table.TableName, index.IndexName);
  const prefix = `item-${table.TableName}~`;
  // The tilde ends a table's name, and DEL is the character after it.
  for await (const [, value] of store.db.iterator({ gte: prefix, lt: `item-${table.TableName}\x7f` })) {
    const item = value as Item;
    if (!hasKeysOf(index, item, table)) continue;
    for (const entry of database.getIndexActions([index], undefined, item, table).puts) {
      await promised<void>((done) => entries.put(entry.key, entry.item, done));
    }
  }
}

function hasKeysOf({ KeySchema }: IndexRecord, item: Item, { AttributeDefinitions }: TableRecord): boolean {
  return KeySchema.every(({ AttributeName }) => {
    const definition = AttributeDefinitions.find((attribute) => attribute.AttributeName === AttributeName);
    return definition !== undefined && item[AttributeName]?.[definition.AttributeType] !== undefined;
  });
}

function mergeAttributes(
  existing: readonly AttributeDefinition[],
  added: readonly AttributeDefinition[],
): AttributeDefinition[] {
  const byName = new Map(existing.map((attribute) => [attribute.AttributeName, attribute]));
  for (const attribute of added) {
    const before = byName.get(attribute.AttributeName);
    if (before && before.AttributeType !== attribute.AttributeType) {
      throw new ValidationError(
        `The attribute ${attribute.AttributeName} has the type ${before.AttributeType}`,
      );
    }
    byName.set(attribute.AttributeName, attribute);
  }
  return [...byName.values()];
}

/** Keeps the definitions of key attributes only, as the service wants it. */
function withUsedAttributes(table: TableRecord): TableRecord {
  const schemas = [table, ...(table.GlobalSecondaryIndexes ?? [])].flatMap(({ KeySchema }) => KeySchema);
  const used = new Set(schemas.map(({ AttributeName }) => AttributeName));
  const AttributeDefinitions = table.AttributeDefinitions.filter(({ AttributeName }) =>
    used.has(AttributeName),
  );
  const defined = new Set(AttributeDefinitions.map(({ AttributeName }) => AttributeName));
  const missing = [...used].filter((name) => !defined.has(name));
  if (missing.length > 0)
    throw new ValidationError(`Key attributes without a definition: ${missing.join(', ')}`);
  return { ...table, AttributeDefinitions };
}
