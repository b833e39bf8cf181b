import { isOpen } from '../../domain/humanReview';
import { takesPart, withoutPerson } from '../../domain/humanReview/person';
import { forgetErased } from '../humanReview/erased';
import { NoSuchReviewError, type StoredReview } from '../humanReview/records';
import type { Caller, Collaborators } from './collaborators';
import { wakeWaiting } from './decide';
import { ReviewChangesError } from './errors';
import { namedSelf } from './namedSelf';
import { text } from './request';

type Input = Readonly<Record<string, unknown>>;

/** Pages of the table, of a megabyte at most, that one answer may take; AppSync gives up after 30 s. */
const PAGES = 8;

/**
 * Reviews that the caller has had a part in, for those who take their data along or erase them: submitted, asked
 * to decide, decided, called off. There is no index by person, as nobody asks for this twice; a page can be empty
 * and not the last.
 */
export async function ownReviews(
  { records }: Pick<Collaborators, 'records'>,
  { sub, issuer }: Caller,
  { nextToken }: Input,
): Promise<{ items: StoredReview[]; nextToken: string | null }> {
  const items: StoredReview[] = [];
  let after = typeof nextToken === 'string' ? nextToken : null;
  for (let page = 0; page < PAGES; page += 1) {
    const some = await records.some(after);
    items.push(
      ...some.reviews.filter((review) => review.request.issuer === issuer && takesPart(review, sub)),
    );
    after = some.after;
    if (after === null) break;
  }
  return { items, nextToken: after };
}

/** Others write the same record at the same time: the workflow, a delivery, somebody who decides. */
const ATTEMPTS = 5;

/**
 * Takes the caller out of a review: nobody stands in their place, and what they said is emptied. One that they have
 * submitted and that still waits is called off first. What it was started with stays until it is over, as it could
 * not be started again without; so does what its execution has written down, as long as that is kept.
 * @returns the review's id, also where there is nothing of theirs in it
 * @throws ReviewRefusedError, ErasureUnfinishedError
 */
export async function eraseMeFromReview(with_: Collaborators, caller: Caller, input: Input): Promise<string> {
  const reviewId = text(input, 'reviewId');
  const address = (await with_.findPerson(caller.sub))?.email;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const review = await with_.records.get(reviewId);
    if (!review || review.request.issuer !== caller.issuer) return reviewId;
    if (isOpen(review) && !review.endedAt && review.submittedBy.id === caller.sub) {
      await callOff(with_, caller, reviewId);
      continue;
    }
    const { request, ...rest } = withoutPerson(review, { id: caller.sub, address });
    const after = { ...rest, request: review.endedAt ? request : review.request };
    if (takesPart(review, caller.sub) && !(await with_.records.change(review, after))) continue;
    // It may have ended since it was read, and whatever ended it still saw them in it.
    await forgetErased(with_.records, reviewId);
    return reviewId;
  }
  throw new ReviewChangesError();
}

/**
 * Calls off what the caller has submitted. That they have is all it takes: the document may be in the bin, gone, or
 * not be shared with them any more. Where somebody was faster, their word stands.
 */
async function callOff(with_: Collaborators, caller: Caller, reviewId: string): Promise<void> {
  const [by, at] = [await namedSelf(with_, caller), with_.now().toISOString()];
  try {
    await with_.records.decide(reviewId, { outcome: 'CANCELLED', by, at, comment: '', fingerprint: '' });
  } catch (error) {
    if (error instanceof NoSuchReviewError) return;
    throw error;
  }
  // Read after the decision: a wait that begins later than it looks for it by itself.
  const review = await with_.records.get(reviewId);
  if (review) await wakeWaiting(with_, review);
}
