import { type Decision, decidedByNobody, outcomeLabel, type ReviewRequest } from '../../domain/humanReview';
import type { PlannedFollowUp } from '../../domain/humanReview/followUps';
import {
  followUpMessage,
  invitation,
  type Message,
  outcomeMessage,
  reminder,
} from '../../domain/humanReview/messages';
import { textsWithin } from '../../domain/secrets/everyText';
import { secretsIn } from '../../domain/sending';
import type { StoredDelivery } from '../humanReview/deliveries';
import type { StoredReview, Told } from '../humanReview/records';
import type { Collaborators } from './collaborators';
import type { WrittenFollowUp } from './followUpText';
import type { Done } from './taken';

// What the steps of a review do, whatever takes them one after the other. Each is called inside a step, so here a
// clock may be looked at.

/** What is under review, as messages speak of it. */
export interface Subject {
  title: string;
  link: string;
  /** How many remarks the rules have. */
  remarks: number;
}

/** A delivery that did not arrive, sent again because somebody has asked for it. */
export interface Repetition {
  /** `attempt` is the one that is to be repeated: once, however often that is asked for. */
  repeat: { reviewId: string; key: string; attempt?: number };
}

/** What became of a document: the outcome does not say all of it. */
export interface CarriedOut {
  isPublished: boolean;
  note: string;
}

export async function submitted(with_: Collaborators, request: ReviewRequest): Promise<Done<null>> {
  await with_.submit(request);
  return { detail: submittedTo(request), value: null };
}

export async function documentChecked(with_: Collaborators, request: ReviewRequest): Promise<Done<Subject>> {
  const document = await with_.document(request.postMortemId);
  const remarks = document ? with_.check(document) : [];
  const many = remarks.length === 1 ? 'One remark' : `${remarks.length} remarks`;
  const detail = remarks.length === 0 ? 'The rules have no remark.' : `${many} by the rules.`;
  const link = with_.post.linkTo(request.postMortemId);
  return {
    detail,
    told: { remarks },
    value: { title: document?.title ?? '', link, remarks: remarks.length },
  };
}

export async function reviewersAsked(
  with_: Collaborators,
  request: ReviewRequest,
  subject: Subject,
): Promise<Done<null>> {
  const stored = await with_.records.get(request.reviewId);
  const { message = '', dueAt = '' } = stored ?? {};
  const words = invitation(subject, request, { message, dueAt, remarks: subject.remarks });
  return deliveredIn(await with_.post.reviewers(request, 'ask', words));
}

export async function reviewersReminded(
  with_: Collaborators,
  request: ReviewRequest,
  subject: Subject,
): Promise<Done<null>> {
  const stored = await with_.records.get(request.reviewId);
  if (stored?.decision) return { detail: 'Decided meanwhile.', value: null };
  const words = reminder(subject, { dueAt: stored?.dueAt ?? '' });
  return deliveredIn(await with_.post.reviewers(request, 'remind', words));
}

/** Notes what wakes the workflow, and wakes it at once where somebody has decided already. */
export async function wordAwaited(
  with_: Collaborators,
  { reviewId }: ReviewRequest,
  callbackId: string,
  soFar: Told,
): Promise<StoredReview> {
  const stored = await with_.records.awaitWord(reviewId, callbackId, soFar);
  // Decided between two waits, or before the first: whoever did so knew no callback to wake it by.
  if (stored.decision) await with_.wakeUp(callbackId);
  return stored;
}

/** The decision that stands; from now on that nobody has decided, where nobody has. */
export async function settled(with_: Collaborators, request: ReviewRequest): Promise<Done<Decision>> {
  const standing = await with_.records.decide(request.reviewId, decidedByNobody(iso(with_)));
  const detail = `${outcomeLabel(standing.outcome)}.`;
  return { detail, told: { stage: 'DECIDED' as const }, value: standing };
}

export async function published(
  with_: Collaborators,
  request: ReviewRequest,
  decision: Decision,
): Promise<Done<CarriedOut>> {
  const done = await with_.publish(request, decision);
  return { detail: done.note, told: { note: done.note }, value: done };
}

/** Answers what became of the document that the outcome does not say. */
export async function givenBack(
  with_: Collaborators,
  request: ReviewRequest,
  decision: Decision,
): Promise<Done<string>> {
  const said = await with_.giveBack(request, decision);
  return { detail: said, told: { note: said }, value: said };
}

/** @param find `findRelated` or `findSimilar` of the collaborators */
export async function pointersFound(
  find: Collaborators['findRelated'],
  request: ReviewRequest,
): Promise<Done<null>> {
  const pointers = await find(request);
  return { detail: `${pointers.length} found.`, told: { pointers }, value: null };
}

