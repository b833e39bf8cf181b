import { enhanceTasks, LARGEST_DRAFT_BYTES } from '../../docs/step-functions/tasks/enhance';
import { reviewTasks } from '../../docs/step-functions/tasks/review';
import { wakeUpByToken } from '../../docs/step-functions/tasks/wakeUp';
import type { Draft } from '../../domain/enhancement';
import { LIMITS } from '../../domain/limits';
import { collaborators, draftOf, request, scriptedModels } from '../lambda/enhance/scriptedModels';
import { action } from '../lambda/review/scriptedReview';
import { type Machine, nextOf, reached, type State, statesOf } from './definition';
import { enhanceByMachine, reviewByMachine } from './runMachines';
import { execute, MOST_BYTES, MOST_EVENTS } from './stateMachine';
import { definitionIn, synthesizedFlows } from './stepFunctionsStack';

const flows = synthesizedFlows();
const machines = { enhance: definitionIn(flows.enhance.machine), review: definitionIn(flows.review.machine) };

const machinesIn = (machine: Machine): Machine[] => [
  machine,
  ...Object.values(machine.States).flatMap(({ Branches = [] }) => Branches.flatMap(machinesIn)),
];
const isEnd = ({ End, Type }: State) => End === true || Type === 'Fail';

describe.each(['enhance', 'review'] as const)('The state machine of %s', (name) => {
  const machine = machines[name];
  const tasks = statesOf(machine).filter(({ state }) => state.Type === 'Task');

  it('names every state once, goes nowhere that is not there, reaches every state and ends from each', () => {
    const names = statesOf(machine).map((one) => one.name);
    expect(names).toEqual([...new Set(names)]);
    for (const { StartAt, States } of machinesIn(machine)) {
      const arrows = (from: string) => nextOf(States[from] as State);
      for (const from of Object.keys(States))
        for (const to of arrows(from)) expect([to, to in States]).toEqual([to, true]);
      expect([...reached([StartAt], arrows)].sort()).toEqual(Object.keys(States).sort());
      const ends = Object.keys(States).filter((one) => isEnd(States[one] as State));
      const back = (to: string) => Object.keys(States).filter((from) => arrows(from).includes(to));
      expect([...reached(ends, back)].sort()).toEqual(Object.keys(States).sort());
    }
  });

  it('tries every task again, and gives each of them and the whole an end in time', () => {
    expect(tasks.length).toBeGreaterThan(5);
    for (const { name: task, state } of tasks) {
      expect([task, state.Retry?.some(({ MaxAttempts = 3 }) => MaxAttempts > 0)]).toEqual([task, true]);
      expect([task, state.TimeoutSeconds ?? state.TimeoutSecondsPath]).not.toEqual([task, undefined]);
    }
    expect(machine.TimeoutSeconds).toBe(name === 'enhance' ? 3_600 : 31_536_000);
  });

  it('calls a version of its function, which a deployment keeps for what waits', () => {
    const [[version, resource] = []] = Object.entries(
      flows[name].machine.findResources('AWS::Lambda::Version'),
    );
    expect(resource).toMatchObject({ DeletionPolicy: 'Retain' });
    for (const { state } of tasks) expect(state.Parameters?.FunctionName).toBe(version);
  });

  it('holds no right on everything, and may call its own function only', () => {
    const policies = Object.values(flows[name].machine.findResources('AWS::IAM::Policy'));
    const statements = policies.flatMap((policy) => policy.Properties.PolicyDocument.Statement);
    expect(statements.length).toBeGreaterThan(2);
    for (const { Action, Resource } of statements) {
      expect([Action].flat()).not.toContain('*');
      expect([Resource].flat()).not.toContain('*');
    }
    const invoking = statements.filter(({ Action }) => Action === 'lambda:InvokeFunction');
    expect(invoking).toHaveLength(1);
    expect(JSON.stringify(invoking[0].Resource)).not.toMatch(/"\*"/);
  });

  it('does its tasks with the rights that the durable function has, but for those on its own executions', () => {
    const rights = (side: 'machine' | 'durable') =>
      Object.values(flows[name][side].findResources('AWS::IAM::Policy'))
        .flatMap((policy) => policy.Properties.PolicyDocument.Statement as Array<{ Sid?: string }>)
        .filter(({ Sid }) => Sid && !['CheckpointOwnExecutions', 'WakeWhatWaits'].includes(Sid));
    expect(rights('machine')).toEqual(rights('durable'));
    const environment = (side: 'machine' | 'durable') =>
      Object.values(flows[name][side].findResources('AWS::Lambda::Function'))[0]?.Properties.Environment;
    expect(environment('machine')).toEqual(environment('durable'));
  });
});

