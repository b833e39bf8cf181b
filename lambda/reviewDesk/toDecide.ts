import { isOpen, mayDecide } from '../../domain/humanReview';
import type { StoredReview } from '../humanReview/records';
import { ofReadable } from './access';
import type { Caller, Collaborators } from './collaborators';

/** Open reviews that the caller may decide on, the latest first; only of what they may still read. */
export async function toDecide(
  { records, accessOf }: Pick<Collaborators, 'records' | 'accessOf'>,
  caller: Caller,
): Promise<StoredReview[]> {
  const waiting = (await records.at('WAITING')).filter(
    (review) => isOpen(review) && review.request.issuer === caller.issuer,
  );
  // Before anything is looked up: most of what waits names other people.
  const asked = waiting.filter((review) => mayDecide(review, caller.sub, ''));
  const readable = await ofReadable(accessOf, asked, caller);
  return readable
    .filter(({ review, document }) => mayDecide(review, caller.sub, document.owner))
    .map(({ review }) => review);
}
