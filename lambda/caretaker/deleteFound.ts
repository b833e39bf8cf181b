import { deleteItems, type Key } from '../deleteItems';
import type { DynamoDb } from '../dynamodb';

/**
 * Deletes all that a query of a table finds, and what else is named. Found to the end first: what is deleted while
 * an index is read may shift its pages.
 */
export async function deleteFound(
  dynamoDb: DynamoDb,
  table: string,
  query: object,
  others: readonly Key[] = [],
): Promise<void> {
  const keys: Key[] = [...others];
  let next: Key | undefined;
  do {
    type Page = { Items?: Key[]; LastEvaluatedKey?: Key };
    const page: Page = await dynamoDb<Page>('Query', { TableName: table, ...query, ExclusiveStartKey: next });
    keys.push(...(page.Items ?? []));
    next = page.LastEvaluatedKey;
  } while (next);
  await deleteItems((RequestItems) => dynamoDb('BatchWriteItem', { RequestItems }), table, keys);
}
