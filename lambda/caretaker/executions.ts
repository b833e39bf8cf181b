import {
  type Execution,
  LambdaClient,
  ListDurableExecutionsByFunctionCommand,
  StopDurableExecutionCommand,
} from '@aws-sdk/client-lambda';

/** How the execution of a run stands: Lambda's own status, or `undefined` where it never had one. */
export type FindExecution = (enhancementId: string) => Promise<string | undefined>;

/** Ends whatever still executes under a name; what is over, or never was, stays as it is. */
export type StopExecution = (name: string) => Promise<void>;

/** @param aliasArn its older versions may still execute, so all of them are looked through */
async function executionNamed(
  client: LambdaClient,
  aliasArn: string,
  name: string,
): Promise<Execution | undefined> {
  const { DurableExecutions = [] } = await client.send(
    new ListDurableExecutionsByFunctionCommand({
      FunctionName: aliasArn.split(':').slice(0, 7).join(':'),
      DurableExecutionName: name,
    }),
  );
  return DurableExecutions[0];
}

/** @param aliasArn the alias's ARN of the durable function */
export const findExecutionThrough =
  (aliasArn: string, client = new LambdaClient({ maxAttempts: 3 })): FindExecution =>
  async (name) =>
    (await executionNamed(client, aliasArn, name))?.Status;

/** @param aliasArn the alias's ARN of the durable function */
export const stopExecutionThrough =
  (aliasArn: string, client = new LambdaClient({ maxAttempts: 3 })): StopExecution =>
  async (name) => {
    const execution = await executionNamed(client, aliasArn, name);
    if (execution?.Status !== 'RUNNING') return;
    await client.send(
      new StopDurableExecutionCommand({ DurableExecutionArn: execution.DurableExecutionArn }),
    );
  };
