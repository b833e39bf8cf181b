import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  ScanCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Change } from '../../domain/search/changes';
import { type Image, plainItem } from '../plainValue';
import type { CatchUpStore, Progress } from './catchUp';

/** Writes that are under way at once. */
const AT_ONCE = 24;
/** Documents that are read at once to be entered. */
const SOME = 20;
/** Where the index says how far it has been made; no scope is called so. */
export const PROGRESS = { place: { S: 'progress' }, term: { S: 'progress' } };

/** The index in its table, as the indexer's own role. */
export function indexIn(
  client: DynamoDBClient,
  tables: { postMortems: string; entries: string },
): CatchUpStore {
  const write = async ({ key, reference, holds }: Change): Promise<void> => {
    const Key = { place: { S: key.place }, term: { S: key.term } };
    const { Attributes } = await client.send(
      new UpdateItemCommand({
        TableName: tables.entries,
        Key,
        UpdateExpression: `${holds ? 'ADD' : 'DELETE'} documents :one`,
        ExpressionAttributeValues: { ':one': { SS: [reference] } },
        ReturnValues: holds ? 'NONE' : 'ALL_NEW',
      }),
    );
    if (!holds && Attributes?.documents === undefined) await deleteEmpty(Key);
  };
  /** A word that no document has any more; a condition, as another document may have been added meanwhile. */
  const deleteEmpty = (Key: Record<'place' | 'term', { S: string }>) =>
    client
      .send(
        new DeleteItemCommand({
          TableName: tables.entries,
          Key,
          ConditionExpression: 'attribute_not_exists(documents)',
        }),
      )
      .catch((error: unknown) => {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      });

  return {
    async apply(changes) {
      const left = [...changes];
      const writer = async () => {
        for (let change = left.pop(); change; change = left.pop()) await write(change);
      };
      await Promise.all(Array.from({ length: Math.min(AT_ONCE, left.length) }, writer));
    },

    async progress() {
      const { Item } = await client.send(
        new GetItemCommand({ TableName: tables.entries, Key: PROGRESS, ConsistentRead: true }),
      );
      return Item && (JSON.parse(Item.progress?.S ?? '') as Progress);
    },

    async keepProgress(progress) {
      const Item = { ...PROGRESS, progress: { S: JSON.stringify(progress) } };
      await client.send(new PutItemCommand({ TableName: tables.entries, Item }));
    },

    async some(after) {
      const { Items = [], LastEvaluatedKey: last } = await client.send(
        new ScanCommand({
          TableName: tables.postMortems,
          Limit: SOME,
          ConsistentRead: true,
          ...(after !== null && { ExclusiveStartKey: { id: { S: after } } }),
        }),
      );
      return {
        documents: Items.map((item) => plainItem(item as unknown as Image)),
        after: last?.id?.S ?? null,
      };
    },

    async document(id) {
      const { Item } = await client.send(
        new GetItemCommand({ TableName: tables.postMortems, Key: { id: { S: id } }, ConsistentRead: true }),
      );
      return Item ? plainItem(Item as unknown as Image) : null;
    },
  };
}
