import { type Shape, shaped } from '../../domain/shape';
import type { DynamoDb } from '../dynamodb';
import { type Image, plainItem } from '../plainValue';
import { queryPages } from '../queryPages';
import { LISTED_SHAPE, type Memberships, type ReadDocument, type StoredMember } from './records';

/** Whom a post-mortem is shared with, in their tables. Read as they are at this moment, since what is read is followed. */
export interface StoredSharing {
  document: ReadDocument;
  of: Memberships['of'];
}

const LISTS = { editors: ['String'], commenters: ['String'], readers: ['String'] } as const satisfies Shape;
/** Pages of a megabyte: one holds a thousand people, and a post-mortem is shared with a hundred at most. */
const MOST_PAGES = 100;

/**
 * The API reads what may have been overtaken a moment ago, and no stream tells of that again: somebody who was taken
 * off would keep a record, and somebody new would have none.
 */
export function sharingIn(
  tables: { postMortems: string; memberships: string },
  dynamoDb: DynamoDb,
): StoredSharing {
  return {
    document: async (id) => {
      const { Item } = await dynamoDb<{ Item?: Image }>('GetItem', {
        TableName: tables.postMortems,
        Key: { id: { S: id } },
        ConsistentRead: true,
      });
      if (!Item) return undefined;
      const item = plainItem(Item);
      const { editors, commenters, readers } = shaped(LISTS, item) as Record<string, string[] | null>;
      const { owner, revision } = item as { owner?: string; revision?: number };
      return {
        owner: owner ?? null,
        lists: { editors: editors ?? [], commenters: commenters ?? [], readers: readers ?? [] },
        revision: revision ?? 0,
        listed: { ...shaped(LISTED_SHAPE, item), owner: owner ?? null },
      };
    },
    of: async (postMortemId) => {
      const { items } = await queryPages(
        dynamoDb,
        {
          TableName: tables.memberships,
          KeyConditionExpression: 'postMortemId = :id',
          ExpressionAttributeValues: { ':id': { S: postMortemId } },
          ConsistentRead: true,
        },
        MOST_PAGES,
      );
      return items.map(plainItem).map((item) => {
        const {
          person,
          name,
          role,
          sharedAt,
          owner = null,
        } = item as unknown as StoredMember & { owner?: string };
        return { person, name, role, sharedAt, listed: { ...shaped(LISTED_SHAPE, item), owner } };
      });
    },
  };
}
