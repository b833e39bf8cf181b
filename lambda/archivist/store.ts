import type { DynamoDb } from '../dynamodb';
import { type Image, plainItem } from '../plainValue';
import { progressIn } from '../progress';
import type { ArchiveProgress, Archivist } from './catchUp';

/** Documents that are read at once to be entered. */
const SOME = 20;

/** All documents, and how far the index has been made of them, in their tables. */
export const archivistIn = (
  tables: { postMortems: string; upkeep: string },
  dynamoDb: DynamoDb,
): Pick<Archivist, 'progress' | 'keepProgress' | 'some'> => ({
  ...progressIn<ArchiveProgress>(dynamoDb, tables.upkeep, 'archive'),

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
