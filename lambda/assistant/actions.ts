import { mayRead } from '../../domain/postMortem/access';
import { readPostMortem, type Stored } from '../../domain/postMortem/stored';
import type { DynamoDb } from '../dynamodb';
import { type Image, plainItem } from '../plainValue';
import type { ReadActions } from './tools/openActions';

/** A megabyte each: some thousands of post-mortems. */
const MOST_PAGES = 3;

/** Reads actions by the indexes that hold them: of what the caller owns, and of what is published for them. */
export const actionsIn =
  (table: string, dynamoDb: DynamoDb): ReadActions =>
  async (caller) => {
    const some = async (index: string, field: string, value: string) => {
      const found: Stored[] = [];
      let next: Image | undefined;
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const answer = await dynamoDb<{ Items?: Image[]; LastEvaluatedKey?: Image }>('Query', {
          TableName: table,
          IndexName: index,
          KeyConditionExpression: '#field = :value',
          ExpressionAttributeNames: { '#field': field },
          ExpressionAttributeValues: { ':value': { S: value } },
          ScanIndexForward: false,
          ...(next && { ExclusiveStartKey: next }),
        });
        found.push(...(answer.Items ?? []).map(plainItem));
        next = answer.LastEvaluatedKey;
        if (!next) return { found, isWhole: true };
      }
      return { found, isWhole: false };
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
