import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';

/** Starts a durable execution under a name; a second time with the same name and payload is the same execution. */
export type StartExecution<Payload> = (name: string, payload: Payload) => Promise<void>;

/**
 * Starts executions of a durable function, and returns as soon as Lambda has accepted them.
 * @param functionArn the alias's ARN; Lambda refuses an unqualified one for durable functions
 */
export const startExecutionThrough =
  <Payload>(functionArn: string, client = new LambdaClient({ maxAttempts: 3 })): StartExecution<Payload> =>
  async (name, payload) => {
    await client.send(
      new InvokeCommand({
        FunctionName: functionArn,
        InvocationType: 'Event',
        DurableExecutionName: name,
        Payload: inOneOrder(payload),
      }),
    );
  };

/**
 * JSON in which the same payload is the same text: Lambda compares that, and what a record holds comes back from its
 * table in any order.
 */
const inOneOrder = (payload: unknown): string =>
  JSON.stringify(payload, (_name, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
