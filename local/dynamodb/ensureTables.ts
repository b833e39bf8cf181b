import {
  CreateTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  type KeySchemaElement,
  ResourceNotFoundException,
  type TableDescription,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import type { KeyElement, TableDefinition } from '../assembly/types';
import type { LocalCredentials } from '../iam';
import { TableKeyChangedError } from './errors';

/** A table as the synthesized backend defines it (`Custom::AmplifyDynamoDBTable`). */
export type LocalTableDefinition = TableDefinition;

type IndexDefinition = NonNullable<TableDefinition['globalSecondaryIndexes']>[number];

/** Who signs the requests, and for where. */
export interface TableAccess {
  readonly region: string;
  readonly credentials: Pick<LocalCredentials, 'accessKeyId' | 'secretAccessKey'>;
}

/** Enough for an endpoint that takes every signature. */
const ANYBODY: TableAccess = {
  region: 'us-east-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
};

/**
 * Makes the tables on the endpoint what the backend defines: missing ones are created, and in those that
 * are there secondary indexes are added (and filled from the items), removed, or made anew where their
 * definition changed. Items are never touched, nor are tables that the backend no longer has.
 * @throws TableKeyChangedError when a table has another primary key than wanted
 */
export async function ensureTables(
  tables: readonly LocalTableDefinition[],
  endpoint: string,
  { region, credentials }: TableAccess = ANYBODY,
): Promise<void> {
  const client = new DynamoDBClient({ endpoint, region, credentials });
  try {
    for (const table of tables) {
      const existing = await describeTable(client, table.tableName);
      if (existing) await changeTable(client, table, existing);
      else await createTable(client, table);
      await setTimeToLive(client, table);
    }
  } finally {
    client.destroy();
  }
}

async function describeTable(
  client: DynamoDBClient,
  TableName: string,
): Promise<TableDescription | undefined> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName }))).Table;
  } catch (error) {
    if ((error as Error).name === ResourceNotFoundException.name) return undefined;
    throw error;
  }
}

async function createTable(client: DynamoDBClient, table: LocalTableDefinition): Promise<void> {
  const indexes = table.globalSecondaryIndexes ?? [];
  await client.send(
    new CreateTableCommand({
      TableName: table.tableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: attributeDefinitions(table, [table, ...indexes]),
      KeySchema: keySchema(table.keySchema),
      ...(indexes.length > 0 && { GlobalSecondaryIndexes: indexes.map(secondaryIndex) }),
    }),
  );
}

async function changeTable(
  client: DynamoDBClient,
  table: LocalTableDefinition,
  existing: TableDescription,
): Promise<void> {
  const wantedKey = keyText(keySchema(table.keySchema), attributeDefinitions(table, [table]));
  const existingKey = keyText(existing.KeySchema ?? [], existing.AttributeDefinitions ?? []);
  if (wantedKey !== existingKey) throw new TableKeyChangedError(table.tableName, existingKey, wantedKey);

  const wanted = new Map(
    (table.globalSecondaryIndexes ?? []).map((index) => {
      const definition = secondaryIndex(index);
      return [indexText(definition, attributeDefinitions(table, [index])), { index, definition }];
    }),
  );
  const kept = new Set<string>();
  for (const index of existing.GlobalSecondaryIndexes ?? []) {
    const text = indexText(index, existing.AttributeDefinitions ?? []);
    if (wanted.has(text)) kept.add(text);
    else await updateIndex(client, table, { Delete: { IndexName: index.IndexName } });
  }
  for (const [text, { index, definition }] of wanted) {
    if (!kept.has(text)) await updateIndex(client, table, { Create: definition }, [table, index]);
  }
}

/** One change a call, as the cloud allows no more. */
async function updateIndex(
  client: DynamoDBClient,
  table: LocalTableDefinition,
  update: { Create: ReturnType<typeof secondaryIndex> } | { Delete: { IndexName: string | undefined } },
  keyed?: readonly { readonly keySchema: readonly KeyElement[] }[],
): Promise<void> {
  await client.send(
    new UpdateTableCommand({
      TableName: table.tableName,
      GlobalSecondaryIndexUpdates: [update],
      ...(keyed && { AttributeDefinitions: attributeDefinitions(table, keyed) }),
    }),
  );
}

async function setTimeToLive(client: DynamoDBClient, table: LocalTableDefinition): Promise<void> {
  const { tableName: TableName, timeToLiveAttribute: wanted } = table;
  const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName }));
  const current = TimeToLiveDescription?.AttributeName;
  if (current === wanted) return;
  const set = (AttributeName: string, Enabled: boolean) =>
    client.send(
      new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification: { AttributeName, Enabled } }),
    );
  if (current) await set(current, false);
  if (wanted) await set(wanted, true);
}

function secondaryIndex({ indexName, keySchema: keys, projection }: IndexDefinition) {
  const NonKeyAttributes = projection.nonKeyAttributes && [...projection.nonKeyAttributes];
  return {
    IndexName: indexName,
    KeySchema: keySchema(keys),
    Projection: { ProjectionType: projection.projectionType, ...(NonKeyAttributes && { NonKeyAttributes }) },
  };
}

function keySchema(keys: readonly KeyElement[]) {
  return keys.map(({ attributeName, keyType }) => ({ AttributeName: attributeName, KeyType: keyType }));
}

/** The definitions of those attributes that are keys of the given table or indexes, and of no others. */
function attributeDefinitions(
  table: LocalTableDefinition,
  keyed: readonly { readonly keySchema: readonly KeyElement[] }[],
) {
  const used = new Set(keyed.flatMap((owner) => owner.keySchema.map((key) => key.attributeName)));
  return table.attributeDefinitions
    .filter(({ attributeName }) => used.has(attributeName))
    .map(({ attributeName, attributeType }) => ({
      AttributeName: attributeName,
      AttributeType: attributeType,
    }));
}

/** A key in one line, such as `owner (S, HASH), updatedAt (S, RANGE)`: to compare, and to tell people. */
function keyText(
  keys: readonly KeySchemaElement[],
  attributes: readonly { AttributeName?: string; AttributeType?: string }[],
): string {
  return keys
    .map(({ AttributeName, KeyType }) => {
      const definition = attributes.find((attribute) => attribute.AttributeName === AttributeName);
      return `${AttributeName} (${definition?.AttributeType}, ${KeyType})`;
    })
    .join(', ');
}

function indexText(
  index: {
    IndexName?: string;
    KeySchema?: KeySchemaElement[];
    Projection?: { ProjectionType?: string; NonKeyAttributes?: string[] };
  },
  attributes: readonly { AttributeName?: string; AttributeType?: string }[],
): string {
  const { ProjectionType, NonKeyAttributes = [] } = index.Projection ?? {};
  const key = keyText(index.KeySchema ?? [], attributes);
  return JSON.stringify([index.IndexName, key, ProjectionType, [...NonKeyAttributes].sort()]);
}
