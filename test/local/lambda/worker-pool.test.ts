import { InvokeCommand } from '@aws-sdk/client-lambda';
import { payloadOf, until, Workbench } from './lambda-under-test';

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

async function callerOf(name: string, change = {}) {
  const fn = bench.fn(name, await bench.bundle('plain'), {
    handler: `index.${name}`,
    environment: { ANNOUNCE: 'yes' },
    ...change,
  });
  const { endpoint } = await bench.start([fn]);
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
