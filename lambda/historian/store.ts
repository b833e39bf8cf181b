import { gzipSync } from 'node:zlib';
import {
  BatchWriteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
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
  const query = (postMortemId: string, more: { Limit?: number; ExclusiveStartKey?: Key }) =>
    client.send(
      new QueryCommand({
        TableName: tables.revisions,
        KeyConditionExpression: 'postMortemId = :id',
        ExpressionAttributeValues: { ':id': { S: postMortemId } },
        ProjectionExpression: 'postMortemId, place',
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

    hasAny: async (postMortemId) => ((await query(postMortemId, { Limit: 1 })).Items ?? []).length > 0,

    async put(postMortemId, { place, revision, savedAt, savedBy, origins, changes, folded }) {
      const content = gzipSync(JSON.stringify({ savedBy, origins, changes, folded }));
      await client.send(
        new PutItemCommand({
          TableName: tables.revisions,
          Item: {
            __typename: { S: 'Revision' },
            postMortemId: { S: postMortemId },
            place: { S: place },
            revision: { N: String(revision) },
            savedAt: { S: savedAt },
            content: { B: content },
            createdAt: { S: savedAt },
            updatedAt: { S: savedAt },
          },
        }),
      );
    },

    async deleteAll(postMortemId) {
      const keys: Key[] = [];
      let next: Key | undefined;
      do {
        const page = await query(postMortemId, next ? { ExclusiveStartKey: next } : {});
        keys.push(...((page.Items ?? []) as Key[]));
        next = page.LastEvaluatedKey as Key | undefined;
      } while (next);
      for (let from = 0; from < keys.length; from += BATCH) {
        await deleteBatch(postMortemId, keys.slice(from, from + BATCH));
      }
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

type Key = Record<'postMortemId' | 'place', { S: string }>;
