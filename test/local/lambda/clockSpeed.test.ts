import { GetDurableExecutionHistoryCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import { clockSpeedFrom, describeClockSpeed, readClockSpeed } from '../../../local/clockSpeed';
import { LocalCloudError } from '../../../local/errors';
import { manualClock } from '../triggers/manualClock';
import { ended, startExecution, until, Workbench } from './lambdaUnderTest';

const bench = new Workbench();
const clock = manualClock(Date.now());
beforeEach(() => bench.forgetCalls());
afterEach(() => bench.stop());
afterAll(() => bench.dispose());

/** An endpoint at a speed, on a state folder of its own or on what another one left. */
async function endpoint(speed: number, stateDir: string) {
  const assetDir = await bench.bundle('durable');
  const durable = (name: string, hours: number) =>
    bench.durable(name, assetDir, {
      durable: { executionTimeoutSeconds: hours * 3600, retentionDays: 1 },
    });
  const { endpoint: url } = await bench.start([durable('ask', 72), durable('short', 4)], {
    clock,
    speed,
    stateDir: `${bench.root}/${stateDir}`,
  });
  return bench.client(url);
}

const MINUTE = 60_000;

/** Waits until a run has nothing to do before a timer rings. */
const asleep = (client: LambdaClient, arn: string) =>
  until(async () => (await events(client, arn)).includes('InvocationCompleted'));

async function events(client: LambdaClient, DurableExecutionArn: string) {
  const { Events = [] } = await client.send(new GetDurableExecutionHistoryCommand({ DurableExecutionArn }));
  return Events.map(({ EventType }) => EventType);
}

test('at speed 60 two days of waiting pass in 48 minutes, and dates stay real', async () => {
  const client = await endpoint(60, 'fast');
  const begun = clock.now();
  const arn = await startExecution(client, 'ask', { kind: 'waits', seconds: 2 * 86_400 });
  await asleep(client, arn);
  clock.advance(48 * MINUTE - 1);
  expect(await events(client, arn)).not.toContain('WaitSucceeded');
  clock.advance(1);
  const { Status, EndTimestamp } = await ended(client, arn);
  expect(Status).toBe('SUCCEEDED');
  expect(bench.callsSoFar()).toEqual(['before', 'after']);
  expect(EndTimestamp).toEqual(new Date(begun + 48 * MINUTE));
});

test('callbacks, heartbeats, retries and executions are as fast as waits', async () => {
  const client = await endpoint(60, 'timeouts');
  const start = async (kind: string, change: object, name = 'ask') => {
    const arn = await startExecution(client, name, { kind, ...change });
    await asleep(client, arn);
    return arn;
  };
  const whole = await start('callback', { seconds: 3600 });
  const silent = await start('callback', { seconds: 7200, times: 600 });
  const old = await start('waits', { seconds: 86_400 }, 'short');
  const retried = await start('retries', { times: 1 });
  clock.advance(17);
  expect(await ended(client, retried)).toMatchObject({ Status: 'SUCCEEDED' });
  clock.advance(10_000);
  expect(await ended(client, silent)).toMatchObject({
    Error: { ErrorMessage: expect.stringContaining('heartbeat') },
  });
  clock.advance(50_000);
  expect(await ended(client, whole)).toMatchObject({
    Error: { ErrorMessage: expect.stringContaining('timed out') },
  });
  clock.advance(3 * MINUTE);
  expect(await ended(client, old)).toMatchObject({ Status: 'TIMED_OUT' });
});

test.each([
  { first: 60, waits: MINUTE / 3, later: 1, left: 40 * MINUTE },
  { first: 1, waits: 20 * MINUTE, later: 60, left: (MINUTE * 2) / 3 },
])(
  'begun at speed $first and killed after 20 of 60 minutes, a wait goes on at $later for the other 40',
  async (speeds) => {
    const { first, later } = speeds;
    const killed = await endpoint(first, `killed-at-${first}`);
    const arn = await startExecution(killed, 'ask', { kind: 'waits', seconds: 3600 });
    await asleep(killed, arn);
    clock.advance(speeds.waits);
    // What a kill leaves; an orderly stop would write more.
    bench.copyState(`${bench.root}/left-at-${first}`, `${bench.root}/killed-at-${first}`);
    await bench.stop();

    const client = await endpoint(later, `left-at-${first}`);
    clock.advance(speeds.left - 1);
    expect(await events(client, arn)).not.toContain('WaitSucceeded');
    clock.advance(1);
    expect(await ended(client, arn)).toMatchObject({ Status: 'SUCCEEDED' });
    expect(bench.callsSoFar()).toEqual(['before', 'after']);
  },
);

test('the speed is a whole number from 1 to 600; anything else is refused with what to write', () => {
  expect(readClockSpeed({})).toBe(1);
  expect(readClockSpeed({ NEVERMORE_CLOCK: '' })).toBe(1);
  expect(readClockSpeed({ NEVERMORE_CLOCK: '60' })).toBe(60);
  expect(clockSpeedFrom('--clock', '600')).toBe(600);
  for (const wrong of ['0', '-1', '601', '1.5', 'fast', '6e1', '١']) {
    expect(() => readClockSpeed({ NEVERMORE_CLOCK: wrong })).toThrow(LocalCloudError);
    expect(() => readClockSpeed({ NEVERMORE_CLOCK: wrong })).toThrow(`NEVERMORE_CLOCK is "${wrong}"`);
  }
});

test('a speed is told in words, and a real clock is not mentioned', () => {
  expect(describeClockSpeed(1)).toBeUndefined();
  expect(describeClockSpeed(60)).toMatch(/60 times as fast: an hour is a minute/);
  expect(describeClockSpeed(2)).toMatch(/an hour is 30 minutes/);
  expect(describeClockSpeed(600)).toMatch(/an hour is 6 seconds/);
});