it('waits for people by a token, for half of the time and then for the other half', () => {
  const waiting = statesOf(machines.review).filter(({ state }) =>
    state.Resource?.includes('waitForTaskToken'),
  );
  expect(waiting.map(({ name, state }) => [name, state.TimeoutSecondsPath])).toEqual([
    ['wait-for-review', '$.halves.first'],
    ['wait-for-review-after-reminder', '$.halves.second'],
  ]);
  for (const { state } of waiting) {
    expect(state.Retry?.[0]?.ErrorEquals).toContain('States.Timeout');
    expect(state.Catch?.map(({ ErrorEquals }) => ErrorEquals)).toEqual([['States.Timeout']]);
  }
});

it('carries the longest request and drafts within the 256 KB of a state, and refuses a draft that is larger', async () => {
  const long = '障害'.repeat(LIMITS.sectionLength / 2);
  const longest = { ...request(), source: long, material: long };
  const draft = {
    draft: { text: 'x'.repeat(LARGEST_DRAFT_BYTES) } as Draft,
    isSound: true,
    needsCorrection: false,
  };
  const state = { request: longest, drafts: [draft, draft], judged: [] };
  expect(Buffer.byteLength(JSON.stringify(state))).toBeLessThan(MOST_BYTES - 16_000);

  const { execution, result } = await enhanceByMachine(machines.enhance, {
    micro: async () => ({ text: '夜'.repeat(30_000) }),
    lite: async (asked) => ({ text: draftOf('lite', asked) }),
  });
  expect(execution.largest).toBeLessThan(MOST_BYTES);
  expect(result.drafts[0]).toMatchObject({ text: null, error: expect.stringContaining('can carry') });
  expect(result.verdict).toMatchObject({ outcome: 'ONLY_DRAFT', winner: 2 });
});

it('keeps what a review carries from growing with its rounds, and its history within 25,000 events', async () => {
  const actions = Array.from({ length: 120 }, (_, day) => {
    const due = new Date(Date.UTC(2026, 2, 10 + 2 * day)).toISOString().slice(0, 10);
    return action(`Chase number ${day}, which has a long name. ${'It is a long story. '.repeat(20)}`, due);
  });
  const rounds = await reviewByMachine(machines.review, { words: ['APPROVED'], actions });
  const one = await reviewByMachine(machines.review, { words: ['APPROVED'], actions: actions.slice(0, 1) });
  expect(rounds.review.followUps.filter(({ state }) => state === 'SENT')).toHaveLength(120);
  expect(rounds.execution.largest).toBeLessThan(one.execution.largest + 1_000);
  // The durable workflow ends at 2,500 operations, and so does this one; a round with a message is six of them.
  const perOperation = (rounds.execution.events - one.execution.events) / (119 * 6);
  expect(2_500 * perOperation).toBeLessThan(MOST_EVENTS);
});

it('sends a message again that somebody has asked for', async () => {
  const { world, execution } = await reviewByMachine(machines.review, {
    words: ['DECLINED'],
    send: async (_place, { subject }) => {
      if (subject.startsWith('Please')) throw new Error('Down.');
    },
  });
  expect(execution.status).toBe('SUCCEEDED');
  const again = await execute(
    machines.review,
    { repeat: { reviewId: 'review-1', key: 'ask-ben' } },
    {
      invoke: (payload) =>
        reviewTasks({
          records: world.records,
          post: {
            linkTo: (id: string) => `https://nevermore.test/post-mortems/${id}`,
            again: async (_review: unknown, key: string) => ({ state: `again ${key}` }),
          },
        } as never)(payload as never),
    },
  );
  expect(again.output).toBe('again ask-ben');
  expect(again.transitions).toEqual(['What is asked for?', 'send-again']);
});

it('says by its name whether a failure is worth another attempt, and refuses a task that it does not know', async () => {
  const models = scriptedModels({
    micro: async () => {
      throw Object.assign(new Error('The line broke.'), { code: 'ECONNRESET' });
    },
  });
  const tasks = enhanceTasks(collaborators(models.converse).with_);
  await expect(tasks({ task: 'draft', drafter: 'micro', request: request() })).rejects.toMatchObject({
    name: 'Transient',
    message: 'The line broke.',
  });
  const records = { get: async () => undefined };
  await expect(
    reviewTasks({ records } as never)({ task: 'dance', state: { request: {}, progress: 0 } as never }),
  ).rejects.toThrow(/No task is called dance/);
});

it('wakes what waits by its token, and takes it well that nothing waits any more', async () => {
  const asked: string[] = [];
  const answering =
    (status: number, body: object) => (url: string) => async (headers: object, sent: string) => {
      asked.push(url, JSON.stringify(headers), sent);
      return new Response(JSON.stringify(body), { status });
    };
  await wakeUpByToken(answering(200, {}) as never)('token-1');
  expect(asked.join(' ')).toMatch(/states.*SendTaskSuccess.*token-1/);
  await wakeUpByToken(answering(400, { __type: 'com.amazonaws.swf#TaskTimedOut' }) as never)('token-1');
  await expect(
    wakeUpByToken(answering(500, { __type: 'InternalFailure' }) as never)('token-1'),
  ).rejects.toThrow(/could not be woken \(InternalFailure\)/);
});
