import type { StoredReview } from '../humanReview/records';
import { ofReadable } from './access';
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
  return (await ofReadable(accessOf, own, caller)).map(({ review }) => review);
}
