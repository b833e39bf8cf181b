import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDbOptions,
  ensureTables,
  type LocalDynamoDb,
  type LocalTableDefinition,
  startDynamoDb,
} from '../../../local/dynamodb';

/** Post-mortems by id, with one index of whole items and one of selected attributes. */
export const postMortems: LocalTableDefinition = {
  tableName: 'PostMortem-local-NONE',
  attributeDefinitions: [
    { attributeName: 'id', attributeType: 'S' },
    { attributeName: 'owner', attributeType: 'S' },
    { attributeName: 'updatedAt', attributeType: 'S' },
    { attributeName: 'severity', attributeType: 'N' },
  ],
  keySchema: [{ attributeName: 'id', keyType: 'HASH' }],
  globalSecondaryIndexes: [
    {
      indexName: 'byOwner',
      keySchema: [
        { attributeName: 'owner', keyType: 'HASH' },
        { attributeName: 'updatedAt', keyType: 'RANGE' },
      ],
      projection: { projectionType: 'ALL' },
    },
    {
      indexName: 'bySeverity',
      keySchema: [
        { attributeName: 'severity', keyType: 'HASH' },
        { attributeName: 'updatedAt', keyType: 'RANGE' },
      ],
      projection: { projectionType: 'INCLUDE', nonKeyAttributes: ['title'] },
    },
  ],
};

export const TableName = postMortems.tableName;

export interface RunningDatabase extends LocalDynamoDb {
  readonly client: DynamoDBClient;
  readonly stateDir: string;
  /** Failures that the server blamed on itself. */
  readonly failures: unknown[];
  restart(): Promise<RunningDatabase>;
  /** Closes the server and removes its data. */
  dispose(): Promise<void>;
}

export function connect(endpoint: string): DynamoDBClient {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return new DynamoDBClient({ endpoint, region: 'us-east-1', credentials, maxAttempts: 1 });
}

export const newStateDir = () => mkdtemp(join(tmpdir(), 'dynamodb-'));

/** A database on a free port, with the table above unless told otherwise. */
export async function runDatabase({
  tables = [postMortems],
  ...overrides
}: Partial<DynamoDbOptions> & { tables?: LocalTableDefinition[] } = {}): Promise<RunningDatabase> {
  const stateDir = overrides.stateDir ?? (await newStateDir());
  const failures: unknown[] = [];
  const onInternalError = (error: unknown) => failures.push(error);
  const database = await startDynamoDb({ port: 0, onInternalError, ...overrides, stateDir });
  await ensureTables(tables, database.endpoint);
  const client = connect(database.endpoint);
  const close = async () => {
    client.destroy();
    await database.close();
  };
  return {
    endpoint: database.endpoint,
    damage: database.damage,
    changes: database.changes,
    close,
    client,
    stateDir,
    failures,
    restart: async () => {
      await close();
      return runDatabase({ ...overrides, stateDir, tables });
    },
    dispose: async () => {
      await close();
      await rm(stateDir, { recursive: true, force: true });
    },
  };
}
