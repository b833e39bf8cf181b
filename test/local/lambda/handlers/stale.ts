import { type DurableContext, withDurableExecution } from '@aws/durable-execution-sdk-js';
import { CheckpointDurableExecutionCommand, LambdaClient } from '@aws-sdk/client-lambda';

let invocations = 0;

const run = withDurableExecution(async (_event: unknown, context: DurableContext) =>
  context.step('only', async () => invocations),
);

/** In its first invocation, spends the token before the SDK can: as a second, newer invocation would. */
export const handler: typeof run = async (event, context) => {
  invocations += 1;
  if (invocations === 1) {
    const { DurableExecutionArn, CheckpointToken } = event as unknown as Record<string, string>;
    await new LambdaClient({}).send(
      new CheckpointDurableExecutionCommand({ DurableExecutionArn, CheckpointToken }),
    );
  }
  return await run(event, context);
};
