import { GetDurableExecutionHistoryCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import { ended, PushedClock, startExecution, until, Workbench } from './lambdaUnderTest';

const bench = new Workbench();
const clock = new PushedClock();
let client: LambdaClient;

beforeAll(async () => {
  const assetDir = await bench.bundle('durable');
  const lambda = await bench.start(
    [
      bench.durable('risky', assetDir, {
        timeoutSeconds: 1,
        durable: { executionTimeoutSeconds: 86_400, retentionDays: 1 },
      }),
    ],
    { clock },
  );
  client = bench.client(lambda.endpoint);
});
beforeEach(() => bench.forgetCalls());
afterAll(() => bench.dispose());

/** Lets the pause after each failed invocation pass, until the run is over. */
async function withoutPauses(arn: string) {
  const hurry = setInterval(() => clock.push(60_000), 20);
  try {
    return await ended(client, arn);
  } finally {
    clearInterval(hurry);
  }
}

test('a run whose process is killed twice finishes, and its finished step is not repeated', async () => {
  const arn = await startExecution(client, 'risky', { kind: 'crashes', times: 2 });
  expect(await until(() => (bench.callsSoFar().length >= 2 ? bench.callsSoFar() : undefined))).toContain(
    'finished',
  );
  const failed = await until(async () => (await invocationErrors(arn))[0]);
  expect(failed?.ErrorType).toBe('Runtime.ExitError');
  clock.push(1000);
  await until(async () => (await invocationErrors(arn)).length === 2);
  clock.push(2000);
  expect(await ended(client, arn)).toMatchObject({ Status: 'SUCCEEDED', Result: '"survived"' });
  expect(bench.callsSoFar().filter((name) => name === 'finished')).toHaveLength(1);
});

test('a run whose process dies every time is given up after nine invocations', async () => {
  const arn = await startExecution(client, 'risky', { kind: 'crashes', times: 99 });
  expect(await withoutPauses(arn)).toMatchObject({
    Status: 'FAILED',
    Error: { ErrorType: 'Runtime.ExitError' },
  });
  expect(await invocationErrors(arn)).toHaveLength(9);
});

test('a step in an endless loop is killed at the timeout of the function, and tried again', async () => {
  const arn = await startExecution(client, 'risky', { kind: 'hangs' });
  const error = await until(async () => (await invocationErrors(arn))[0]);
  expect(error).toMatchObject({
    ErrorType: 'Sandbox.Timedout',
    ErrorMessage: expect.stringContaining('Task timed out after 1.00 seconds'),
  });
  clock.push(1000);
  await until(() => bench.callsSoFar().length === 2);
});

async function invocationErrors(DurableExecutionArn: string) {
  const { Events = [] } = await client.send(new GetDurableExecutionHistoryCommand({ DurableExecutionArn }));
  return Events.map((event) => event.InvocationCompletedDetails?.Error?.Payload).filter((error) => !!error);
}
