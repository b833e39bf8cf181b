import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { JournalRecord } from '../../../local/lambda/records';
import { bundled } from '../cloud/bundled';
import type { EndpointOptions } from './endpointProcess';
import { ended, startExecution, until, Workbench } from './lambdaUnderTest';

jest.setTimeout(120_000);

const bench = new Workbench();
const processes: ChildProcess[] = [];
const pids = join(bench.root, 'pids');
let assetDir: string;

beforeAll(async () => {
  assetDir = await bench.bundle('durable');
});
afterAll(async () => {
  for (const child of processes) child.kill('SIGKILL');
  await bench.dispose();
});

/** Starts an endpoint in its own process. */
async function endpointProcess(stateDir: string, kill?: EndpointOptions['kill']) {
  const options: EndpointOptions = {
    stateDir,
    functions: [
      bench.durable('enhance', assetDir, { environment: { CALLS: bench.calls, DRAFT_MS: '20', PIDS: pids } }),
    ],
    kill,
  };
  const child = spawn(process.execPath, [await bundled('lambda'), JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  processes.push(child);
  const gone = new Promise<NodeJS.Signals | null>((resolve) =>
    child.once('exit', (_, signal) => resolve(signal)),
  );
  const line = await new Promise<string>((resolve) => {
    if (child.stdout) createInterface({ input: child.stdout }).once('line', resolve);
  });
  const { endpoint, resumed } = JSON.parse(line) as { endpoint: string; resumed: string[] };
  return { endpoint, resumed, gone, child, client: bench.client(endpoint) };
}

function journalOf(stateDir: string): JournalRecord[] {
  const [file = ''] = readdirSync(stateDir);
  return readFileSync(join(stateDir, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** Names of the steps whose success is on disk. */
function finishedSteps(records: JournalRecord[]): string[] {
  return records
    .flatMap((record) => (record.kind === 'checkpointed' ? record.updates : []))
    .filter((update) => update.Type === 'STEP' && update.Action === 'SUCCEED')
    .map((update) => update.Name as string);
}

const named = { DurableExecutionName: 'run' };
const count = (calls: string[], name: string) => calls.filter((call) => call === name).length;

test('killed before or after any checkpoint, a run finishes with the same result and repeats no finished step', async () => {
  const plain = join(bench.root, 'undisturbed');
  const undisturbed = await endpointProcess(plain);
  const arn = await startExecution(undisturbed.client, 'enhance', { kind: 'drafts' }, named);
  const { Result } = await ended(undisturbed.client, arn);
  undisturbed.child.kill('SIGKILL');
  const checkpoints = journalOf(plain).filter((record) => record.kind === 'checkpointed').length;
  expect(checkpoints).toBeGreaterThanOrEqual(3);

  for (let checkpoint = 1; checkpoint <= checkpoints; checkpoint += 1) {
    for (const when of ['before', 'after'] as const) {
      bench.forgetCalls();
      const stateDir = join(bench.root, `${checkpoint}-${when}`);
      const first = await endpointProcess(stateDir, { checkpoint, when });
      await startExecution(first.client, 'enhance', { kind: 'drafts' }, named);
      expect(await first.gone).toBe('SIGKILL');
      const finished = finishedSteps(journalOf(stateDir));

      const second = await endpointProcess(stateDir);
      expect(second.resumed).toEqual(['run']);
      const again = await startExecution(second.client, 'enhance', { kind: 'drafts' }, named);
      const execution = await ended(second.client, again);
      second.child.kill('SIGKILL');
      const calls = bench.callsSoFar();
      expect([checkpoint, when, execution.Status, execution.Result]).toEqual([
        checkpoint,
        when,
        'SUCCEEDED',
        Result,
      ]);
      expect(finished.map((name) => [name, count(calls, name)])).toEqual(finished.map((name) => [name, 1]));
      for (const name of new Set(calls)) expect(count(calls, name)).toBeLessThanOrEqual(2);
    }
  }
});

test("the functions' processes die with a killed endpoint, even one in an endless loop", async () => {
  bench.forgetCalls();
  writeFileSync(pids, '');
  const stateDir = join(bench.root, 'orphans');
  const { client, child, gone } = await endpointProcess(stateDir);
  await startExecution(client, 'enhance', { kind: 'hangs' }, named);
  await startExecution(client, 'enhance', { kind: 'drafts' }, { DurableExecutionName: 'idle' });
  await until(() => bench.callsSoFar().includes('loop') && bench.callsSoFar().includes('judge'));
  const workers = [...new Set(readFileSync(pids, 'utf8').trim().split('\n').map(Number))].filter(isAlive);
  expect(workers).toHaveLength(2);
  child.kill('SIGKILL');
  await gone;
  await until(() => !workers.some(isAlive));
});

test('a run that waits when the endpoint is killed goes on when its time has come', async () => {
  bench.forgetCalls();
  const stateDir = join(bench.root, 'waiting');
  const first = await endpointProcess(stateDir);
  await startExecution(first.client, 'enhance', { kind: 'waits', seconds: 2 }, named);
  await until(() => journalOf(stateDir).some((record) => record.kind === 'invoked'));
  first.child.kill('SIGKILL');
  await first.gone;
  const second = await endpointProcess(stateDir);
  const arn = await startExecution(second.client, 'enhance', { kind: 'waits', seconds: 2 }, named);
  expect((await ended(second.client, arn)).Status).toBe('SUCCEEDED');
  second.child.kill('SIGKILL');
  expect(bench.callsSoFar()).toEqual(['before', 'after']);
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
