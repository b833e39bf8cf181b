import { InvokeCommand, type InvokeCommandInput, type LambdaClient } from '@aws-sdk/client-lambda';
import type { LocalLambda } from '../../../local/lambda';
import { ended, PushedClock, refusalOf, startExecution, Workbench } from './lambdaUnderTest';

const bench = new Workbench();
const clock = new PushedClock();
let lambda: LocalLambda;
let client: LambdaClient;

beforeAll(async () => {
  const assetDir = await bench.bundle('durable');
  const plain = await bench.bundle('plain');
  lambda = await bench.start(
    [
      bench.durable('enhance', assetDir),
      bench.durable('twin', assetDir),
      bench.durable('long', assetDir, { durable: { executionTimeoutSeconds: 3600, retentionDays: 14 } }),
      bench.fn('plain', plain, { handler: 'index.echo' }),
    ],
    { clock },
  );
  client = bench.client(lambda.endpoint);
});
beforeEach(() => bench.forgetCalls());
afterAll(() => bench.dispose());

const call = (change: Partial<InvokeCommandInput>) =>
  client.send(
    new InvokeCommand({ FunctionName: 'enhance', Qualifier: 'live', InvocationType: 'Event', ...change }),
  );

test('the same name and payload is the same execution, running, finished or failed', async () => {
  for (const kind of ['drafts', 'fails']) {
    const named = { DurableExecutionName: `twice-${kind}` };
    const first = await startExecution(client, 'enhance', { kind }, named);
    expect(await startExecution(client, 'enhance', { kind }, named)).toBe(first);
    const { Status } = await ended(client, first);
    expect(Status).toBe(kind === 'fails' ? 'FAILED' : 'SUCCEEDED');
    expect(await startExecution(client, 'enhance', { kind }, named)).toBe(first);
  }
  expect(bench.callsSoFar().filter((name) => name === 'judge')).toHaveLength(1);
});

test('the same name with another payload is refused', async () => {
  const named = { DurableExecutionName: 'one-payload' };
  await startExecution(client, 'enhance', { kind: 'drafts' }, named);
  expect(await refusalOf(startExecution(client, 'enhance', { kind: 'fails' }, named))).toMatchObject({
    name: 'DurableExecutionAlreadyStartedException',
    status: 409,
  });
});

test('two functions may have executions of the same name', async () => {
  const named = { DurableExecutionName: 'shared' };
  const one = await startExecution(client, 'enhance', { kind: 'drafts' }, named);
  const other = await startExecution(client, 'twin', { kind: 'fails' }, named);
  expect(other).not.toBe(one);
});

test.each(['', 'a b', 'ü', 'a/b', 'x'.repeat(65)])('the name %j is refused', async (DurableExecutionName) => {
  // The AWS SDK drops an empty header, so that one is sent by hand.
  const response = await fetch(`${lambda.endpoint}/2015-03-31/functions/enhance/invocations?Qualifier=live`, {
    method: 'POST',
    headers: {
      'x-amz-invocation-type': 'Event',
      'x-amz-durable-execution-name': Buffer.from(DurableExecutionName, 'utf8').toString('latin1'),
    },
    body: '{}',
  });
  expect([response.status, response.headers.get('x-amzn-errortype')]).toEqual([
    400,
    'InvalidParameterValueException',
  ]);
});

test('the longest name that AWS takes is taken', async () => {
  const arn = await startExecution(
    client,
    'enhance',
    { kind: 'drafts' },
    { DurableExecutionName: `${'x'.repeat(62)}_-` },
  );
  expect(arn).toMatch(
    /^arn:aws:lambda:us-east-1:000000000000:function:enhance:1\/durable-execution\/x{62}_-\/[0-9a-f-]{36}$/,
  );
});

test('a durable function needs a qualifier, a plain one has no executions', async () => {
  for (const InvocationType of ['Event', 'DryRun', 'RequestResponse'] as const) {
    expect(await refusalOf(call({ Qualifier: undefined, InvocationType }))).toEqual({
      name: 'InvalidParameterValueException',
      message: 'You cannot invoke a durable function using an unqualified ARN.',
      status: 400,
    });
  }
  expect(
    await refusalOf(call({ FunctionName: 'plain', Qualifier: undefined, DurableExecutionName: 'x' })),
  ).toMatchObject({ name: 'InvalidParameterValueException' });
});

test('a durable function that may run over 15 minutes cannot be invoked synchronously', async () => {
  expect(await refusalOf(call({ FunctionName: 'long', InvocationType: 'RequestResponse' }))).toMatchObject({
    message:
      'You cannot synchronously invoke a durable function with an executionTimeout greater than 15 minutes.',
  });
  expect(await call({ FunctionName: 'long', InvocationType: 'DryRun' })).toMatchObject({ StatusCode: 204 });
});

test('a step may return 256 KB and not a byte more: that kills the whole run, as it does in AWS', async () => {
  // Two bytes of quotes: step results are JSON.
  const fits = await startExecution(client, 'enhance', { kind: 'large', bytes: 262_142 });
  expect(await ended(client, fits)).toMatchObject({ Status: 'SUCCEEDED', Result: '262142' });
  const over = await startExecution(client, 'enhance', { kind: 'large', bytes: 262_143 });
  const execution = await ended(client, over);
  expect(execution.Status).toBe('FAILED');
  expect(execution.Error?.ErrorMessage).toContain(
    'STEP output payload size must be less than or equal to 262144 bytes.',
  );
});

test('an execution started by an Event may return 1 MB', async () => {
  const fits = await startExecution(client, 'enhance', { kind: 'result', bytes: 1_048_574 });
  expect((await ended(client, fits)).Status).toBe('SUCCEEDED');
  const over = await startExecution(client, 'enhance', { kind: 'result', bytes: 1_048_575 });
  expect(await ended(client, over)).toMatchObject({
    Status: 'FAILED',
    Error: { ErrorMessage: 'EXECUTION output payload size must be less than or equal to 1048576 bytes.' },
  });
});

test('a synchronous execution may return more than fits a response: its result is checkpointed', async () => {
  const reply = await call({
    InvocationType: 'RequestResponse',
    Payload: JSON.stringify({ kind: 'result', bytes: 6_291_430 }),
  });
  expect(reply.FunctionError).toBeUndefined();
  expect(reply.Payload).toHaveLength(6_291_432);
});

test('a finished execution can be asked for until the endpoint starts after its retention period', async () => {
  const named = { DurableExecutionName: 'kept' };
  const arn = await startExecution(client, 'enhance', { kind: 'drafts' }, named);
  await ended(client, arn);
  const functions = [bench.durable('enhance', await bench.bundle('durable'))];
  const stateDir = `${bench.root}/state-later`;
  bench.copyState(stateDir);

  const day = 86_400_000;
  const within = new PushedClock();
  within.push(6 * day);
  const still = await bench.start(functions, { stateDir, clock: within });
  expect((await ended(bench.client(still.endpoint), arn)).Status).toBe('SUCCEEDED');
  await still.close();

  const after = new PushedClock();
  after.push(7 * day + 60_000);
  const gone = await bench.start(functions, { stateDir, clock: after });
  expect(await refusalOf(ended(bench.client(gone.endpoint), arn))).toMatchObject({
    name: 'ResourceNotFoundException',
  });
});
