import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  SendDurableExecutionCallbackFailureCommand as Fail,
  GetDurableExecutionHistoryCommand,
  SendDurableExecutionCallbackHeartbeatCommand as Heartbeat,
  type LambdaClient,
  StopDurableExecutionCommand,
  SendDurableExecutionCallbackSuccessCommand as Succeed,
} from '@aws-sdk/client-lambda';
import { manualClock } from '../triggers/manualClock';
import { ended, refusalOf, startExecution, until, Workbench } from './lambdaUnderTest';

const bench = new Workbench();
const clock = manualClock(Date.now());
const gate = join(bench.root, 'gate');
let client: LambdaClient;

beforeAll(async () => {
  const lambda = await bench.start(
    [
      bench.durable('review', await bench.bundle('waiting'), {
        durable: { executionTimeoutSeconds: 864_000, retentionDays: 1 },
      }),
    ],
    { clock },
  );
  client = bench.client(lambda.endpoint);
});
beforeEach(() => bench.forgetCalls());
afterAll(() => bench.dispose());

const start = (kind: string, event: object = {}) => startExecution(client, 'review', { kind, ...event });
/** The callback id that a run has handed out under a name. */
const idOf = (name: string) =>
  until(() =>
    bench
      .callsSoFar()
      .find((line) => line.startsWith(`${name} `))
      ?.slice(name.length + 1),
  );
const answer = (CallbackId: string, text = 'approved') =>
  client.send(new Succeed({ CallbackId, Result: Buffer.from(JSON.stringify(text)) }));

async function events(DurableExecutionArn: string) {
  const { Events = [] } = await client.send(
    new GetDurableExecutionHistoryCommand({ DurableExecutionArn, MaxItems: 1000 }),
  );
  return Events;
}
const countOf = async (arn: string, type: string) =>
  (await events(arn)).filter(({ EventType }) => EventType === type).length;
/** Waits until so many invocations are over: the run waits then. */
const asleep = (arn: string, invocations = 1) =>
  until(async () => (await countOf(arn, 'InvocationCompleted')) >= invocations);

const CLOSED = {
  name: 'CallbackTimeoutException',
  message: 'The callback has timed out or has already been completed.',
  status: 400,
};

test('a review goes through its callback, two days of waiting and a retried step, each once', async () => {
  const arn = await start('review');
  await asleep(arn);
  await answer(await idOf('review'));
  await asleep(arn, 2);
  clock.advance(172_800_000 - 1);
  expect(await countOf(arn, 'WaitSucceeded')).toBe(0);
  clock.advance(1);
  await asleep(arn, 3);
  clock.advance(60_000);
  expect(await ended(client, arn)).toMatchObject({
    Status: 'SUCCEEDED',
    Result: JSON.stringify('written after "approved"'),
  });
  expect(bench.callsSoFar().map((line) => line.split(' ')[0])).toEqual([
    ...['record', 'review', 'write', 'send', 'send'],
  ]);
});

test('an answer that comes while the process still works is not lost: the run ends with it, without a timer', async () => {
  const arn = await start('busy', { gate });
  await answer(await idOf('early'), 'before anything waits');
  expect(await countOf(arn, 'InvocationCompleted')).toBe(0);
  writeFileSync(gate, '');
  expect(await ended(client, arn)).toMatchObject({
    Status: 'SUCCEEDED',
    Result: JSON.stringify('"before anything waits"'),
  });
});

