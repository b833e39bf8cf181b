import type {
  DeliveryState,
  FollowUpState,
  ReviewerVerdict,
  ReviewOutcome,
} from '../../../domain/humanReview';
import { isOpen, outcomeLabel } from '../../../domain/humanReview';
import { FIELDS } from '../../../domain/postMortem/fields';
import type { ShownReview } from '../../data/reviews';
import type { KnownReview } from './news';

const MOMENT = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const AND = new Intl.ListFormat('en', { type: 'conjunction' });
const OR = new Intl.ListFormat('en', { type: 'disjunction' });

/** A moment as the reader's clock shows it. */
export const moment = (iso: string): string => MOMENT.format(new Date(iso));

/** The steps of the workflow by their names there, as people say them. */
const STEPS: Readonly<Record<string, string>> = {
  'record-submission': 'Submitted for review',
  'check-document': 'Read by the rules',
  'ask-reviewers': 'Reviewers asked',
  'wait-for-review': 'Waited for a decision',
  'remind-reviewers': 'Reviewers reminded',
  'wait-for-review-after-reminder': 'Waited on for a decision',
  'settle-review': 'Decided',
  'publish-document': 'Published',
  'back-to-draft': 'Given back as a draft',
  'find-related': 'Looked for related post-mortems',
  'find-similar': 'Looked for others that did it well',
  'tell-outcome': 'Told how it came out',
  'plan-follow-up': 'Planned the follow-up',
  'wait-before-follow-up': 'Waited for the follow-up',
  'look-again': 'Looked what is still open',
  'write-follow-up': 'Wrote a follow-up',
  'send-follow-up': 'Sent a follow-up',
  'close-review': 'Closed',
};

const FAILED = '-failed';

/** What a step is called; one that this page does not know is told as it is. */
export function stepLabel(name: string): string {
  if (!name.endsWith(FAILED)) return STEPS[name] ?? name;
  return `${stepLabel(name.slice(0, -FAILED.length))}: it failed`;
}

export const VERDICT_LABELS: Readonly<Record<ReviewerVerdict, string>> = {
  APPROVED: 'Approve',
  CHANGES_REQUESTED: 'Ask for changes',
  DECLINED: 'Decline',
};

/** The class of a chip that tells an outcome, or how far a review is. */
export const outcomeChip = (outcome: ReviewOutcome | null): string => {
  if (outcome === 'APPROVED') return 'chip chip-good';
  return outcome === 'CHANGES_REQUESTED' || outcome === 'TIMED_OUT' ? 'chip chip-warn' : 'chip';
};

export const DELIVERY_LABELS: Readonly<Record<DeliveryState, string>> = {
  SENDING: 'On its way',
  SENT: 'Sent',
  FAILED: 'Not sent',
  UNKNOWN: 'Perhaps sent',
  BOUNCED: 'Came back',
};

/** Whether a message needs somebody to look after it. */
export const isLost = (state: DeliveryState): boolean =>
  state === 'FAILED' || state === 'UNKNOWN' || state === 'BOUNCED';

export const FOLLOW_UP_LABELS: Readonly<Record<FollowUpState, string>> = {
  WAITING: 'Waits',
  SENT: 'Sent',
  NOT_NEEDED: 'Not needed any more',
  FAILED: 'Not sent',
  CANCELLED: 'Called off',
};

/** How a review stands, in two or three words. */
export function standing(review: KnownReview): string {
  if (review.decision) return outcomeLabel(review.decision.outcome);
  if (review.isOutOfSight) return 'Not waiting for you any more';
  if (review.stage === 'SUBMITTED') return 'Being submitted';
  return isOpen(review) ? 'Waits for a decision' : 'Broke off';
}

/** Who may decide, as an answer to "by whom". */
export const whoDecides = ({ reviewers }: Pick<ShownReview, 'reviewers'>): string =>
  reviewers.length === 0 ? 'any colleague' : OR.format(reviewers.map(({ name }) => name));

/** Follow-ups that are told of what comes next; all of them have a list of their own. */
const MOST_TOLD = 3;

/** What comes next, each in a sentence; nothing of a review that is over. @param now in milliseconds */
export function nextOf(review: KnownReview, now: number): string[] {
  const { stage, decision, endedAt, remindAt, dueAt, followUps, calledOff, isOutOfSight } = review;
  if (isOutOfSight)
    return [
      decision
        ? 'What follows is told to those it is shared with.'
        : 'Somebody has decided, or it was called off. Load the page again to see what became of the document.',
    ];
  if (endedAt !== null) return [];
  if (isOpen(review)) {
    if (stage === 'SUBMITTED') return ['The reviewers are asked in a moment.'];
    return [
      ...(Date.parse(remindAt) > now
        ? [`Reminder on ${moment(remindAt)}, if nobody has decided by then.`]
        : []),
      `It can be decided until ${moment(dueAt)}. After that it goes back to its author as a draft.`,
    ];
  }
  if (calledOff) return ['The follow-ups were called off: the workflow ends when its wait does.'];
  const waiting = followUps
    .filter(({ state }) => state === 'WAITING')
    .sort((one, other) => one.sendAt.localeCompare(other.sendAt));
  if (stage !== 'FOLLOWING_UP' || waiting.length === 0) return ['The decision is being carried out.'];
  const more = waiting.length - MOST_TOLD;
  return [
    ...waiting
      .slice(0, MOST_TOLD)
      .map(
        ({ sendAt, owner, actions }) =>
          `Follow-up on ${moment(sendAt)} to ${owner === '' ? 'whoever has submitted it' : owner}: ${AND.format(actions)}.`,
      ),
    ...(more > 0 ? [`${more} more after that.`] : []),
  ];
}

/** What a decision is announced as. */
export function decisionNews({ decision, title }: Pick<ShownReview, 'decision' | 'title'>): string {
  if (!decision) return '';
  const by = decision.by ? ` by \u2068${decision.by.name}\u2069` : '';
  return `The review of “\u2068${title}\u2069” is over: ${outcomeLabel(decision.outcome).toLowerCase()}${by}.`;
}

/** What a field or section is called. */
export const placeLabel = (where: string): string => FIELDS.find(({ id }) => id === where)?.label ?? 'Facts';

/** How long something takes, in the largest unit that says it. @param seconds whole ones */
export function lasting(seconds: number): string {
  const [size, unit] =
    seconds >= 86_400
      ? [86_400, 'day']
      : seconds >= 3_600
        ? [3_600, 'hour']
        : seconds >= 60
          ? [60, 'minute']
          : [1, 'second'];
  const count = Math.round((seconds / (size as number)) * 10) / 10;
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** What happens after a submission, each in a sentence. */
export function whatWillHappen(
  { toAnybody, isPrivate }: { toAnybody: boolean; isPrivate: boolean },
  waiting: { review: number; followUp: number },
): string[] {
  return [
    toAnybody
      ? 'While it waits, every signed-in colleague can read it and finds it under Reviews.'
      : 'They get a message with a link, find it under Reviews, and can read it and comment on it from then on.',
    `They have ${lasting(waiting.review)}; half way, a reminder goes out. If nobody decides, it comes back to you as a draft.`,
    isPrivate
      ? 'Approved, it is marked as published at once; it stays private.'
      : 'Approved, it is published at once, if nobody has changed it meanwhile.',
    'Asked for changes or declined, it comes back to you as a draft, with what they say.',
    `Owners of actions that are still open are asked about them ${lasting(waiting.followUp)} after publication, or when they are due.`,
  ];
}
