import {
  GetDurableExecutionHistoryCommand,
  InvokeCommand,
  type LambdaClient,
  ListDurableExecutionsByFunctionCommand,
  StopDurableExecutionCommand,
} from '@aws-sdk/client-lambda';
import type { LocalLambda } from '../../../local/lambda';
import { ended, PushedClock, payloadOf, startExecution, until, Workbench } from './lambdaUnderTest';

const clock = new PushedClock();
const bench = new Workbench();
let lambda: LocalLambda;
let client: LambdaClient;

beforeAll(async () => {
  const assetDir = await bench.bundle('durable');
  lambda = await bench.start(
    [
      bench.durable('enhance', assetDir, { prewarm: true }),
      bench.durable('short', assetDir, { durable: { executionTimeoutSeconds: 60, retentionDays: 1 } }),
    ],
    { clock },
  );
  client = bench.client(lambda.endpoint);
});
beforeEach(() => bench.forgetCalls());
afterAll(() => bench.dispose());

test('a run with two parallel drafts and a judge finishes with its result, each step once', async () => {
  const arn = await startExecution(client, 'enhance', { kind: 'drafts' }, { DurableExecutionName: 'run-1' });
  const execution = await ended(client, arn);
  expect(execution).toMatchObject({
    Status: 'SUCCEEDED',
    DurableExecutionName: 'run-1',
    Version: '1',
    InputPayload: '{"kind":"drafts"}',
  });
  expect(JSON.parse(execution.Result as string)).toEqual({
    drafts: ['text of micro', 'text of lite'],
    verdict: 2,
  });
  expect(bench.callsSoFar().sort()).toEqual(['draft-lite', 'draft-micro', 'judge']);
});

test('a synchronous invocation answers with the result of the execution', async () => {
  const reply = await client.send(
    new InvokeCommand({ FunctionName: 'enhance', Qualifier: 'live', Payload: '{"kind":"drafts"}' }),
  );
  expect(reply).toMatchObject({ StatusCode: 200, ExecutedVersion: '1' });
  expect(reply.FunctionError).toBeUndefined();
  expect(payloadOf(reply)).toMatchObject({ verdict: 2 });
});

test('a synchronous invocation of a failing run says so as a function error', async () => {
  const reply = await client.send(
    new InvokeCommand({ FunctionName: 'enhance:1', Payload: '{"kind":"fails"}' }),
  );
  expect(reply.FunctionError).toBe('Unhandled');
  expect(payloadOf(reply)).toMatchObject({ errorType: 'TypeError', errorMessage: 'no way' });
});

test('a failing step is tried again after its delay, and the run goes on with its result', async () => {
  const arn = await startExecution(client, 'enhance', { kind: 'retries', times: 1 });
  const events = await historyWith(arn, 'InvocationCompleted');
  expect(events.find((event) => event.EventType === 'StepFailed')).toMatchObject({
    Name: 'flaky',
    StepFailedDetails: { RetryDetails: { CurrentAttempt: 1, NextAttemptDelaySeconds: 1 } },
  });
  clock.push(1000);
  expect(await ended(client, arn)).toMatchObject({ Status: 'SUCCEEDED' });
  expect(bench.callsSoFar()).toEqual(['flaky', 'flaky']);
});

test('a run that waits an hour takes no process meanwhile, and goes on when the hour is over', async () => {
  const arn = await startExecution(client, 'enhance', { kind: 'waits', seconds: 600 });
  await historyWith(arn, 'InvocationCompleted');
  expect(bench.callsSoFar()).toEqual(['before']);
  clock.push(600_000);
  const execution = await ended(client, arn);
  expect(execution.Status).toBe('SUCCEEDED');
  expect(bench.callsSoFar()).toEqual(['before', 'after']);
  const events = await historyWith(arn, 'ExecutionSucceeded');
  expect(events.map((event) => event.EventType)).toEqual([
    'ExecutionStarted',
    'StepStarted',
    'StepSucceeded',
    'WaitStarted',
    'InvocationCompleted',
    'WaitSucceeded',
    'StepStarted',
    'StepSucceeded',
    'InvocationCompleted',
    'ExecutionSucceeded',
  ]);
});

test('an execution that takes longer than its timeout ends as TIMED_OUT', async () => {
  const arn = await startExecution(client, 'short', { kind: 'waits', seconds: 600 });
  await historyWith(arn, 'WaitStarted');
  clock.push(60_000);
  expect(await ended(client, arn)).toMatchObject({ Status: 'TIMED_OUT' });
});

