import { LocalDurableTestRunner } from '@aws/durable-execution-sdk-js-testing';
import type { ReviewOutcome } from '../../domain/humanReview';
import type { ConverseRequest } from '../../lambda/bedrock/converse';
import { SendFailedError } from '../../lambda/humanReview/deliveries';
import { runScripted } from '../lambda/enhance/runScripted';
import {
  bedrockError,
  draftOf,
  request,
  type Script,
  shownTexts,
  verdict,
} from '../lambda/enhance/scriptedModels';
import { action, runReview } from '../lambda/review/scriptedReview';
import { enhanceByMachine, reviewByMachine } from './runMachines';
import { definitionIn, synthesizedFlows } from './stepFunctionsStack';

beforeAll(() => LocalDurableTestRunner.setupTestEnvironment({ skipTime: true }));
afterAll(() => LocalDurableTestRunner.teardownTestEnvironment());

const flows = synthesizedFlows();
const machines = { enhance: definitionIn(flows.enhance.machine), review: definitionIn(flows.review.machine) };

const failing = (name: string) => async () => {
  throw bedrockError(name, `${name}, and no more.`);
};
/** Fails so often, then answers. */
const at = (attempt: number, answer: (asked: ConverseRequest) => object) => {
  let asked = 0;
  return async (one: ConverseRequest) => {
    asked += 1;
    if (asked < attempt) throw bedrockError('ThrottlingException');
    return answer(one);
  };
};
const unreadable = async () => ({ text: 'I like the first one.' });

const ENHANCEMENTS: Record<string, { script: () => Script; asked?: Partial<ReturnType<typeof request>> }> = {
  'both drafts, judged in both orders': { script: () => ({}) },
  'in the other voice': { script: () => ({}), asked: { theme: 'addams' } },
  'one draft fails for good': { script: () => ({ micro: failing('AccessDeniedException') }) },
  'the other draft fails for good': { script: () => ({ lite: failing('ValidationException') }) },
  'a draft fails twice with what may pass': { script: () => ({ lite: failing('ThrottlingException') }) },
  'a draft fails once with what may pass': {
    script: () => ({ lite: at(2, (asked) => ({ text: draftOf('lite', asked) })) }),
  },
  'both drafts fail': {
    script: () => ({
      micro: failing('ServiceUnavailableException'),
      lite: failing('AccessDeniedException'),
    }),
  },
  'a draft loses facts and is corrected in vain': {
    script: () => ({ micro: async () => ({ text: 'Nothing of it.' }) }),
  },
  'a correction fails for good, and the first draft stays': {
    script: () => {
      let asked = 0;
      return {
        micro: async () => {
          asked += 1;
          if (asked > 1) throw bedrockError('AccessDeniedException', 'Not again.');
          return { text: 'Nothing of it.' };
        },
      };
    },
  },
  'no draft keeps to the facts': {
    script: () => ({
      micro: async () => ({ text: 'Nothing of it.' }),
      lite: async () => ({ text: 'Nor of it.' }),
    }),
  },
  'the judge cannot be read': { script: () => ({ pro: unreadable }) },
  'the judge answers in one order only': {
    script: () => {
      let first: string | undefined;
      return {
        pro: async (asked) => {
          const [shown] = shownTexts(asked);
          first ??= shown;
          if (shown !== first) throw bedrockError('AccessDeniedException', 'Not now.');
          return { toolInput: verdict(1), stopReason: 'tool_use' };
        },
      };
    },
  },
  'the orders disagree': {
    script: () => ({ pro: async () => ({ toolInput: verdict(1), stopReason: 'tool_use' }) }),
  },
  'there is nothing to enhance': { script: () => ({}), asked: { source: '' } },
  'an empty section is built from the rest': {
    script: () => ({}),
    asked: { source: '', material: '## Timeline\n- 14:02 db fell over' },
  },
};

test.each(Object.keys(ENHANCEMENTS))(
  'an enhancement ends the same as a state machine and as a durable function: %s',
  async (name) => {
    const { script, asked } = ENHANCEMENTS[name] as (typeof ENHANCEMENTS)[string];
    const durable = await runScripted(script(), request(asked));
    const machine = await enhanceByMachine(machines.enhance, script(), request(asked));
    expect(machine.execution.error).toBeUndefined();
    expect(machine.result).toEqual(durable.result);
    const told = (all: typeof durable.published) => ({ ...all.at(-1), finishedAt: null });
    expect(told(machine.published)).toEqual(told(durable.published));
    for (const model of ['micro', 'lite', 'pro'] as const)
      expect([model, machine.models.count(model)]).toEqual([model, durable.models.count(model)]);
  },
);

