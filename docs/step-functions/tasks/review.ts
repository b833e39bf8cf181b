import type { Decision, FollowUp, ReviewRequest } from '../../../domain/humanReview';
import type { Plan, PlannedFollowUp } from '../../../domain/humanReview/followUps';
import { halvesOf } from '../../../domain/humanReview/waiting';
import type { StoredReview } from '../../../lambda/humanReview/records';
import type { Collaborators } from '../../../lambda/review/collaborators';
import type { WrittenFollowUp } from '../../../lambda/review/followUpText';
import { asked, lookedAgain, planned } from '../../../lambda/review/rounds';
import * as steps from '../../../lambda/review/steps';
import { type Done, takenStep } from '../../../lambda/review/taken';
import type { ReviewEnding } from '../../../lambda/review/workflow';
import { type Failed, named, whyOf } from './failures';

/**
 * What the states of a review hand on. A state may carry 256 KB: what was sent, and the steps that are behind, grow
 * with every round, so they stand in the record only and are read from there.
 */
export interface ReviewState {
  request: ReviewRequest;
  /** How many steps have told of themselves. */
  progress: number;
  halves: { first: number; second: number };
  subject: steps.Subject;
  decision: Decision;
  carriedOut: steps.CarriedOut;
  round: Round;
  /** Of the state before, where it was caught. */
  failed: Failed;
  ending: ReviewEnding;
}

/** A round of follow-ups, and what the rounds before it leave to it. */
interface Round {
  asOf: string;
  /** As the durable workflow counts them, so that both end at the same. */
  operations: number;
  plan: Plan | null;
  firstAt: string;
  title: string;
  toSend: PlannedFollowUp[];
  text: WrittenFollowUp | null;
}

type Step = (
  with_: Collaborators,
  state: ReviewState,
  followUps: FollowUp[],
) => Promise<Done<Partial<ReviewState>>>;

const STEPS: Readonly<Record<string, Step>> = {
  'record-submission': async (with_, { request }) => ({
    ...(await steps.submitted(with_, request)),
    value: { halves: halvesOf(request.waiting.review) },
  }),
  'check-document': async (with_, { request }) =>
    handing(await steps.documentChecked(with_, request), (subject) => ({ subject })),
  'ask-reviewers': async (with_, { request, subject }) =>
    nothing(await steps.reviewersAsked(with_, request, subject)),
  'remind-reviewers': async (with_, { request, subject }) =>
    nothing(await steps.reviewersReminded(with_, request, subject)),
  'settle-review': async (with_, { request }) =>
    handing(await steps.settled(with_, request), (decision) => ({ decision })),
  'publish-document': async (with_, { request, decision }) =>
    handing(await steps.published(with_, request, decision), (carriedOut) => ({ carriedOut })),
  'find-related': async (with_, { request }) =>
    nothing(await steps.pointersFound(with_.findRelated, request)),
  'back-to-draft': async (with_, { request, decision }) =>
    handing(await steps.givenBack(with_, request, decision), (note) => ({
      carriedOut: { isPublished: false, note },
    })),
  'find-similar': async (with_, { request }) =>
    nothing(await steps.pointersFound(with_.findSimilar, request)),
  'tell-outcome': async (with_, { request, subject, decision, carriedOut: { note } }) =>
    nothing(await steps.outcomeTold(with_, request, subject, decision, note)),

  'plan-follow-up': async (with_, { request, decision, round }, followUps) => {
    const { asOf, operations } = round ?? { asOf: decision.at, operations: 0 };
    // Rounds are over one by one, so whatever is in the record is behind.
    return handing(
      await planned(with_, request, decision, asOf, followUps, operations),
      ({ plan, firstAt }) => ({
        round: { asOf, operations, plan, firstAt, title: '', toSend: [], text: null },
      }),
    );
  },
  'look-again': async (with_, { request, round }, followUps) => {
    const plan = round.plan as Plan;
    const done = await lookedAgain(with_, request, plan, round.firstAt);
    const { title, toSend, dropped, why } = done.value;
    const behind = followUps.filter(({ state }) => state !== 'WAITING');
    const told = [
      ...behind,
      ...toSend.map((message) => asked(plan, message, 'WAITING')),
      ...dropped.map((message) => asked(plan, message, why)),
    ];
    const operations = round.operations + 3 + toSend.length * 3;
    return {
      ...done,
      told: { ...done.told, followUps: told },
      value: { round: { ...round, asOf: plan.sendAt, operations, plan: null, title, toSend } },
    };
  },
  'write-follow-up': async (with_, { request, round }) =>
    handing(
      await steps.followUpWritten(with_, request, round.title, round.toSend[0] as PlannedFollowUp),
      (text) => ({ round: { ...round, text } }),
    ),
  'send-follow-up': async (with_, { request, round }, followUps) => {
    const message = round.toSend[0] as PlannedFollowUp;
    const done = await steps.followUpSent(with_, request, round.title, message, round.text?.text ?? '');
    return { ...done, ...sent(round, followUps, done.value) };
  },
  'send-follow-up-failed': async (_, { round, failed }, followUps) => ({
    detail: whyOf(failed),
    ...sent(round, followUps, 'FAILED'),
  }),
  'close-review': async (with_, { decision, carriedOut }) => ({
    ...(await steps.closed(with_)),
    value: { ending: { outcome: decision.outcome, isPublished: carriedOut.isPublished } },
  }),
};

