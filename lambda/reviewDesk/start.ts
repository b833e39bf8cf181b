import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { StartReview } from './collaborators';

/**
 * Starts executions of the durable function, and returns as soon as Lambda has accepted them.
 * @param reviewArn the alias's ARN; Lambda refuses an unqualified one for durable functions
 */
export const startReviewThrough =
  (reviewArn: string, client = new LambdaClient({ maxAttempts: 3 })): StartReview =>
  async (name, payload) => {
    await client.send(
      new InvokeCommand({
        FunctionName: reviewArn,
        InvocationType: 'Event',
        DurableExecutionName: name,
        Payload: JSON.stringify(payload),
      }),
    );
  };
