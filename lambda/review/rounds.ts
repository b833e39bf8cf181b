import type { Decision, FollowUp, ReviewRequest } from '../../domain/humanReview';
import { anyBeyond, comingFollowUps, type Plan, stillOpen } from '../../domain/humanReview/followUps';
import type { Collaborators } from './collaborators';
import type { Done } from './taken';

// What the steps of a round do. Each is called inside a step, so here a clock may be looked at.

/** An execution lives a year at most. It ends before, so that what it could not wait for can be said. */
const LONGEST_DAYS = 360;
const DAY_MS = 86_400_000;

/**
 * A round takes a plan, a wait, a look, and two steps for each owner; an execution may have 3,000 operations
 * (https://docs.aws.amazon.com/lambda/latest/dg/durable-execution-limits.html).
 */
const MOST_OPERATIONS = 2_500;

/** What a round begins with: when, what, and how long until then. */
export interface Ahead {
  plan: Plan | null;
  seconds: number;
  firstAt: string;
}

/** Plans the next round from the document as it stands. */
export async function planned(
  with_: Collaborators,
  request: ReviewRequest,
  decision: Decision,
  asOf: string,
  behind: FollowUp[],
  operations: number,
): Promise<Done<Ahead>> {
  const [document, stored] = await Promise.all([
    with_.document(request.postMortemId),
    with_.records.get(request.reviewId),
  ]);
  const firstAt = later(decision.at, request.waiting.followUp * 1_000);
  const until = later(request.submittedAt, LONGEST_DAYS * DAY_MS);
  const coming = document ? comingFollowUps(document.actionItems, { firstAt, asOf, until }) : [];
  const shown = (state: FollowUp['state']): FollowUp[] => [
    ...behind,
    ...coming.flatMap((plan) => plan.messages.map((message) => asked(plan, message, state))),
  ];
  const end = (detail: string, state: FollowUp['state'] = 'NOT_NEEDED', note?: string): Done<Ahead> => ({
    detail,
    told: { followUps: shown(state), ...(note && { note }) },
    value: { plan: null, seconds: 0, firstAt },
  });
  if (!document) return end('The post-mortem is gone.');
  if (document.status !== 'PUBLISHED') return end('It is no longer published.');
  if (stored?.calledOff) return end('Called off.', 'CANCELLED');
  if (operations > MOST_OPERATIONS)
    return end('Too many messages for one workflow.', 'FAILED', 'It has sent as many messages as it may.');
  const [plan] = coming;
  if (!plan) {
    const isBeyond = anyBeyond(document.actionItems, until);
    return isBeyond
      ? end('What is left is due in more than a year.', 'NOT_NEEDED', BEYOND)
      : end('No open action is left to ask about.');
  }
  // Counted from the moment up to which all is behind, unless the clock is further: a wait is never made up twice.
  const since = Math.max(Date.parse(asOf), with_.now().getTime());
  return {
    detail: `Next on ${plan.sendAt.slice(0, 10)}.`,
    told: { stage: 'FOLLOWING_UP', followUps: shown('WAITING') },
    value: { plan, seconds: Math.max(0, Math.ceil((Date.parse(plan.sendAt) - since) / 1_000)), firstAt },
  };
}

const BEYOND = 'Actions that are due in more than a year are not asked about.';

/** What is left of a plan after the wait, and why the rest is not. */
export interface Due {
  title: string;
  toSend: Plan['messages'];
  dropped: Plan['messages'];
  why: 'CANCELLED' | 'NOT_NEEDED';
}

/** Looks after the wait what of a plan still holds. */
export async function lookedAgain(
  with_: Collaborators,
  request: ReviewRequest,
  plan: Plan,
  firstAt: string,
): Promise<Done<Due>> {
  const [document, stored] = await Promise.all([
    with_.document(request.postMortemId),
    with_.records.get(request.reviewId),
  ]);
  const title = document?.title ?? '';
  const none = (why: Due['why'], detail: string): Done<Due> => ({
    detail,
    value: { title, toSend: [], dropped: plan.messages, why },
  });
  if (stored?.calledOff) return none('CANCELLED', 'Called off.');
  if (document?.status !== 'PUBLISHED') return none('NOT_NEEDED', 'It is no longer published.');
  const { toSend, dropped } = stillOpen(plan, document.actionItems, firstAt);
  const count = toSend.flatMap(({ actions }) => actions).length;
  return {
    detail: count === 0 ? 'All of it is done or moved.' : `${count} still open.`,
    value: { title, toSend, dropped, why: 'NOT_NEEDED' as const },
  };
}

/** A message as the document shows it. */
export const asked = (
  { sendAt }: Plan,
  { key, owner, actions }: Plan['messages'][number],
  state: FollowUp['state'],
  text: { text: string; writtenBy: string; why: string } = { text: '', writtenBy: '', why: '' },
): FollowUp => ({
  ...{ key, owner, sendAt, state, message: text.text },
  actions: actions.map((action) => action.text),
  writtenBy: [text.writtenBy, text.why].filter(Boolean).join('. '),
});

const later = (iso: string, ms: number): string => new Date(Date.parse(iso) + ms).toISOString();
