import { mayRead } from '../../domain/postMortem/access';
import { readPostMortem } from '../../domain/postMortem/stored';
import type { DynamoDb } from '../dynamodb';
import { plainItem } from '../plainValue';
import { byIndex, queryPages } from '../queryPages';
import type { ReadActions } from './tools/openActions';

/** A megabyte each: some thousands of post-mortems. */
const MOST_PAGES = 3;

/** Reads actions by the indexes that hold them: of what the caller owns, and of what is published for them. */
export const actionsIn =
  (table: string, dynamoDb: DynamoDb): ReadActions =>
  async (caller) => {
    const some = async (index: string, field: string, value: string) => {
      const query = byIndex(table, index, field, value);
      const { items, isWhole } = await queryPages(dynamoDb, query, MOST_PAGES);
      return { found: items.map(plainItem), isWhole };
    };
    const [owned, published] = await Promise.all([
      some('actionsByOwner', 'owner', caller.sub),
      some('actionsByStatus', 'status', 'PUBLISHED'),
    ]);
    // What an index says of who may read it is as old as the index; one moment, here.
    const mine = [...published.found, ...owned.found].filter((stored) => mayRead(stored, caller));
    return {
      listings: [...new Map(mine.map((stored) => [String(stored.id), readPostMortem(stored)])).values()],
      isWhole: owned.isWhole && published.isWhole,
    };
  };