/** What a message became: told to the record, and out of the round. */
const sent = (round: Round, followUps: FollowUp[], state: FollowUp['state']) => {
  const message = round.toSend[0] as PlannedFollowUp;
  const now = asked({ sendAt: round.asOf, messages: [] }, message, state, round.text ?? undefined);
  return {
    told: { followUps: followUps.map((one) => (one.key === message.key ? now : one)) },
    value: { round: { ...round, toSend: round.toSend.slice(1), text: null } },
  };
};

const handing = <Value>(
  done: Done<Value>,
  on: (value: Value) => Partial<ReviewState>,
): Done<Partial<ReviewState>> => ({ ...done, value: on(done.value) });

const nothing = (done: Done<null>): Done<Partial<ReviewState>> => ({ ...done, value: {} });

/** What a state asks of its function. */
export type ReviewTask =
  | { task: 'wait'; state: ReviewState; taskToken: string }
  | { task: 'send-again'; repeat: steps.Repetition['repeat'] }
  | { task: string; state: ReviewState };

/** A state asks for what its function does not do: the definition and the code do not fit together. */
export class UnknownTaskError extends Error {
  override name = 'UnknownTaskError';
  constructor(readonly task: string) {
    super(`No task is called ${task}. Deploy the state machine and its function together.`);
  }
}

/** What the states of a review do: the same functions as the durable workflow's steps. */
export const reviewTasks = (with_: Collaborators) => (event: ReviewTask) =>
  named(async (): Promise<ReviewState | string | null> => {
    if ('taskToken' in event) {
      await steps.wordAwaited(with_, event.state.request, event.taskToken, {});
      return null;
    }
    if ('repeat' in event) return steps.sentAgain(with_, event.repeat);
    const { task, state } = event;
    const stored = await with_.records.get(state.request.reviewId);
    if (task === 'break-off') return brokenOff(with_, state, stored);
    const step = STEPS[task] ?? (task.endsWith('-failed') ? noteFailure : undefined);
    if (!step) throw new UnknownTaskError(task);
    // What failed may have told of itself, under the number before.
    const progress = state.progress + (task.endsWith('-failed') ? 2 : 1);
    const place = { name: task, progress, behind: stored?.steps ?? [] };
    const { value } = await takenStep(with_, state.request, place, () =>
      step(with_, state, stored?.followUps ?? []),
    );
    const { failed: _, ...before } = state;
    return { ...before, ...value, progress } as ReviewState;
  });

const noteFailure: Step = async (_, { failed }) => ({ detail: whyOf(failed), value: {} });

/** Nothing half done stays silent. What was caught outside of the review knows not how far that was; the record does. */
async function brokenOff(with_: Collaborators, state: ReviewState, stored: StoredReview | undefined) {
  if (stored && !stored.endedAt) {
    // As above: what failed counts, whether it has told of itself or not.
    const place = { name: 'close-review', progress: stored.progress + 2, behind: stored.steps };
    const why = whyOf(state.failed, 'It is not known why.');
    await takenStep(with_, state.request, place, () => steps.brokenOff(with_, state.request, why));
  }
  return state;
}
