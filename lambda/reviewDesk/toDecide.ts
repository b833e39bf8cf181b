import { isOpen, mayDecide } from '../../domain/humanReview';
import type { StoredReview } from '../humanReview/records';
import type { Caller, Collaborators } from './collaborators';

/** Open reviews that the caller may decide on, the latest first. */
export async function toDecide(
  { records }: Pick<Collaborators, 'records'>,
  { sub, issuer }: Caller,
): Promise<StoredReview[]> {
  const waiting = await records.at('WAITING');
  return waiting.filter(
    (review) =>
      isOpen(review) && review.request.issuer === issuer && mayDecide(review, sub, review.documentOwner),
  );
}
