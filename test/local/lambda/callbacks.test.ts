import {
  SendDurableExecutionCallbackFailureCommand as Fail,
  SendDurableExecutionCallbackHeartbeatCommand as Heartbeat,
  type LambdaClient,
  SendDurableExecutionCallbackSuccessCommand as Succeed,
} from '@aws-sdk/client-lambda';
import { ended, PushedClock, refusalOf, startExecution, until, Workbench } from './lambdaUnderTest';

const bench = new Workbench();
const clock = new PushedClock();
let client: LambdaClient;

beforeAll(async () => {
  const lambda = await bench.start([bench.durable('ask', await bench.bundle('durable'))], { clock });
  client = bench.client(lambda.endpoint);
});
beforeEach(() => bench.forgetCalls());
afterAll(() => bench.dispose());

/** Starts a run that asks for approval, and waits until it has handed out its callback id. */
async function asking(event: object = {}) {
  const arn = await startExecution(client, 'ask', { kind: 'callback', ...event });
  const CallbackId = await until(() => bench.callsSoFar()[0]?.split(' ')[1]);
  return { arn, CallbackId };
}

test('a run goes on with the result that its callback is sent', async () => {
  const { arn, CallbackId } = await asking();
  expect(CallbackId).toMatch(/^[A-Za-z0-9+/]+={0,2}$/);
  await client.send(new Succeed({ CallbackId, Result: Buffer.from('approved') }));
  expect(await ended(client, arn)).toMatchObject({ Status: 'SUCCEEDED', Result: '"approved"' });
});

test('a run gets the error that its callback is sent', async () => {
  const { arn, CallbackId } = await asking();
  await client.send(new Fail({ CallbackId, Error: { ErrorType: 'Refused', ErrorMessage: 'not like this' } }));
  expect(await ended(client, arn)).toMatchObject({
    Status: 'FAILED',
    Error: { ErrorMessage: expect.stringContaining('not like this') },
  });
});

test('a callback that nobody answers times out', async () => {
  const { arn } = await asking({ seconds: 60 });
  clock.push(60_000);
  expect(await ended(client, arn)).toMatchObject({
    Status: 'FAILED',
    Error: { ErrorMessage: expect.stringContaining('timed out') },
  });
});

test('a heartbeat keeps a callback alive; without one it times out', async () => {
  const { arn, CallbackId } = await asking({ seconds: 600, times: 60 });
  clock.push(50_000);
  await client.send(new Heartbeat({ CallbackId }));
  clock.push(50_000);
  await client.send(new Heartbeat({ CallbackId }));
  clock.push(60_000);
  expect(await ended(client, arn)).toMatchObject({
    Status: 'FAILED',
    Error: { ErrorMessage: expect.stringContaining('heartbeat') },
  });
});

test('a callback is answered once: later answers are refused, and so are made-up ids', async () => {
  const { arn, CallbackId } = await asking();
  await client.send(new Succeed({ CallbackId, Result: Buffer.from('first') }));
  await ended(client, arn);
  const late = { name: 'CallbackTimeoutException', status: 400 };
  expect(await refusalOf(client.send(new Succeed({ CallbackId })))).toMatchObject(late);
  expect(await refusalOf(client.send(new Fail({ CallbackId })))).toMatchObject(late);
  expect(await refusalOf(client.send(new Heartbeat({ CallbackId })))).toMatchObject(late);
  for (const forged of ['AAAA', Buffer.from(JSON.stringify([arn, 'none'])).toString('base64')]) {
    expect(await refusalOf(client.send(new Succeed({ CallbackId: forged })))).toMatchObject({
      name: 'InvalidParameterValueException',
    });
  }
});

test('a callback takes 256 KB and not a byte more, and stays open after a refusal', async () => {
  const { arn, CallbackId } = await asking();
  const over = client.send(new Succeed({ CallbackId, Result: Buffer.alloc(262_145, 'x') }));
  expect(await refusalOf(over)).toMatchObject({ name: 'InvalidParameterValueException', status: 400 });
  await client.send(new Succeed({ CallbackId, Result: Buffer.alloc(262_144, 'x') }));
  expect((await ended(client, arn)).Status).toBe('SUCCEEDED');
});
