import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { LocalDurableTestRunner, WaitingOperationStatus } from '@aws/durable-execution-sdk-js-testing';
import { handler } from './handlers/waiting';

const folder = mkdtempSync(join(tmpdir(), 'sdk-runner-'));
const items = ['a', 'b', 'c'];

beforeAll(async () => {
  process.env.CALLS = join(folder, 'calls');
  await LocalDurableTestRunner.setupTestEnvironment({ skipTime: false });
});
afterAll(async () => {
  await LocalDurableTestRunner.teardownTestEnvironment();
  delete process.env.CALLS;
  rmSync(folder, { recursive: true });
});

/**
 * Issue 510 of the durable SDK: a run falls silent that waits for callbacks inside a map. What holds of the local
 * endpoint is in callbacksAndTimers.test.ts; this is what holds of the runner that the SDK brings along.
 */

/** A run that waits for all of them, and the callbacks that it has handed out. */
async function asking() {
  const runner = new LocalDurableTestRunner({ handlerFunction: handler });
  const run = runner.run({ payload: { kind: 'many', items } });
  const map = runner.getOperation('reviewers');
  await map.waitForData(WaitingOperationStatus.STARTED);
  const branches = map.getChildOperations() ?? [];
  const callbacks = branches.map((branch) =>
    branch.getChildOperations()?.find((one) => one.isWaitForCallback()),
  );
  return { run, callbacks: callbacks.filter((one) => one !== undefined) };
}

type Callback = Awaited<ReturnType<typeof asking>>['callbacks'][number];
const submitted = (callback: Callback | undefined) => callback?.waitForData(WaitingOperationStatus.SUBMITTED);

test('in the SDK’s runner a run goes on whose callbacks inside a map are answered once all have been asked', async () => {
  const { run, callbacks } = await asking();
  await Promise.all(callbacks.map(submitted));
  for (const [index, callback] of callbacks.entries()) {
    await callback.sendCallbackSuccess(items[index] as string);
    await pause(100);
  }
  expect((await run).getResult()).toEqual([3, 0, items]);
});

test('in the SDK’s runner an answer before the run has fallen asleep silences it, which the local endpoint does not', async () => {
  const { callbacks } = await asking();
  await submitted(callbacks[0]);
  for (const [index, callback] of callbacks.entries())
    await callback.sendCallbackSuccess(items[index] as string);
  await pause(1000);
  const isAnswered = (callback: Callback) =>
    callback
      .getChildOperations()
      ?.some((one) => one.getStatus() === 'SUCCEEDED' && one.getType() === 'CALLBACK');
  expect(callbacks.map((callback) => [isAnswered(callback), callback.getStatus()])).toEqual(
    items.map(() => [true, 'STARTED']),
  );
});
