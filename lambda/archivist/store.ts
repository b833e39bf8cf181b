import type { DynamoDb } from '../dynamodb';
import { type Image, plainItem } from '../plainValue';
import type { ArchiveProgress, Archivist } from './catchUp';

/** Documents that are read at once to be entered. */
const SOME = 20;
const KEY = { id: { S: 'archive' } };

/** All documents, and how far the index has been made of them, in their tables. */
export const archivistIn = (
  tables: { postMortems: string; upkeep: string },
  dynamoDb: DynamoDb,
): Pick<Archivist, 'progress' | 'keepProgress' | 'some'> => ({
  async progress() {
    const request = { TableName: tables.upkeep, Key: KEY, ConsistentRead: true };
    const { Item } = await dynamoDb<{ Item?: { next?: { S?: string } } }>('GetItem', request);
    return Item?.next?.S ? (JSON.parse(Item.next.S) as ArchiveProgress) : null;
  },

  async keepProgress(progress) {
    const Item = { ...KEY, next: { S: JSON.stringify(progress) } };
    await dynamoDb('PutItem', { TableName: tables.upkeep, Item });
  },

  async some(after) {
    type Page = { Items?: Image[]; LastEvaluatedKey?: { id?: { S?: string } } };
    const { Items = [], LastEvaluatedKey: last } = await dynamoDb<Page>('Scan', {
      TableName: tables.postMortems,
      Limit: SOME,
      ConsistentRead: true,
      ...(after !== null && { ExclusiveStartKey: { id: { S: after } } }),
    });
    return { documents: Items.map(plainItem), after: last?.id?.S ?? null };
  },
});