export async function outcomeTold(
  with_: Collaborators,
  request: ReviewRequest,
  subject: Subject,
  decision: Decision,
  note: string,
): Promise<Done<null>> {
  const words = outcomeMessage(subject, decision, note);
  const isCalledOff = decision.outcome === 'CANCELLED';
  return deliveredIn(
    isCalledOff
      ? await with_.post.reviewers(request, 'called-off', words)
      : await with_.post.author(request, 'outcome', words),
  );
}

export async function followUpWritten(
  with_: Collaborators,
  request: ReviewRequest,
  title: string,
  message: PlannedFollowUp,
): Promise<Done<WrittenFollowUp>> {
  // An action does not say of a word that it is a password where a section does.
  const secrets = secretsIn(textsWithin(await with_.document(request.postMortemId)));
  const written = await with_.writeFollowUp(request, title, message, secrets);
  return { detail: written.why || `Written by ${written.writtenBy}.`, value: written };
}

export async function followUpSent(
  with_: Collaborators,
  request: ReviewRequest,
  title: string,
  message: PlannedFollowUp,
  text: string,
): Promise<Done<'SENT' | 'FAILED'>> {
  const link = with_.post.linkTo(request.postMortemId);
  const words = followUpMessage({ title, link }, text);
  const deliveries = await with_.post.owner(request, message, words);
  const isSent = deliveries.some((one) => one.state === 'SENT');
  return { ...deliveredIn(deliveries), value: isSent ? 'SENT' : 'FAILED' };
}

export async function closed(with_: Collaborators): Promise<Done<null>> {
  return { detail: '', told: { stage: 'ENDED', endedAt: iso(with_) }, value: null };
}

/**
 * Gives the document back, as nobody decides on it any more: it would stay in review for ever. Within this step, as a
 * step more is one that recorded histories do not have.
 * @param why in words for people
 */
export async function brokenOff(
  with_: Collaborators,
  request: ReviewRequest,
  why: string,
): Promise<Done<null>> {
  await with_.giveBack(request, decidedByNobody(iso(with_)));
  return {
    detail: why,
    told: { stage: 'ENDED', note: `The workflow broke off: ${why}`, endedAt: iso(with_) },
    value: null,
  };
}

/** Answers how the delivery stands that somebody has asked to repeat. */
export async function sentAgain(
  with_: Collaborators,
  { reviewId, key, attempt }: Repetition['repeat'],
): Promise<string> {
  const stored = await with_.records.get(reviewId);
  if (!stored) return 'GONE';
  return (await with_.post.again(stored, key, messageAgain(with_, stored, key), attempt)).state;
}

/**
 * A message as its review has it now. What was sent keeps no words, and may come back all the same: whoever repeats it
 * sends it whole. Nothing where the review does not know what it said.
 */
function messageAgain({ post }: Collaborators, review: StoredReview, key: string): Message | undefined {
  const subject = { title: review.title, link: post.linkTo(review.postMortemId) };
  const [what] = key.split('-', 1);
  if (what === 'ask')
    return invitation(subject, review, {
      ...{ message: review.message, dueAt: review.dueAt },
      remarks: review.remarks.length,
    });
  if (what === 'remind') return reminder(subject, review);
  const followUp = review.followUps.find((one) => key.startsWith(`${one.key}-`));
  if (followUp) return followUpMessage(subject, followUp.message);
  return review.decision && outcomeMessage(subject, review.decision, review.note);
}

/** What a step that told people has done, in a sentence. */
function deliveredIn(deliveries: readonly StoredDelivery[]): Done<null> {
  const sent = deliveries.filter(({ state }) => state === 'SENT').length;
  const lost = deliveries.length - sent;
  if (deliveries.length === 0)
    return {
      detail: 'No message went out: nobody is named, or neither a sender address nor a channel is set up.',
      value: null,
    };
  if (lost > 0)
    return {
      detail: `${sent} of ${deliveries.length} messages sent. What did not arrive is listed below.`,
      value: null,
    };
  return { detail: sent === 1 ? 'One message sent.' : `${sent} messages sent.`, value: null };
}

const submittedTo = ({ reviewers: { length } }: ReviewRequest): string => {
  if (length === 0) return 'Any colleague may decide.';
  return length === 1 ? 'One person is asked to decide.' : `${length} people are asked to decide.`;
};

const iso = ({ now }: Pick<Collaborators, 'now'>): string => now().toISOString();
