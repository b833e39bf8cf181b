import type { DeliveryState, FollowUpState, ReviewerVerdict } from '../../../domain/humanReview';
import { isOpen, outcomeLabel } from '../../../domain/humanReview';
import { FIELDS } from '../../../domain/postMortem/fields';
import type { ShownReview } from '../../data/reviews';
import { dates, listed } from '../../language/formats';
import type { Wording } from '../../language/italian';
import { say, sayCount, translated } from '../../language/say';
import { locale } from '../../language/spoken';
import type { KnownReview } from './news';

const MOMENT = dates({ dateStyle: 'medium', timeStyle: 'short' });

/** A moment as the reader's clock shows it. */
export const moment = (iso: string): string => MOMENT.format(new Date(iso));

/** The steps of the workflow by their names there, as people say them. */
const STEPS: Readonly<Record<string, Wording>> = {
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
  if (name.endsWith(FAILED))
    return say('{step}: it failed', { step: stepLabel(name.slice(0, -FAILED.length)) });
  const known = STEPS[name];
  return known ? say(known) : name;
}

export const VERDICT_LABELS: Readonly<Record<ReviewerVerdict, Wording>> = {
  APPROVED: 'Approve',
  CHANGES_REQUESTED: 'Ask for changes',
  DECLINED: 'Decline',
};

export const DELIVERY_LABELS: Readonly<Record<DeliveryState, Wording>> = {
  SENDING: 'On its way',
  SENT: 'Sent',
  FAILED: 'Not sent',
  UNKNOWN: 'Perhaps sent',
  BOUNCED: 'Came back',
};

/** Whether a message needs somebody to look after it. */
export const isLost = (state: DeliveryState): boolean =>
  state === 'FAILED' || state === 'UNKNOWN' || state === 'BOUNCED';

export const FOLLOW_UP_LABELS: Readonly<Record<FollowUpState, Wording>> = {
  WAITING: 'Waits',
  SENT: 'Sent',
  NOT_NEEDED: 'Not needed any more',
  FAILED: 'Not sent',
  CANCELLED: 'Called off',
};

/** How a review stands, in two or three words. */
export function standing(review: KnownReview): string {
  if (review.decision) return translated(outcomeLabel(review.decision.outcome));
  if (review.isOutOfSight) return say('Not waiting for you any more');
  if (review.stage === 'SUBMITTED') return say('Being submitted');
  return say(isOpen(review) ? 'Waits for a decision' : 'Broke off');
}

/** Who may decide, as an answer to "by whom". */
export const whoDecides = ({ reviewers }: Pick<ShownReview, 'reviewers'>): string =>
  reviewers.length === 0
    ? say('any colleague')
    : new Intl.ListFormat(locale(), { type: 'disjunction' }).format(reviewers.map(({ name }) => name));

/** Follow-ups that are told of what comes next; all of them have a list of their own. */
const MOST_TOLD = 3;

/** What comes next, each in a sentence; nothing of a review that is over. @param now in milliseconds */
export function nextOf(review: KnownReview, now: number): string[] {
  const { stage, decision, endedAt, remindAt, dueAt, followUps, calledOff, isOutOfSight } = review;
  if (isOutOfSight)
    return [
      decision
        ? say('What follows is told to those it is shared with.')
        : say(
            'Somebody has decided, or it was called off. Load the page again to see what became of the document.',
          ),
    ];
  if (endedAt !== null) return [];
  if (isOpen(review)) {
    if (stage === 'SUBMITTED') return [say('The reviewers are asked in a moment.')];
    return [
      ...(Date.parse(remindAt) > now
        ? [say('Reminder on {moment}, if nobody has decided by then.', { moment: moment(remindAt) })]
        : []),
      say('It can be decided until {moment}. After that it goes back to its author as a draft.', {
        moment: moment(dueAt),
      }),
    ];
  }
  if (calledOff) return [say('The follow-ups were called off: the workflow ends within minutes.')];
  const waiting = followUps
    .filter(({ state }) => state === 'WAITING')
    .sort((one, other) => one.sendAt.localeCompare(other.sendAt));
  if (stage !== 'FOLLOWING_UP' || waiting.length === 0) return [say('The decision is being carried out.')];
  const more = waiting.length - MOST_TOLD;
  return [
    ...waiting.slice(0, MOST_TOLD).map(({ sendAt, owner, actions }) =>
      say('Follow-up on {moment} to {owner}: {actions}.', {
        moment: moment(sendAt),
        owner: owner === '' ? say('whoever has submitted it') : owner,
        actions: listed(actions),
      }),
    ),
    ...(more > 0 ? [sayCount(more, '{n} more after that.', '{n} more after that.')] : []),
  ];
}

/** A name that brings its own direction, in a text without elements. */
const isolated = (name: string): string => `\u2068${name}\u2069`;

/** What a decision is announced as. */
export function decisionNews({ decision, title }: Pick<ShownReview, 'decision' | 'title'>): string {
  if (!decision) return '';
  const about = {
    title: isolated(title),
    outcome: translated(outcomeLabel(decision.outcome)).toLowerCase(),
  };
  return decision.by
    ? say('The review of “{title}” is over: {outcome} by {name}.', {
        ...about,
        name: isolated(decision.by.name),
      })
    : say('The review of “{title}” is over: {outcome}.', about);
}

/** What a field or section is called. */
export function placeLabel(where: string): string {
  const field = FIELDS.find(({ id }) => id === where);
  return field ? translated(field.label) : say('Facts');
}

/** How long something takes, in the largest unit that says it. @param seconds whole ones */
export function lasting(seconds: number): string {
  const inUnits = (size: number) => Math.round((seconds / size) * 10) / 10;
  if (seconds >= 86_400) return sayCount(inUnits(86_400), '{n} day', '{n} days');
  if (seconds >= 3_600) return sayCount(inUnits(3_600), '{n} hour', '{n} hours');
  if (seconds >= 60) return sayCount(inUnits(60), '{n} minute', '{n} minutes');
  return sayCount(inUnits(1), '{n} second', '{n} seconds');
}

/** What happens after a submission, each in a sentence. */
export function whatWillHappen(
  { toAnybody, isPrivate }: { toAnybody: boolean; isPrivate: boolean },
  waiting: { review: number; followUp: number },
): string[] {
  return [
    toAnybody
      ? say('While it waits, every signed-in colleague can read it and finds it under Reviews.')
      : say(
          'They get a message with a link, find it under Reviews, and can read it and comment on it from then on.',
        ),
    say(
      'They have {time}; half way, a reminder goes out. If nobody decides, it comes back to you as a draft.',
      {
        time: lasting(waiting.review),
      },
    ),
    isPrivate
      ? say('Approved, it is marked as published at once; it stays private.')
      : say('Approved, it is published at once, if nobody has changed it meanwhile.'),
    say('Asked for changes or declined, it comes back to you as a draft, with what they say.'),
    say(
      'Owners of actions that are still open are asked about them {time} after publication, or when they are due.',
      { time: lasting(waiting.followUp) },
    ),
  ];
}
