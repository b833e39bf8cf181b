import { useCallback, useEffect, useState } from 'react';
import type { ActionListing } from '../../domain/actions/openActions';
import { NotFoundOrNotYoursError, SessionExpiredError } from '../data/errors';
import { useServices } from '../data/services';
import type { PostMortemStore, SignedInUser } from '../data/types';
import { ActionsView, type Reading } from '../features/actions/ActionsView';

/** Every open action of what this user owns, was given to edit, or may read because it is published. */
export default function ActionsPage(props: { user: SignedInUser; onSessionExpired: () => void }) {
  const { user, onSessionExpired } = props;
  const { actions, postMortems } = useServices();
  const [reading, setReading] = useState<Reading>({ kind: 'loading' });
  const read = useCallback(async () => {
    setReading({ kind: 'loading' });
    try {
      const [owned, published, shared] = await Promise.all([
        actions.list(user.id),
        actions.list(null),
        sharedOnes(postMortems, user.id),
      ]);
      // One that is published and one's own is one.
      const all = [...published.listings, ...shared, ...owned.listings];
      const listings = [...new Map(all.map((one) => [one.id, one])).values()];
      setReading({ kind: 'read', listings, isWhole: owned.isWhole && published.isWhole });
    } catch (error) {
      if (error instanceof SessionExpiredError) onSessionExpired();
      else setReading({ kind: 'failed', error });
    }
  }, [actions, postMortems, user.id, onSessionExpired]);
  useEffect(() => void read(), [read]);
  return <ActionsView reading={reading} userId={user.id} postMortems={postMortems} onReadAgain={read} />;
}

/** So many that others shared are read, those shared last: each is one document. */
const SHARED_READ = 30;

/** What others shared with this person, whatever its status. */
async function sharedOnes(postMortems: PostMortemStore, userId: string): Promise<ActionListing[]> {
  const query = { severity: '', status: '', limit: SHARED_READ, next: null } as const;
  const { items } = await postMortems.listShared(userId, query);
  const found = await Promise.all(
    items.map(async ({ id }) => {
      try {
        return [await postMortems.get(id)];
      } catch (error) {
        // It was deleted, or is no longer shared.
        if (error instanceof NotFoundOrNotYoursError) return [];
        throw error;
      }
    }),
  );
  return found.flat();
}
