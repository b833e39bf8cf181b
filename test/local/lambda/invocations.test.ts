import { InvokeCommand, type InvokeCommandInput, type LambdaClient } from '@aws-sdk/client-lambda';
import type { LocalLambda } from '../../../local/lambda';
import { FunctionError } from '../../../local/lambda';
import { PushedClock, payloadOf, refusalOf, until, Workbench } from './lambdaUnderTest';

const bench = new Workbench();
const clock = new PushedClock();
let lambda: LocalLambda;
let client: LambdaClient;

beforeAll(async () => {
  process.env.SECRET_OF_THE_PARENT = 'do not leak';
  const cjs = await bench.bundle('plain', 'cjs');
  const esm = await bench.bundle('plain', 'esm');
  const plain = (name: string, change = {}) => bench.fn(name, cjs, { handler: `index.${name}`, ...change });
  lambda = await bench.start(
    [
      plain('echo', { versions: ['1', '2'], aliases: ['live'], prewarm: true }),
      bench.fn('echoEsm', esm, { handler: 'index.echo' }),
      plain('borrows'),
      bench.fn('borrowsEsm', esm, { handler: 'index.borrows' }),
      plain('environment', { environment: { TABLE: 'drafts' } }),
      plain('remaining', { timeoutSeconds: 7 }),
      plain('throws'),
      plain('dies', { timeoutSeconds: 1 }),
      plain('prints'),
      plain('callsBack'),
      plain('slow'),
      plain('large'),
      plain('missing'),
      bench.fn('nowhere', cjs, { handler: 'other.handler' }),
    ],
    { endpoints: { AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:1' }, clock },
  );
  client = bench.client(lambda.endpoint);
});
afterAll(async () => {
  delete process.env.SECRET_OF_THE_PARENT;
  await bench.dispose();
});

const call = (FunctionName: string, event: unknown = {}, change: Partial<InvokeCommandInput> = {}) =>
  client.send(new InvokeCommand({ FunctionName, Payload: JSON.stringify(event), ...change }));

test('a CommonJS and an ES module bundle answer, and their process is used again', async () => {
  for (const name of ['echo', 'echoEsm']) {
    const first = payloadOf(await call(name, { n: 1 })) as { served: number; pid: number };
    const second = payloadOf(await call(name, { n: 2 })) as { served: number; pid: number };
    expect(first).toMatchObject({ event: { n: 1 }, served: 1 });
    expect(second).toMatchObject({ event: { n: 2 }, served: 2, pid: first.pid });
  }
});

test('a function far from this project finds the AWS SDK, as Lambda brings it along', async () => {
  for (const name of ['borrows', 'borrowsEsm']) expect(payloadOf(await call(name))).toBe('LambdaClient');
});

test('a function is found by name, partial ARN and ARN, with a version or an alias', async () => {
  const arn = 'arn:aws:lambda:us-east-1:000000000000:function:echo';
  const forms: [string, string | undefined, string, string][] = [
    ['echo', undefined, '$LATEST', arn],
    ['echo:1', undefined, '1', `${arn}:1`],
    ['echo', 'live', '2', `${arn}:live`],
    ['000000000000:function:echo', '2', '2', `${arn}:2`],
    [arn, undefined, '$LATEST', arn],
    [`${arn}:live`, undefined, '2', `${arn}:live`],
    [`${arn}:live`, 'live', '2', `${arn}:live`],
    [arn, '$LATEST', '$LATEST', `${arn}:$LATEST`],
  ];
  for (const [name, Qualifier, version, invoked] of forms) {
    const reply = await call(name, {}, { Qualifier });
    expect([name, reply.ExecutedVersion]).toEqual([name, version]);
    expect(payloadOf(reply)).toMatchObject({ arn: invoked });
  }
});

test('an unknown function, version, region or a contradicting qualifier is refused as AWS does', async () => {
  const arn = 'arn:aws:lambda:us-east-1:000000000000:function';
  expect(await refusalOf(call('nobody'))).toEqual({
    name: 'ResourceNotFoundException',
    message: `Function not found: ${arn}:nobody`,
    status: 404,
  });
  expect(await refusalOf(call('echo', {}, { Qualifier: '9' }))).toMatchObject({
    message: `Function not found: ${arn}:echo:9`,
  });
  expect(await refusalOf(call('arn:aws:lambda:eu-west-1:000000000000:function:echo'))).toMatchObject({
    name: 'ResourceNotFoundException',
  });
  expect(await refusalOf(call('echo:1', {}, { Qualifier: '2' }))).toMatchObject({
    name: 'InvalidParameterValueException',
    message: 'The derived qualifier from the function name does not match the specified qualifier.',
  });
});

test('a dry run checks and runs nothing; an Event invocation answers before it runs', async () => {
  expect(await call('echo', {}, { InvocationType: 'DryRun' })).toMatchObject({ StatusCode: 204 });
  expect(await call('prints', {}, { InvocationType: 'Event' })).toMatchObject({ StatusCode: 202 });
  await until(() => bench.logs.includes('three'));
  expect(bench.logs).toEqual(expect.arrayContaining(['one', 'two', 'three']));
});

test('a failed Event invocation is tried twice more, and each failure is told', async () => {
  const failures = () => bench.logs.filter((line) => line.includes('RangeError: too far')).length;
  await call('throws', {}, { InvocationType: 'Event' });
  await until(() => failures() === 1);
  clock.push(60_000);
  await until(() => failures() === 2);
  clock.push(120_000);
  await until(() => failures() === 3);
  clock.push(1_000_000);
  expect(failures()).toBe(3);
});

test('an error of the handler arrives with type, message and trace', async () => {
  const reply = await call('throws');
  expect(reply).toMatchObject({ StatusCode: 200, FunctionError: 'Unhandled' });
  expect(payloadOf(reply)).toMatchObject({
    errorType: 'RangeError',
    errorMessage: 'too far',
    trace: expect.arrayContaining(['RangeError: too far']),
  });
});

test.each([
  ['exit', 'Runtime.ExitError', 'Runtime exited with error: exit status 3'],
  ['clean exit', 'Runtime.ExitError', 'Runtime exited without providing a reason'],
  ['kill', 'Runtime.ExitError', 'Runtime exited with error: signal: killed'],
  ['loop', 'Sandbox.Timedout', 'Task timed out after 1.00 seconds'],
  ['never', 'Sandbox.Timedout', 'Task timed out after 1.00 seconds'],
  ['rejection', 'Runtime.UnhandledPromiseRejection', 'nobody listens'],
])('a process that ends by %s fails its invocation only', async (by, errorType, message) => {
  const reply = await call('dies', { by });
  expect(reply.FunctionError).toBe('Unhandled');
  expect(payloadOf(reply)).toMatchObject({ errorType, errorMessage: expect.stringContaining(message) });
  expect(payloadOf(await call('dies', { by: 'nothing' }))).toBe('alive');
});

test('Ctrl-C in the terminal does not end what a process is doing', async () => {
  expect(payloadOf(await call('dies', { by: 'interrupt' }))).toBe('alive');
});

test('a handler that cannot be loaded says which one', async () => {
  expect(payloadOf(await call('missing'))).toMatchObject({
    errorType: 'Runtime.HandlerNotFound',
    errorMessage: 'index.missing is undefined or not exported',
  });
  expect(payloadOf(await call('nowhere'))).toMatchObject({ errorType: 'Runtime.ImportModuleError' });
});

test("a process sees its function's environment and nothing of the parent's", async () => {
  const environment = payloadOf(await call('environment')) as Record<string, string>;
  expect(environment).toMatchObject({
    TABLE: 'drafts',
    AWS_REGION: 'us-east-1',
    AWS_LAMBDA_FUNCTION_NAME: 'environment',
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_ACCESS_KEY_ID: 'AKIAenvironment',
    AWS_SESSION_TOKEN: 'session',
    AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:1',
    AWS_ENDPOINT_URL_LAMBDA: lambda.endpoint,
    _HANDLER: 'index.environment',
  });
  expect(environment).not.toHaveProperty('SECRET_OF_THE_PARENT');
  expect(environment).not.toHaveProperty('NODE_OPTIONS');
});

test('the remaining time is counted from the timeout of the function', async () => {
  const remaining = payloadOf(await call('remaining')) as number;
  expect(remaining).toBeGreaterThan(0);
  expect(remaining).toBeLessThanOrEqual(7000);
});

test('a handler that calls back answers', async () => {
  expect(payloadOf(await call('callsBack'))).toBe('called back');
});

test('invocations at the same time each have a process of their own', async () => {
  const replies = await Promise.all([1, 2, 3].map(() => call('slow', { ms: 300 })));
  expect(new Set(replies.map(payloadOf)).size).toBe(3);
});

test('more invocations than there may be processes wait for their turn', async () => {
  const replies = await Promise.all(Array.from({ length: 40 }, () => call('slow', { ms: 1 })));
  expect(replies.every((reply) => reply.FunctionError === undefined)).toBe(true);
});

test('a payload over 6 MB, or 1 MB for an Event, is refused; so is an answer over 6 MB', async () => {
  const text = (bytes: number) => JSON.stringify('x'.repeat(bytes - 2));
  expect((await call('echo', undefined, { Payload: text(6_291_456) })).FunctionError).toBeUndefined();
  expect(await refusalOf(call('echo', undefined, { Payload: text(6_291_457) }))).toEqual({
    name: 'RequestTooLargeException',
    message: 'Request must be smaller than 6291456 bytes for the InvokeFunction operation',
    status: 413,
  });
  const event = { InvocationType: 'Event' as const };
  expect(await call('echo', undefined, { ...event, Payload: text(1_048_576) })).toMatchObject({
    StatusCode: 202,
  });
  expect(await refusalOf(call('echo', undefined, { ...event, Payload: text(1_048_577) }))).toMatchObject({
    name: 'RequestTooLargeException',
    status: 413,
  });
  expect(payloadOf(await call('large', { bytes: 6_291_556 }))).toMatchObject({
    errorType: 'Function.ResponseSizeTooLarge',
  });
});

test('the local cloud invokes functions directly, and a failure is an error with its type', async () => {
  expect(await lambda.invoke('echo', { n: 1 }, { qualifier: 'live' })).toMatchObject({ event: { n: 1 } });
  expect(await lambda.invoke('echo', { n: 1 }, { type: 'Event' })).toBeNull();
  const failed = lambda.invoke('throws', {});
  await expect(failed).rejects.toThrow(FunctionError);
  await expect(failed).rejects.toMatchObject({ errorType: 'RangeError', message: 'too far' });
});
