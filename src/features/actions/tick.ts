import type { OpenAction } from '../../../domain/actions/openActions';
import type { ActionItem } from '../../../domain/postMortem';
import { RefusedError, RevisionConflictError } from '../../data/errors';
import type { PostMortemStore } from '../../data/types';
import { say } from '../../language/say';

const isSame = (a: ActionItem, b: ActionItem): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Marks an action as done (or open again) in its document: what stands there now is read, that row changed, and
 * saved if nobody has saved in between; otherwise it is read once more.
 * @throws RefusedError when the row is not there as it was shown; RevisionConflictError and the store's others
 */
export async function tick(postMortems: PostMortemStore, action: OpenAction, done: boolean): Promise<void> {
  try {
    await tickOnce(postMortems, action, done);
  } catch (error) {
    if (!(error instanceof RevisionConflictError)) throw error;
    await tickOnce(postMortems, action, done);
  }
}

async function tickOnce(postMortems: PostMortemStore, action: OpenAction, done: boolean): Promise<void> {
  const { postMortemId, item, row } = action;
  const { revision, actionItems } = await postMortems.get(postMortemId);
  const shown = { ...item, done: !done };
  // Rows move when others are put in above; the same words in the same place come first.
  const found = [row, ...actionItems.keys()].find((at) => {
    const there = actionItems[at];
    return there !== undefined && isSame(there, shown);
  });
  if (found === undefined) {
    throw new RefusedError(
      say('Somebody has changed this action in the meantime. Open its post-mortem to see it.'),
    );
  }
  const changed = actionItems.map((one, at) => (at === found ? { ...one, done } : one));
  await postMortems.update(postMortemId, revision, { actionItems: changed }, { actionItems: 'typed' });
}
