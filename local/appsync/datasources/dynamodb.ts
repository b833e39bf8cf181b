import {
  type AttributeValue,
  BatchGetItemCommand,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { fromItem } from '../attributeValues';
import { ResolverError, UnsupportedFeatureError } from '../errors';
import type { DynamoDbExpression } from '../filterExpression';
import { DataSourceError, fieldsOf, type RunDataSource } from './dataSource';
import type { PageTokens } from './pageTokens';

type Attributes = Record<string, AttributeValue>;

/** AppSync's DynamoDB request, as its reference lists the fields. */
interface DynamoDbRequest {
  readonly operation: string;
  readonly key?: Attributes;
  readonly attributeValues?: Attributes;
  readonly update?: Partial<DynamoDbExpression>;
  readonly condition?: Partial<DynamoDbExpression> | null;
  readonly query?: Partial<DynamoDbExpression>;
  readonly filter?: Partial<DynamoDbExpression> | null;
  readonly index?: string | null;
  readonly limit?: number | null;
  readonly nextToken?: string | null;
  readonly scanIndexForward?: boolean | null;
  readonly consistentRead?: boolean | null;
  readonly tables?: Record<string, { keys: Attributes[]; consistentRead?: boolean }>;
  readonly transactItems?: readonly (DynamoDbRequest & { readonly table: string })[];
}

const filled = <T extends object>(map: T | undefined): T | undefined =>
  map && Object.keys(map).length > 0 ? map : undefined;

/** The names and values of several expressions together; DynamoDB refuses empty maps. */
const placeholders = (...expressions: (Partial<DynamoDbExpression> | null | undefined)[]) => ({
  ExpressionAttributeNames: filled(
    Object.assign({}, ...expressions.map((one) => one?.expressionNames)) as Record<string, string>,
  ),
  ExpressionAttributeValues: filled(
    Object.assign({}, ...expressions.map((one) => one?.expressionValues)) as Attributes,
  ),
});

const conditionOf = ({ condition }: DynamoDbRequest) => ({
  ConditionExpression: condition?.expression || undefined,
  ...placeholders(condition),
});

const itemOf = (item: Attributes | undefined): unknown => (item ? fromItem(item) : null);

const writtenItem = (request: DynamoDbRequest): Attributes => ({
  ...request.attributeValues,
  ...request.key,
});

/** One table with what its requests need. */
interface Table {
  readonly client: DynamoDBClient;
  readonly name: string;
  readonly tokens: PageTokens;
}

type Operation = (table: Table, request: DynamoDbRequest) => Promise<unknown>;

const listOf = (table: Table, { index }: DynamoDbRequest): string => `${table.name}/${index ?? ''}`;

const page = (
  table: Table,
  request: DynamoDbRequest,
  output: { Items?: Attributes[]; LastEvaluatedKey?: Attributes; ScannedCount?: number },
): unknown => ({
  items: (output.Items ?? []).map(fromItem),
  nextToken: output.LastEvaluatedKey
    ? table.tokens.seal(output.LastEvaluatedKey, listOf(table, request))
    : null,
  scannedCount: output.ScannedCount ?? 0,
});

const pageInput = (table: Table, request: DynamoDbRequest) => ({
  TableName: table.name,
  IndexName: request.index ?? undefined,
  Limit: request.limit ?? undefined,
  ConsistentRead: request.consistentRead ?? undefined,
  ExclusiveStartKey: request.nextToken
    ? (table.tokens.open(request.nextToken, listOf(table, request)) as Attributes)
    : undefined,
  FilterExpression: request.filter?.expression || undefined,
});

const OPERATIONS: { readonly [operation: string]: Operation } = {
  GetItem: async ({ client, name: TableName }, { key: Key, consistentRead }) => {
    const input = { TableName, Key, ConsistentRead: consistentRead ?? undefined };
    return itemOf((await client.send(new GetItemCommand(input))).Item);
  },
  PutItem: async ({ client, name: TableName }, request) => {
    const Item = writtenItem(request);
    await client.send(new PutItemCommand({ TableName, Item, ...conditionOf(request) }));
    return fromItem(Item);
  },
  UpdateItem: async ({ client, name: TableName }, request) => {
    const input = {
      TableName,
      Key: request.key,
      UpdateExpression: request.update?.expression || undefined,
      ReturnValues: 'ALL_NEW' as const,
      ...conditionOf(request),
      ...placeholders(request.condition, request.update),
    };
    return itemOf((await client.send(new UpdateItemCommand(input))).Attributes);
  },
  DeleteItem: async ({ client, name: TableName }, request) => {
    const input = { TableName, Key: request.key, ReturnValues: 'ALL_OLD' as const, ...conditionOf(request) };
    return itemOf((await client.send(new DeleteItemCommand(input))).Attributes);
  },
  Query: async (table, request) => {
    const input = {
      ...pageInput(table, request),
      KeyConditionExpression: request.query?.expression,
      ScanIndexForward: request.scanIndexForward ?? true,
      ...placeholders(request.query, request.filter),
    };
    return page(table, request, await table.client.send(new QueryCommand(input)));
  },
  Scan: async (table, request) => {
    const input = { ...pageInput(table, request), ...placeholders(request.filter) };
    return page(table, request, await table.client.send(new ScanCommand(input)));
  },
  BatchGetItem: async ({ client }, { tables = {} }) => {
    const RequestItems = Object.fromEntries(
      Object.entries(tables).map(([name, { keys: Keys, consistentRead: ConsistentRead }]) => [
        name,
        { Keys, ConsistentRead },
      ]),
    );
    const { Responses = {}, UnprocessedKeys = {} } = await client.send(
      new BatchGetItemCommand({ RequestItems }),
    );
    const named = (all: Record<string, Attributes[] | undefined>) =>
      Object.fromEntries(Object.entries(all).map(([name, items = []]) => [name, items.map(fromItem)]));
    const unprocessed = Object.entries(UnprocessedKeys).map(([name, { Keys }]): [string, Attributes[]] => [
      name,
      Keys ?? [],
    ]);
    return { data: named(Responses), unprocessedKeys: named(Object.fromEntries(unprocessed)) };
  },
  TransactWriteItems: async ({ client }, { transactItems = [] }) => {
    const TransactItems = transactItems.map((item) => {
      const common = { TableName: item.table, ...conditionOf(item) };
      switch (item.operation) {
        case 'PutItem':
          return { Put: { ...common, Item: writtenItem(item) } };
        case 'DeleteItem':
          return { Delete: { ...common, Key: item.key } };
        case 'ConditionCheck':
          return {
            ConditionCheck: { ...common, Key: item.key, ConditionExpression: item.condition?.expression },
          };
        case 'UpdateItem':
          return {
            Update: {
              ...common,
              ...placeholders(item.condition, item.update),
              Key: item.key,
              UpdateExpression: item.update?.expression,
            },
          };
        default:
          throw new UnsupportedFeatureError(`The DynamoDB operation ${item.operation} in a transaction`);
      }
    });
    await client.send(new TransactWriteItemsCommand({ TransactItems }));
    return { keys: transactItems.map((item) => fromItem(item.key ?? {})), cancellationReasons: null };
  },
};

/** A DynamoDB data source on one table. Errors carry DynamoDB's own name, as `DynamoDB:…`. */
export const createDynamoDbSource =
  (client: DynamoDBClient, name: string, tokens: PageTokens): RunDataSource =>
  async (request) => {
    const { operation } = fieldsOf(request);
    const run =
      typeof operation === 'string' && Object.hasOwn(OPERATIONS, operation) && OPERATIONS[operation];
    if (!run) throw new UnsupportedFeatureError(`The DynamoDB operation ${operation}`);
    try {
      return await run({ client, name, tokens }, request as DynamoDbRequest);
    } catch (cause) {
      if (cause instanceof ResolverError || cause instanceof DataSourceError) throw cause;
      const { name: errorName, message } = cause as Error;
      const text = `${message} (Service: DynamoDb, Table: ${name})`;
      throw new DataSourceError(text, `DynamoDB:${errorName}`, { cause });
    }
  };
