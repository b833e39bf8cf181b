import { LambdaClient, ListDurableExecutionsByFunctionCommand } from '@aws-sdk/client-lambda';

/** How the execution of a run stands: Lambda's own status, or `undefined` where it never had one. */
export type FindExecution = (enhancementId: string) => Promise<string | undefined>;

/** @param enhanceArn the alias's ARN. Its older versions may still execute, so all of them are looked through. */
export function findExecutionThrough(
  enhanceArn: string,
  client = new LambdaClient({ maxAttempts: 3 }),
): FindExecution {
  const functionArn = enhanceArn.split(':').slice(0, 7).join(':');
  return async (enhancementId) => {
    const { DurableExecutions = [] } = await client.send(
      new ListDurableExecutionsByFunctionCommand({
        FunctionName: functionArn,
        DurableExecutionName: enhancementId,
      }),
    );
    return DurableExecutions[0]?.Status;
  };
}
