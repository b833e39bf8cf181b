import { mayRead } from '../../domain/postMortem/access';
import type { StoredReview } from '../humanReview/records';
import type { Caller, Collaborators } from './collaborators';

/**
 * Reviews that the caller has asked for, the latest first. Only of what they may still read: what reviewers wrote and
 * what its follow-ups say is the document's, and an editor may have been taken off it since.
 */
export async function submitted(
  { records, accessOf }: Pick<Collaborators, 'records' | 'accessOf'>,
  caller: Caller,
): Promise<StoredReview[]> {
  const own = await records.submittedBy(caller.sub);
  const access = await accessOf(own.map(({ postMortemId }) => postMortemId));
  return own.filter(({ postMortemId }) => {
    const document = access.get(postMortemId);
    return document !== undefined && mayRead(document, caller);
  });
}
