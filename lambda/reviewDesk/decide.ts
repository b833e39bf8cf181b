import { fnv1a } from '../../domain/fnv';
import {
  type Decision,
  fingerprintOf,
  isOpen,
  mayCallOff,
  mayDecide,
  saysTheSame,
} from '../../domain/humanReview';
import { mayRead } from '../../domain/postMortem/access';
import type { StoredDelivery } from '../humanReview/deliveries';
import type { StoredReview } from '../humanReview/records';
import type { WholeDocument } from '../wholeDocument';
import type { Caller, Collaborators } from './collaborators';
import {
  AlreadyDecidedError,
  ChangedSinceReadError,
  InvalidReviewError,
  NoSuchReviewForYouError,
  NotYoursToDecideError,
} from './errors';
import { namedSelf } from './namedSelf';
import { readDecision, text } from './request';

type Input = Readonly<Record<string, unknown>>;

/**
 * Decides a review. The decision is one conditional write: of two at the same instant one is first, and the other
 * is told whose. The callback that wakes the workflow is read from the record and never comes from a browser.
 * @throws ReviewRefusedError with a message for the reviewer
 */
export async function decide(with_: Collaborators, caller: Caller, input: Input): Promise<StoredReview> {
  const { reviewId, outcome, comment, fingerprint } = readDecision(input);
  const { review, document } = await visible(with_, caller, reviewId);
  if (!mayDecide(review, caller.sub, document.owner))
    throw new NotYoursToDecideError(
      review.reviewers.length > 0
        ? `Only ${review.reviewers.map(({ name }) => name).join(', ')} can decide on it.`
        : 'Nobody decides on their own post-mortem: a colleague has to.',
    );
  const by = await namedSelf(with_, caller);
  if (review.decision) {
    if (!saysTheSame(review.decision, { outcome, by, comment }))
      throw new AlreadyDecidedError(review.decision);
  } else {
    refuseOver(review);
    if (fingerprint !== '' && fingerprint !== fingerprintOf(document)) throw new ChangedSinceReadError();
    const at = with_.now().toISOString();
    await settle(with_, review, { outcome, by, at, comment, fingerprint: fingerprintOf(document) });
  }
  return wake(with_, reviewId);
}

/** Calls a review off, or what would follow from one that has approved. @throws ReviewRefusedError */
export async function cancel(with_: Collaborators, caller: Caller, input: Input): Promise<StoredReview> {
  const reviewId = text(input, 'reviewId');
  const { review, document } = await visible(with_, caller, reviewId);
  if (!mayCallOff(review, caller.sub, document.owner))
    throw new NotYoursToDecideError('Only its owner, or whoever has submitted it, can call it off.');
  const by = await namedSelf(with_, caller);
  const at = with_.now().toISOString();
  if (isOpen(review) && input.whileOpen === false)
    throw new InvalidReviewError('Nobody has decided yet: there is nothing to follow up on.');
  if (isOpen(review)) {
    await settle(with_, review, { outcome: 'CANCELLED', by, at, comment: '', fingerprint: '' });
    return wake(with_, reviewId);
  }
  if (review.decision?.outcome === 'CANCELLED') return wake(with_, reviewId);
  // Decided while the question was on a screen: what follows was not what it was about.
  if (review.decision && input.whileOpen === true) throw new AlreadyDecidedError(review.decision);
  if (review.decision?.outcome !== 'APPROVED' || review.endedAt)
    throw new InvalidReviewError('It is over already: there is nothing left to call off.');
  await with_.records.callOff(reviewId, by, at);
  return (await with_.records.get(reviewId)) ?? review;
}

/** Sends a message again that failed, or of which nobody knows. @throws ReviewRefusedError */
export async function sendAgain(with_: Collaborators, caller: Caller, input: Input): Promise<StoredReview> {
  const [reviewId, key] = [text(input, 'reviewId'), text(input, 'key')];
  const { review, document } = await visible(with_, caller, reviewId);
  if (!mayCallOff(review, caller.sub, document.owner))
    throw new NotYoursToDecideError('Only its owner, or whoever has submitted it, can send it again.');
  const delivery = review.sent[key];
  if (!delivery) throw new InvalidReviewError('There is no such message.');
  if (delivery.state === 'SENT' || delivery.state === 'SENDING')
    throw new InvalidReviewError('It has been sent. Ask whether it arrived, before it is sent twice.');
  await refuseUnread(with_, caller, document, delivery);
  // The name says which attempt it repeats, so that two clicks are one repetition.
  await with_.startReview(`${reviewId}-again-${fnv1a(key).toString(16)}-${delivery.attempts}`, {
    repeat: { reviewId, key, attempt: delivery.attempts },
  });
  return review;
}

/** What went out once may not go out again to who may not read it any more. @throws InvalidReviewError */
async function refuseUnread(
  { findPerson }: Collaborators,
  { issuer }: Caller,
  document: WholeDocument,
  { channel, to }: StoredDelivery,
): Promise<void> {
  const person = channel === 'mail' ? await findPerson(to) : undefined;
  const isRead = person
    ? mayRead({ ...document }, { sub: person.id, issuer })
    : channel === 'webhook' && document.audience.includes(issuer);
  if (!isRead)
    throw new InvalidReviewError(`${to} may not read this post-mortem any more. Share it with them first.`);
}

/** A review of a document that the caller may read. @throws NoSuchReviewForYouError */
async function visible(
  with_: Collaborators,
  caller: Caller,
  reviewId: string,
): Promise<{ review: StoredReview; document: WholeDocument }> {
  const review = await with_.records.get(reviewId);
  const document = review && (await with_.document(review.postMortemId));
  if (!document || !mayRead({ ...document }, caller)) throw new NoSuchReviewForYouError();
  return { review, document };
}

function refuseOver(review: StoredReview): void {
  if (review.endedAt)
    throw new InvalidReviewError('This review is over: it broke off. Ask its author to submit it again.');
}

async function settle(with_: Collaborators, { id }: StoredReview, decision: Decision): Promise<void> {
  const standing = await with_.records.decide(id, decision);
  if (standing.by?.id !== decision.by?.id || standing.at !== decision.at)
    throw new AlreadyDecidedError(standing);
}

/** Wakes the workflow. Read after the decision: a wait that begins later than it looks for it by itself. */
async function wake(with_: Collaborators, reviewId: string): Promise<StoredReview> {
  const review = await with_.records.get(reviewId);
  if (!review) throw new NoSuchReviewForYouError();
  await wakeWaiting(with_, review);
  return review;
}

/** Wakes the workflow of a review if it waits. One that could not be woken looks by itself later. */
export async function wakeWaiting(
  { wakeUp, warn }: Pick<Collaborators, 'wakeUp' | 'warn'>,
  { id, callbackId, stage }: StoredReview,
): Promise<void> {
  if (callbackId && stage === 'WAITING')
    await wakeUp(callbackId).catch((error: unknown) => warn(`${id} sleeps on.`, error));
}
