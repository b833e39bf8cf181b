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

/**
 * Takes them out of what a review was started with, too. That had to stay while it could be started again, so this
 * is for one that has ended. @throws DynamoDbError
 */
export async function forgetErased(
  { get, change }: Pick<ReviewRecords, 'get' | 'change'>,
  reviewId: string,
): Promise<void> {
  const review = await get(reviewId);
  if (!review?.endedAt) return;
  const after = erasedFrom(review).reduce(
    (left, { id, name }) => withoutPerson(left, { id, address: name }),
    review,
  );
  // Somebody else who takes themselves out at this moment does the same.
  if (after !== review) await change(review, after);
}
