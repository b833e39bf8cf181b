import type { DynamoDb } from './dynamodb';
import type { Image } from './plainValue';

/**
 * What a query of a table finds, page by page; a page is a megabyte at most.
 * @returns the items, and whether they are all there are
 * @throws DynamoDbError
 */
export async function queryPages<Item = Image>(
  dynamoDb: DynamoDb,
  request: object,
  mostPages: number,
): Promise<{ items: Item[]; isWhole: boolean }> {
  const items: Item[] = [];
  let next: Image | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await dynamoDb<{ Items?: Item[]; LastEvaluatedKey?: Image }>('Query', {
      ...request,
      ...(next && { ExclusiveStartKey: next }),
    });
    items.push(...(answer.Items ?? []));
    next = answer.LastEvaluatedKey;
    if (!next) return { items, isWhole: true };
  }
  return { items, isWhole: false };
}

/** A query of an index for what has one value, the latest first where the index has an order. */
export const byIndex = (table: string, index: string, field: string, value: string) => ({
  TableName: table,
  IndexName: index,
  KeyConditionExpression: '#field = :value',
  ExpressionAttributeNames: { '#field': field },
  ExpressionAttributeValues: { ':value': { S: value } },
  ScanIndexForward: false,
});
