import { deleteItems, type Key } from '../deleteItems';
import type { DynamoDb } from '../dynamodb';
import type { RunsOf, StreamRecord } from './forget';

/** Takes away what was said about a post-mortem. */
export type ForgetComments = (postMortemId: string) => Promise<void>;

/** Comments in their table; the API has no operation that would take another one's away. */
export const forgetCommentsIn =
  (dynamoDb: DynamoDb, table: string): ForgetComments =>
  async (postMortemId) => {
    const keys: Key[] = [];
    let next: Key | undefined;
    do {
      type Page = { Items?: Key[]; LastEvaluatedKey?: Key };
      const page: Page = await dynamoDb<Page>('Query', {
        TableName: table,
        KeyConditionExpression: 'postMortemId = :id',
        ExpressionAttributeValues: { ':id': { S: postMortemId } },
        ProjectionExpression: 'postMortemId, id',
        ConsistentRead: true,
        ExclusiveStartKey: next,
      });
      keys.push(...(page.Items ?? []));
      next = page.LastEvaluatedKey;
    } while (next);
    await deleteItems((RequestItems) => dynamoDb('BatchWriteItem', { RequestItems }), table, keys);
  };

/** Deletes the comments on every post-mortem that was deleted. Doing it again changes nothing. */
export async function forgetCommentsOf(
  records: readonly StreamRecord[],
  { postMortemExists }: Pick<RunsOf, 'postMortemExists'>,
  forget: ForgetComments,
): Promise<void> {
  for (const { eventName, dynamodb } of records) {
    const postMortemId = dynamodb?.Keys?.id?.S;
    if (eventName !== 'REMOVE' || postMortemId === undefined) continue;
    if (!(await postMortemExists(postMortemId))) await forget(postMortemId);
  }
}
