import type { AddressInfo, Server } from 'node:net';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { TableDefinition } from '../../../local/assembly';

const dynalite = require('dynalite') as (options: object) => Server;

/** A DynamoDB in memory that holds the given tables. */
export async function startTables(tables: readonly TableDefinition[]) {
  const server = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = new DynamoDBClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  for (const table of tables) {
    await client.send(
      new CreateTableCommand({
        TableName: table.tableName,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: table.attributeDefinitions.map((attribute) => ({
          AttributeName: attribute.attributeName,
          AttributeType: attribute.attributeType,
        })),
        KeySchema: keysOf(table.keySchema),
        GlobalSecondaryIndexes: table.globalSecondaryIndexes?.map((index) => ({
          IndexName: index.indexName,
          KeySchema: keysOf(index.keySchema),
          Projection: {
            ProjectionType: index.projection.projectionType,
            NonKeyAttributes: index.projection.nonKeyAttributes && [...index.projection.nonKeyAttributes],
          },
        })),
      }),
    );
  }
  return {
    endpoint,
    client,
    close: async () => {
      client.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}

const keysOf = (keys: TableDefinition['keySchema']) =>
  keys.map((key) => ({ AttributeName: key.attributeName, KeyType: key.keyType }));
