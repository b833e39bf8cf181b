import { ENDED_UNTOLD } from '../../../domain/enhancement';
import { SweepIncompleteError } from '../../../lambda/caretaker/errors';
import { sweep } from '../../../lambda/caretaker/sweep';
import type { EnhancementRecord } from '../../../lambda/start/records';
import { startEnhancement } from '../../../lambda/start/start';

const NOON = Date.parse('2026-03-01T12:00:00.000Z');
const MINUTE = 60_000;

/** The proxy, the caretaker and what both work on, in memory. Every call of the proxy can be its last. */
function account() {
  const records = new Map<string, EnhancementRecord>();
  const executions = new Map<string, { status: string; payload: string }>();
  let clock = NOON;
  let calls = 0;
  let diesAt = Number.POSITIVE_INFINITY;
  const starts: string[] = [];
  const died = () => new Promise<never>(() => {});
  /** Dies before or after a call has its effect, as a killed process does. */
  const mortal =
    <A extends unknown[], R>(effect: (...args: A) => R) =>
    async (...args: A): Promise<R> => {
      if (++calls > diesAt) return died();
      const result = effect(...args);
      if (++calls > diesAt) return died();
      return result;
    };
  const startRun = (request: { enhancementId: string }) => {
    const payload = JSON.stringify(request);
    const known = executions.get(request.enhancementId);
    if (known && known.payload !== payload) throw new Error('DurableExecutionAlreadyStartedException');
    if (known) return;
    executions.set(request.enhancementId, { status: 'RUNNING', payload });
    starts.push(request.enhancementId);
  };
  const start = startEnhancement({
    records: {
      document: mortal(() => ({ owner: 'alice', editors: [], content: {} })),
      enhancement: mortal((id: string) => records.get(id)),
      create: mortal(({ enhancementId, ...record }) => {
        if (records.has(enhancementId)) return undefined;
        const stored = {
          id: enhancementId,
          ...record,
          questions: [...record.questions],
          houseRules: [...(record.houseRules ?? [])],
          status: 'RUNNING',
          stage: 'QUEUED',
          startedAt: new Date(clock).toISOString(),
        };
        records.set(enhancementId, stored);
        return stored;
      }),
      markNotStarted: mortal(() => {}),
    },
    startRun: mortal(startRun),
    houseRules: async () => [],
    newId: () => 'run-1',
    warn: () => {},
  });
  return {
    records,
    executions,
    starts,
    wait: (ms: number) => {
      clock += ms;
    },
    /** @param at after how many halves of calls the proxy dies */
    click: async (at = Number.POSITIVE_INFINITY) => {
      calls = 0;
      diesAt = at;
      const answer = start({
        identity: { sub: 'alice' },
        arguments: { postMortemId: 'pm', section: 'impact', theme: 'addams', text: 'db fell over' },
      }).then(
        () => 'acknowledged' as const,
        () => 'refused' as const,
      );
      return Promise.race([answer, new Promise((resolve) => setImmediate(resolve, 'died'))]);
    },
    sweep: (findExecution = async (id: string) => executions.get(id)?.status) =>
      sweep({
        runs: {
          recordedBefore: async function* (moment) {
            for (const record of records.values())
              if (record.status === 'RUNNING' && record.startedAt < moment) yield record;
          },
          markEnded: async (run) => {
            records.set(run.id, { ...run, status: 'FAILED', message: ENDED_UNTOLD });
          },
        },
        findExecution,
        startRun: async (request) => startRun(request),
        now: () => new Date(clock),
        warn: () => {},
      }),
  };
}

test('wherever the proxy dies, a recorded run is executed once and never stays queued', async () => {
  const ends = new Set<unknown>();
  for (let at = 0; ; at++) {
    const world = account();
    const end = await world.click(at);
    ends.add(end);
    world.wait(3 * MINUTE);
    await world.sweep();
    await world.sweep();
    expect(world.starts).toEqual(world.records.size === 1 ? ['run-1'] : []);
    if (end === 'acknowledged') break;
    // The author tries again, and gets the same run.
    expect(await world.click()).toBe('acknowledged');
    expect(world.starts).toEqual(['run-1']);
  }
  expect(ends).toEqual(new Set(['died', 'acknowledged']));
});

test('a run that was recorded a moment ago is left to its proxy', async () => {
  const world = account();
  await world.click(4);
  expect(world.records.size).toBe(1);
  world.wait(MINUTE);
  await world.sweep();
  expect(world.starts).toEqual([]);
});

test.each(['TIMED_OUT', 'FAILED', 'STOPPED', 'SUCCEEDED'])(
  'a run whose execution is over (%s) and that never told its end says so, and can be tried again',
  async (status) => {
    const world = account();
    await world.click();
    const execution = world.executions.get('run-1');
    if (execution) execution.status = status;
    world.wait(3 * MINUTE);
    await world.sweep();
    expect(world.records.get('run-1')).toMatchObject({ status: 'FAILED', message: ENDED_UNTOLD });
    expect(world.starts).toEqual(['run-1']);
  },
);

test('a run that is executing is left alone, however long it takes', async () => {
  const world = account();
  await world.click();
  world.wait(50 * MINUTE);
  await world.sweep();
  expect(world.records.get('run-1')).toMatchObject({ status: 'RUNNING' });
});

test('a run that was never executed and is older than any execution is ended, not begun', async () => {
  const world = account();
  await world.click(4);
  world.wait(61 * MINUTE);
  await world.sweep();
  expect(world.records.get('run-1')).toMatchObject({ status: 'FAILED' });
  expect(world.starts).toEqual([]);
});

test('one run that cannot be looked after does not keep the others from it, and is named', async () => {
  const world = account();
  await world.click(4);
  const first = world.records.get('run-1');
  if (first) world.records.set('run-2', { ...first, id: 'run-2' });
  world.wait(3 * MINUTE);
  const failing = world.sweep(async (id) => {
    if (id === 'run-1') throw new Error('throttled');
    return undefined;
  });
  await expect(failing).rejects.toMatchObject({ name: 'SweepIncompleteError', runs: ['run-1'] });
  await expect(failing).rejects.toBeInstanceOf(SweepIncompleteError);
  expect(world.starts).toEqual(['run-2']);
});
