import { type DynamoDBClient, QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import { deleteItems } from '../deleteItems';
import type { RunsOf, StreamRecord } from './forget';

/** Takes away what was said about a post-mortem. */
export type ForgetComments = (postMortemId: string) => Promise<void>;

/** Comments in their table; the API has no operation that would take another one's away. */
export const forgetCommentsIn =
  (client: DynamoDBClient, table: string): ForgetComments =>
  async (postMortemId) => {
    const keys: Parameters<typeof deleteItems>[2][number][] = [];
    let next: QueryCommandInput['ExclusiveStartKey'];
    do {
      const page = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'postMortemId = :id',
          ExpressionAttributeValues: { ':id': { S: postMortemId } },
          ProjectionExpression: 'postMortemId, id',
          ConsistentRead: true,
          ExclusiveStartKey: next,
        }),
      );
      keys.push(...(page.Items ?? []));
      next = page.LastEvaluatedKey;
    } while (next);
    await deleteItems(client, table, keys);
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
