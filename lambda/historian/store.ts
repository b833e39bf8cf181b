import { gunzipSync, gzipSync } from 'node:zlib';
import {
  type AttributeValue,
  BatchWriteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';
import type { Revision } from '../../domain/history/revision';
import { fromWire, toWire } from '../../domain/history/wire';
import { deleteItems } from '../deleteItems';
import type { RevisionStore } from './record';

/**
 * Revisions in their table. Nobody else writes it: the API has neither mutations nor queries for it, and what it
 * answers it answers by one resolver, to those who may edit the document.
 */
export function storeIn(
  client: DynamoDBClient,
  tables: { postMortems: string; revisions: string },
): RevisionStore {
  const query = (postMortemId: string, more: Partial<QueryCommandInput>) =>
    client.send(
      new QueryCommand({
        TableName: tables.revisions,
        KeyConditionExpression: 'postMortemId = :id',
        ExpressionAttributeValues: { ':id': { S: postMortemId } },
        ConsistentRead: true,
        ...more,
      }),
    );

  return {
    async postMortemExists(id) {
      const key = { TableName: tables.postMortems, Key: { id: { S: id } }, ConsistentRead: true };
      const { Item } = await client.send(new GetItemCommand({ ...key, ProjectionExpression: 'id' }));
      return Item !== undefined;
    },

    async latest(postMortemId) {
      const { Items = [] } = await query(postMortemId, { Limit: 1, ScanIndexForward: false });
      const [item] = Items;
      return item ? { place: item.place?.S ?? '', number: Number(item.number?.N) } : null;
    },

    async oldest(postMortemId, most, number) {
      const { Items = [] } = await query(postMortemId, { Limit: most });
      return Items.filter((item) => Number(item.number?.N) <= number).map(readItem);
    },

    delete: async (postMortemId, places) => {
      const keys = places.map((place) => ({ postMortemId: { S: postMortemId }, place: { S: place } }));
      await deleteItems(
        (RequestItems) => client.send(new BatchWriteItemCommand({ RequestItems })),
        tables.revisions,
        keys,
      );
    },

    async put(postMortemId, { place, revision, savedAt, savedBy, origins, changes, folded }, number) {
      const content = gzipSync(toWire({ savedBy, origins, changes, folded }));
      await client.send(
        new PutItemCommand({
          TableName: tables.revisions,
          Item: {
            __typename: { S: 'Revision' },
            postMortemId: { S: postMortemId },
            place: { S: place },
            revision: { N: String(revision) },
            number: { N: String(number) },
            savedAt: { S: savedAt },
            content: { B: content },
            createdAt: { S: savedAt },
            updatedAt: { S: savedAt },
          },
        }),
      );
    },

    async deleteAll(postMortemId) {
      const places: string[] = [];
      let next: QueryCommandInput['ExclusiveStartKey'];
      do {
        const page = await query(postMortemId, { ProjectionExpression: 'place', ExclusiveStartKey: next });
        places.push(...(page.Items ?? []).map((item) => item.place?.S ?? ''));
        next = page.LastEvaluatedKey;
      } while (next);
      await this.delete(postMortemId, places);
    },
  };
}

const readItem = (item: Record<string, AttributeValue>): Revision & { number: number } => ({
  place: item.place?.S ?? '',
  revision: Number(item.revision?.N),
  number: Number(item.number?.N),
  savedAt: item.savedAt?.S ?? '',
  ...(fromWire(gunzipSync(item.content?.B ?? new Uint8Array()).toString()) as Content),
});

type Content = Pick<Revision, 'savedBy' | 'origins' | 'changes' | 'folded'>;
