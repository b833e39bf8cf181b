import { isOpen, mayDecide } from '../../domain/humanReview';
import { mayRead } from '../../domain/postMortem/access';
import type { StoredReview } from '../humanReview/records';
import type { Caller, Collaborators } from './collaborators';

/**
 * Open reviews that the caller may decide on, the latest first. Only of what they may read as it stands now: it may
 * have been taken from them, or out of everybody's sight, since they were asked.
 */
export async function toDecide(
  { records, accessOf }: Pick<Collaborators, 'records' | 'accessOf'>,
  caller: Caller,
): Promise<StoredReview[]> {
  const waiting = (await records.at('WAITING')).filter(
    (review) => isOpen(review) && review.request.issuer === caller.issuer,
  );
  // Before anything is looked up: most of what waits names other people.
  const asked = waiting.filter((review) => mayDecide(review, caller.sub, ''));
  const access = await accessOf(asked.map(({ postMortemId }) => postMortemId));
  return asked.filter((review) => {
    const document = access.get(review.postMortemId);
    return document && mayRead(document, caller) && mayDecide(review, caller.sub, document.owner);
  });
}
