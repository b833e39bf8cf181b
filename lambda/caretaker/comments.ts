import type { DynamoDb } from '../dynamodb';
import { deleteFound } from './deleteFound';
import type { Forget } from './forget';

/** Comments in their table; the API has no operation that would take another one's away. */
export const forgetCommentsIn =
  (dynamoDb: DynamoDb, table: string): Forget =>
  (postMortemId) =>
    deleteFound(dynamoDb, table, {
      KeyConditionExpression: 'postMortemId = :id',
      ExpressionAttributeValues: { ':id': { S: postMortemId } },
      ProjectionExpression: 'postMortemId, id',
      ConsistentRead: true,
    });