test('two answers at the same instant: one is taken, the other is told that it is too late', async () => {
  const arn = await start('review', { wait: 1 });
  const id = await idOf('review');
  const both = await Promise.allSettled([answer(id, 'approve'), answer(id, 'decline')]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const refused = both.find((one) => one.status === 'rejected');
  expect(await refusalOf(Promise.reject(refused?.reason))).toEqual(CLOSED);
  expect(await countOf(arn, 'CallbackSucceeded')).toBe(1);
});

test('two callbacks that are answered at the same instant, and a timer: the run gets both and waits for the third', async () => {
  const arn = await start('all', { wait: 60 });
  const [one, other] = [await idOf('one'), await idOf('other')];
  await asleep(arn);
  await Promise.all([answer(one, '1'), answer(other, '2')]);
  await until(async () => (await countOf(arn, 'CallbackSucceeded')) === 2);
  await asleep(arn, 2);
  expect(await countOf(arn, 'ExecutionSucceeded')).toBe(0);
  clock.advance(60_000);
  expect(await ended(client, arn)).toMatchObject({ Result: JSON.stringify(['"1"', '"2"']) });
});

test('a reminder half way leaves the callback open, and the answer after it counts', async () => {
  const arn = await start('reminded', { timeout: 120, wait: 60 });
  const id = await idOf('decision');
  await asleep(arn);
  clock.advance(60_000);
  await until(() => bench.callsSoFar().includes('remind'));
  await asleep(arn, 2);
  clock.advance(59_999);
  await answer(id, 'at the last moment');
  expect(await ended(client, arn)).toMatchObject({ Result: JSON.stringify('"at the last moment"') });
  expect(bench.callsSoFar().filter((line) => line === 'remind')).toHaveLength(1);
});

test('an answer at the very moment of the timeout is late, and the run has one outcome', async () => {
  const arn = await start('reminded', { timeout: 120, wait: 60 });
  const id = await idOf('decision');
  await asleep(arn);
  clock.advance(60_000);
  await asleep(arn, 2);
  clock.advance(60_000);
  expect(await refusalOf(answer(id))).toEqual(CLOSED);
  expect(await refusalOf(client.send(new Heartbeat({ CallbackId: id })))).toEqual(CLOSED);
  expect(await ended(client, arn)).toMatchObject({
    Status: 'FAILED',
    Error: { ErrorType: 'CallbackTimeoutError', ErrorMessage: 'Callback timed out' },
  });
  expect(await countOf(arn, 'CallbackTimedOut')).toBe(1);
});

test('a heartbeat moves the silence on, never the timeout itself', async () => {
  const arn = await start('review', { timeout: 100, heartbeat: 60 });
  const CallbackId = await idOf('review');
  await asleep(arn);
  clock.advance(59_999);
  await client.send(new Heartbeat({ CallbackId }));
  clock.advance(40_000);
  expect(await countOf(arn, 'CallbackTimedOut')).toBe(0);
  clock.advance(1);
  expect(await ended(client, arn)).toMatchObject({
    Error: { ErrorType: 'CallbackTimeoutError', ErrorMessage: 'Callback timed out' },
  });

  const silent = await start('review', { timeout: 100, heartbeat: 60 });
  await until(() => bench.callsSoFar().filter((line) => line.startsWith('review ')).length === 2);
  await asleep(silent);
  clock.advance(60_000);
  expect(await ended(client, silent)).toMatchObject({
    Error: { ErrorMessage: 'Callback timed out on heartbeat' },
  });
});

test('a stopped run takes no answer any more, and neither does one that has ended', async () => {
  const arn = await start('review');
  const CallbackId = await idOf('review');
  await asleep(arn);
  await client.send(new StopDurableExecutionCommand({ DurableExecutionArn: arn }));
  for (const late of [
    answer(CallbackId),
    client.send(new Fail({ CallbackId, Error: { ErrorMessage: 'no' } })),
    client.send(new Heartbeat({ CallbackId })),
  ])
    expect(await refusalOf(late)).toEqual(CLOSED);
  expect(await ended(client, arn)).toMatchObject({ Status: 'STOPPED' });
});

test('ids that no run has handed out are refused, whatever they look like', async () => {
  const arn = await start('review');
  const real = await idOf('review');
  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64');
  const invalid = { name: 'InvalidParameterValueException', status: 400 };
  for (const forged of [
    'AAAA',
    real.slice(0, -4),
    `${real.slice(0, 8)}-${real.slice(8)}`,
    `${real}AAAA`,
    encoded([arn, 'none']),
    encoded({ arn }),
    'A'.repeat(1024),
  ])
    expect([forged, await refusalOf(answer(forged))]).toEqual([forged, expect.objectContaining(invalid)]);
  const unknown = encoded([`${arn}-other`, 'none']);
  expect(await refusalOf(answer(unknown))).toMatchObject({ name: 'ResourceNotFoundException', status: 404 });
  await answer(real);
});

test('a failure that is sent reaches the run with its type, its message and its data', async () => {
  const arn = await start('review');
  const sent = { ErrorType: 'Declined', ErrorMessage: 'not like this', ErrorData: '{"by":"ann"}' };
  await client.send(new Fail({ CallbackId: await idOf('review'), Error: sent }));
  expect(await ended(client, arn)).toMatchObject({
    Status: 'FAILED',
    Error: { ErrorMessage: 'not like this' },
  });
  const failed = (await events(arn)).find(({ EventType }) => EventType === 'CallbackFailed');
  expect(failed?.CallbackFailedDetails?.Error?.Payload).toMatchObject(sent);
});

test('an error that is too large is refused by its size, and the callback stays open', async () => {
  const arn = await start('review', { wait: 1 });
  const CallbackId = await idOf('review');
  const large = client.send(new Fail({ CallbackId, Error: { ErrorMessage: 'x'.repeat(262_145) } }));
  expect(await refusalOf(large)).toMatchObject({ name: 'InvalidParameterValueException', status: 400 });
  await answer(CallbackId);
  expect(await countOf(arn, 'CallbackSucceeded')).toBe(1);
});

describe('issue 510 of the durable SDK, callbacks inside a map that fall silent, does not happen here', () => {
  const items = ['a', 'b', 'c'];
  const everyone = JSON.stringify([3, 0, items.map((item) => JSON.stringify(item))]);

  test('answered one by one, each after the run fell asleep: it goes on after the last, without any timer', async () => {
    const arn = await start('many', { items });
    for (const [index, item] of items.entries()) {
      await asleep(arn, index + 1);
      await answer(await idOf(item), item);
    }
    expect(await ended(client, arn)).toMatchObject({ Status: 'SUCCEEDED', Result: everyone });
  });

  test('answered in one instant, as soon as the ids are out: it goes on, and counts once', async () => {
    const arn = await start('many', { items });
    await Promise.all(items.map(async (item) => answer(await idOf(item), item)));
    expect(await ended(client, arn)).toMatchObject({ Status: 'SUCCEEDED', Result: everyone });
    expect(bench.callsSoFar().filter((line) => line === 'count')).toHaveLength(1);
  });

  // The SDK takes 20 ms to fall asleep, and looks at an answer for a few: all of that is met by one of these.
  test.each(Array.from({ length: 24 }, (_, index) => index * 2))(
    'answered %i ms apart: it goes on',
    async (apart) => {
      const arn = await start('many', { items });
      for (const item of items) {
        await answer(await idOf(item), item);
        await pause(apart);
      }
      expect(await ended(client, arn)).toMatchObject({ Status: 'SUCCEEDED', Result: everyone });
    },
  );

  test('one times out: the map succeeds all the same, and only its batch says that a branch failed', async () => {
    const arn = await start('many', { items: ['a', 'b'], timeout: 60 });
    await asleep(arn);
    await answer(await idOf('a'), 'a');
    await asleep(arn, 2);
    clock.advance(60_000);
    expect(await ended(client, arn)).toMatchObject({
      Status: 'SUCCEEDED',
      Result: JSON.stringify([1, 1, ['"a"']]),
    });
  });
});
