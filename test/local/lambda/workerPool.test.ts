import { InvokeCommand } from '@aws-sdk/client-lambda';
import { payloadOf, until, Workbench } from './lambdaUnderTest';

const bench = new Workbench();
afterEach(async () => {
  jest.useRealTimers();
  await bench.stop();
  bench.logs.length = 0;
});
afterAll(() => bench.dispose());

const timesLoaded = () => bench.logs.filter((line) => line === 'loaded').length;

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Two functions on a computer that holds so many processes beyond the first of each. */
async function rivals(mostExtraWorkers: number) {
  const assetDir = await bench.bundle('plain');
  const slow = (name: string) => bench.fn(name, assetDir, { handler: 'index.slow' });
  const { endpoint } = await bench.start([slow('one'), slow('other')], { mostExtraWorkers });
  const client = bench.client(endpoint);
  return async (FunctionName: string, ms: number) =>
    payloadOf(
      await client.send(new InvokeCommand({ FunctionName, Payload: JSON.stringify({ ms }) })),
    ) as number;
}

async function callerOf(name: string, change = {}) {
  const fn = bench.fn(name, await bench.bundle('plain'), {
    handler: `index.${name}`,
    environment: { ANNOUNCE: 'yes' },
    ...change,
  });
  const { endpoint } = await bench.start([fn], { mostExtraWorkers: 2 });
  const client = bench.client(endpoint);
  return async (event: object) =>
    payloadOf(await client.send(new InvokeCommand({ FunctionName: name, Payload: JSON.stringify(event) })));
}

test('a prewarmed function is loaded before anyone calls it, and again after its process died', async () => {
  const call = await callerOf('dies', { prewarm: true });
  await until(() => timesLoaded() === 1);
  await call({ by: 'exit' });
  await until(() => timesLoaded() === 2);
  expect(await call({ by: 'nothing' })).toBe('alive');
  expect(timesLoaded()).toBe(2);
});

test('a function that nobody calls has no process', async () => {
  const call = await callerOf('dies');
  expect(timesLoaded()).toBe(0);
  await call({ by: 'nothing' });
  await until(() => timesLoaded() === 1);
});

test('after a rush, the processes beyond one are ended once they have been idle', async () => {
  const call = await callerOf('slow');
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'performance', 'Date'] });
  const pids = (await Promise.all([1, 2, 3].map(() => call({ ms: 200 })))) as number[];
  jest.advanceTimersByTime(29_999);
  expect(pids.filter(isAlive)).toHaveLength(3);
  jest.advanceTimersByTime(1);
  jest.useRealTimers();
  await until(() => pids.filter(isAlive).length === 1);
});

test('a rush is served by as many processes as the computer holds, and says who waits', async () => {
  const call = await rivals(2);
  const pids = await Promise.all(Array.from({ length: 10 }, () => call('one', 500)));
  expect(new Set(pids).size).toBe(3);
  expect(bench.logs.some((line) => /^7 waiting in line; 3 at work/.test(line))).toBe(true);
});

test('a function in a rush leaves every other one a process, so that one may wait for another', async () => {
  const call = await rivals(1);
  // Longer than any test; it ends with its function.
  const rush = [1, 2, 3, 4].map(() => call('one', 600_000).catch(() => {}));
  expect(await call('other', 1)).toEqual(expect.any(Number));
  await bench.stop();
  await Promise.all(rush);
});

test('a process that one function no longer uses makes room for another one’s rush', async () => {
  const call = await rivals(2);
  const first = await Promise.all([1, 2, 3].map(() => call('one', 100)));
  expect(new Set(first).size).toBe(3);
  const second = await Promise.all([1, 2, 3].map(() => call('other', 300)));
  expect(new Set(second).size).toBe(3);
  await until(() => first.filter(isAlive).length === 1);
});

test('a place that one function no longer uses goes to another one that waits for it', async () => {
  const call = await rivals(2);
  const held = [1, 2].map(() => call('one', 600_000).catch(() => {}));
  const short = call('one', 300);
  // Its first process is busy for ever, and there is no place for another until the short one is over.
  const waiting = [call('other', 600_000).catch(() => {})];
  const late = call('other', 1);
  await short;
  expect(await late).toEqual(expect.any(Number));
  await bench.stop();
  await Promise.all([...held, ...waiting]);
});

test('a process that dies in a rush is made up for: nobody waits for ever', async () => {
  const assetDir = await bench.bundle('plain');
  const { endpoint } = await bench.start([bench.fn('dies', assetDir, { handler: 'index.dies' })], {
    mostExtraWorkers: 1,
  });
  const client = bench.client(endpoint);
  const invoke = async (by: string) =>
    client.send(new InvokeCommand({ FunctionName: 'dies', Payload: JSON.stringify({ by }) }));
  const answers = await Promise.all(
    ['kill', 'nothing', 'exit', 'kill', 'nothing', 'kill', 'nothing'].map(invoke),
  );
  expect(answers.filter(({ FunctionError }) => FunctionError === undefined)).toHaveLength(3);
});