test('a stopped execution stays stopped, with the reason', async () => {
  const arn = await startExecution(client, 'enhance', { kind: 'waits', seconds: 600 });
  await historyWith(arn, 'WaitStarted');
  await client.send(
    new StopDurableExecutionCommand({ DurableExecutionArn: arn, Error: { ErrorMessage: 'not needed' } }),
  );
  clock.push(600_000);
  expect(await ended(client, arn)).toMatchObject({
    Status: 'STOPPED',
    Error: { ErrorMessage: 'not needed' },
  });
  expect(bench.callsSoFar()).not.toContain('after');
});

test('a run with more operations than fit one page replays all of them', async () => {
  const arn = await startExecution(client, 'enhance', { kind: 'many', times: 1100 });
  await until(async () => (await lastEvent(arn)) === 'InvocationCompleted');
  clock.push(1000);
  expect(await ended(client, arn)).toMatchObject({ Status: 'SUCCEEDED', Result: String((1099 * 1100) / 2) });
});

test('a run may invoke another durable function and gets its result', async () => {
  const arn = await startExecution(client, 'enhance', { kind: 'chained', target: 'short:live' });
  await until(() => bench.callsSoFar().includes('before'));
  clock.push(1000);
  const execution = await ended(client, arn);
  expect(JSON.parse(execution.Result as string)).toEqual({ before: 0, done: true });
});

test('a run that invokes a durable function without a qualifier can catch the refusal', async () => {
  const arn = await startExecution(client, 'enhance', { kind: 'chained', target: 'short' });
  expect(JSON.parse((await ended(client, arn)).Result as string)).toEqual({
    caught: 'You cannot invoke a durable function using an unqualified ARN.',
  });
});

test('executions are listed by function, status and name, page by page', async () => {
  const list = (change: object) =>
    client.send(new ListDurableExecutionsByFunctionCommand({ FunctionName: 'enhance', ...change }));
  const named = await list({ DurableExecutionName: 'run-1' });
  expect(named.DurableExecutions?.map((execution) => execution.DurableExecutionName)).toEqual(['run-1']);
  const stopped = await list({ Statuses: ['STOPPED', 'FAILED'] });
  expect(new Set(stopped.DurableExecutions?.map(({ Status }) => Status))).toEqual(
    new Set(['STOPPED', 'FAILED']),
  );
  const first = await list({ MaxItems: 2 });
  const second = await list({ MaxItems: 2, Marker: first.NextMarker });
  const all = await list({});
  expect([...(first.DurableExecutions ?? []), ...(second.DurableExecutions ?? [])]).toEqual(
    all.DurableExecutions?.slice(0, 4),
  );
  expect(all.NextMarker).toBeUndefined();
});

test('history can be read backwards, in pages, and without data', async () => {
  const { DurableExecutions } = await client.send(
    new ListDurableExecutionsByFunctionCommand({ FunctionName: 'enhance', DurableExecutionName: 'run-1' }),
  );
  const DurableExecutionArn = DurableExecutions?.[0]?.DurableExecutionArn;
  const whole = await client.send(new GetDurableExecutionHistoryCommand({ DurableExecutionArn }));
  const page = await client.send(
    new GetDurableExecutionHistoryCommand({ DurableExecutionArn, ReverseOrder: true, MaxItems: 2 }),
  );
  expect(page.Events).toEqual(whole.Events?.slice(-2).reverse());
  expect(page.NextMarker).toBeDefined();
  const bare = await client.send(
    new GetDurableExecutionHistoryCommand({ DurableExecutionArn, IncludeExecutionData: false }),
  );
  expect(bare.Events).toHaveLength(whole.Events?.length ?? 0);
  expect(JSON.stringify(bare)).not.toContain('text of micro');
  expect(JSON.stringify(whole)).toContain('text of micro');
});

async function historyWith(DurableExecutionArn: string, type: string) {
  return await until(async () => {
    const command = new GetDurableExecutionHistoryCommand({
      DurableExecutionArn,
      MaxItems: 1000,
      ReverseOrder: true,
    });
    const { Events = [] } = await client.send(command);
    return Events.some((event) => event.EventType === type) ? Events.reverse() : undefined;
  });
}

async function lastEvent(DurableExecutionArn: string) {
  const command = new GetDurableExecutionHistoryCommand({
    DurableExecutionArn,
    MaxItems: 1,
    ReverseOrder: true,
  });
  return (await client.send(command)).Events?.[0]?.EventType;
}