const ACTIONS = [
  action('Alert on the queue', '', { owner: 'Ben' }),
  action('Write the runbook', '2026-03-20'),
  action('Page somebody', '2026-03-20', { owner: 'Ann' }),
  action('It is done', '2026-03-12', { done: true }),
];

type ReviewScript = Parameters<typeof reviewByMachine>[1];
const REVIEWS: Record<string, ReviewScript> = {
  ...Object.fromEntries(
    (['APPROVED', 'CHANGES_REQUESTED', 'DECLINED', 'CANCELLED'] satisfies ReviewOutcome[]).flatMap(
      (outcome): Array<[string, ReviewScript]> => [
        [`${outcome}, at once`, { words: [outcome], actions: ACTIONS }],
        [`${outcome}, after the reminder`, { words: [null, outcome], actions: ACTIONS }],
        [`${outcome}, before it waits`, { words: [outcome], early: true, actions: ACTIONS }],
      ],
    ),
  ),
  'nobody decides': { words: [null, null], actions: ACTIONS },
  'no action is open': { words: ['APPROVED'] },
  'the document is changed before the workflow sees it': {
    words: [],
    atStart: ({ document }) => {
      if (document) document.summary = 'Changed.';
    },
  },
  'follow-ups are called off': {
    words: ['APPROVED'],
    actions: ACTIONS,
    onWait: async ({ records, now }, wait) => {
      if (wait === 1) await records.callOff('review-1', { id: 'ann', name: 'a@b.c' }, now.toISOString());
    },
  },
  'an action is moved meanwhile': {
    words: ['APPROVED'],
    actions: ACTIONS,
    onWait: ({ document }, wait) => {
      const runbook = document?.actionItems[1];
      if (wait === 1 && runbook) runbook.dueDate = '2026-04-02';
    },
  },
  'every mail is refused, again and again': {
    words: [null, 'APPROVED'],
    actions: ACTIONS,
    send: async () => {
      throw new SendFailedError('Later.', { mayHaveLeft: false, isLasting: false });
    },
  },
  'nobody knows whether a mail has left': {
    words: [null, 'APPROVED'],
    actions: ACTIONS,
    send: async () => {
      throw new Error('The mail service is down.');
    },
  },
};

test.each(Object.keys(REVIEWS))(
  'a review ends the same as a state machine and as a durable function: %s',
  async (name) => {
    const script = REVIEWS[name] as ReviewScript;
    const durable = await runReview(script);
    const machine = await reviewByMachine(machines.review, script);
    expect(machine.execution.status).toBe(durable.answer.Status);
    if (durable.answer.Result) expect(machine.execution.output).toEqual(JSON.parse(durable.answer.Result));
    expect(machine.world.sent).toEqual(durable.world.sent);
    expect(machine.world.moves).toEqual(durable.world.moves);
    const { callbackId: _token, ...told } = machine.review;
    const { callbackId: _callback, ...wanted } = durable.review;
    expect(told).toEqual(wanted);
  },
);

const deaths = (invocations: number) =>
  Array.from({ length: invocations }, (_, index) => index + 1).flatMap((at) => [
    { at, when: 'before' as const },
    { at, when: 'after' as const },
  ]);

test('a function of the enhancement that dies once, at whichever task, changes nothing but how often it is asked', async () => {
  const undisturbed = await enhanceByMachine(machines.enhance, {});
  expect(undisturbed.execution.invocations).toBe(5);
  for (const death of deaths(5)) {
    const { execution, result, published } = await enhanceByMachine(machines.enhance, {}, request(), death);
    expect([death, execution.invocations, execution.transitions.length]).toEqual([
      death,
      6,
      undisturbed.execution.transitions.length + 1,
    ]);
    expect([death, result]).toEqual([death, undisturbed.result]);
    expect(published.at(-1)).toMatchObject({ stage: 'FINISHED' });
  }
});

test.each(['APPROVED', 'CHANGES_REQUESTED', 'CANCELLED'] as const)(
  'a function of the review that dies once, at whichever task, sends every message once and ends the same: %s',
  async (outcome) => {
    const script: ReviewScript = { words: [null, outcome], actions: ACTIONS };
    const undisturbed = await reviewByMachine(machines.review, script);
    const { invocations } = undisturbed.execution;
    for (const death of deaths(invocations)) {
      const { execution, world, review } = await reviewByMachine(machines.review, script, death);
      expect([death, execution.invocations]).toEqual([death, invocations + 1]);
      expect([death, execution.output]).toEqual([death, undisturbed.execution.output]);
      expect([death, world.sent]).toEqual([death, undisturbed.world.sent]);
      expect([death, { ...review, callbackId: '' }]).toEqual([
        death,
        { ...undisturbed.review, callbackId: '' },
      ]);
    }
  },
);
