import { gunzipSync, gzipSync } from 'node:zlib';
import {
  type AttributeValue,
  BatchWriteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import type { Revision } from '../../domain/history/revision';
import { fromWire, toWire } from '../../domain/history/wire';
import type { RevisionStore } from './record';

/** DynamoDB takes as many writes at once. */
const BATCH = 25;
/** How often what a throttled table has left over is offered again. */
const ATTEMPTS = 8;

/** The table could not take all deletions; the stream delivers the batch again. */
export class DeletionIncompleteError extends Error {
  override name = 'DeletionIncompleteError';
  constructor(readonly postMortemId: string) {
    super(
      `Not all revisions of ${postMortemId} could be deleted. The stream will deliver its deletion again.`,
    );
  }
}

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
      const keys = places.map((place): Key => ({ postMortemId: { S: postMortemId }, place: { S: place } }));
      for (let from = 0; from < keys.length; from += BATCH) {
        await deleteBatch(postMortemId, keys.slice(from, from + BATCH));
      }
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

  async function deleteBatch(postMortemId: string, keys: Key[]): Promise<void> {
    let left: WriteRequest[] = keys.map((Key) => ({ DeleteRequest: { Key } }));
    for (let attempt = 0; left.length > 0; attempt += 1) {
      if (attempt === ATTEMPTS) throw new DeletionIncompleteError(postMortemId);
      const batch = new BatchWriteItemCommand({ RequestItems: { [tables.revisions]: left } });
      left = (await client.send(batch)).UnprocessedItems?.[tables.revisions] ?? [];
    }
  }
}

const readItem = (item: Record<string, AttributeValue>): Revision & { number: number } => ({
  place: item.place?.S ?? '',
  revision: Number(item.revision?.N),
  number: Number(item.number?.N),
  savedAt: item.savedAt?.S ?? '',
  ...(fromWire(gunzipSync(item.content?.B ?? new Uint8Array()).toString()) as Content),
});

type Content = Pick<Revision, 'savedBy' | 'origins' | 'changes' | 'folded'>;
type Key = Record<'postMortemId' | 'place', { S: string }>;
