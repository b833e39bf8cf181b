import { withoutPerson } from '../../domain/humanReview/person';
import type { Author } from '../../domain/postMortem';
import type { ReviewRecords, StoredReview } from './records';

/** Those with whom a review was started and who have erased their data since: its record has nobody in their place. */
export function erasedFrom({
  request,
  submittedBy,
  reviewers,
}: Pick<StoredReview, 'request' | 'submittedBy' | 'reviewers'>): Author[] {
  const there = new Set([submittedBy, ...reviewers].map(({ id }) => id));
  return [request.submittedBy, ...request.reviewers].filter(({ id }) => !there.has(id));
}

/** Others write the same record at the same time: a delivery, a bounce, somebody else who takes themselves out. */
const ATTEMPTS = 5;

/** Others wrote a review each time somebody was to be taken out of it. Whoever asked tries again. */
export class ErasureUnfinishedError extends Error {
  override name = 'ErasureUnfinishedError';
  constructor(readonly reviewId: string) {
    super(
      `Somebody who was erased still stands in what the review ${reviewId} was started with. Erase them again.`,
    );
  }
}

/**
 * Takes them out of what a review was started with, too. That had to stay while it could be started again, so this
 * is for one that has ended. @throws DynamoDbError, ErasureUnfinishedError
 */
export async function forgetErased(
  { get, change }: Pick<ReviewRecords, 'get' | 'change'>,
  reviewId: string,
): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const review = await get(reviewId);
    if (!review?.endedAt) return;
    const after = erasedFrom(review).reduce(
      (left, { id, name }) => withoutPerson(left, { id, address: name }),
      review,
    );
    if (after === review || (await change(review, after))) return;
  }
  throw new ErasureUnfinishedError(reviewId);
}
