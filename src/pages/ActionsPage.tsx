import { useCallback, useEffect, useState } from 'react';
import { SessionExpiredError } from '../data/errors';
import { useServices } from '../data/services';
import { sharedActions } from '../data/sharedActions';
import type { SignedInUser } from '../data/types';
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
        sharedActions(postMortems, user.id),
      ]);
      // One that is published and one's own is one.
      const all = [...published.listings, ...shared.listings, ...owned.listings];
      const listings = [...new Map(all.map((one) => [one.id, one])).values()];
      const readings = [owned, published, shared];
      setReading({
        kind: 'read',
        listings,
        isWhole: readings.every(({ isWhole }) => isWhole),
        hasUnreadable: readings.some(({ unreadable }) => unreadable > 0),
      });
    } catch (error) {
      if (error instanceof SessionExpiredError) onSessionExpired();
      else setReading({ kind: 'failed', error });
    }
  }, [actions, postMortems, user.id, onSessionExpired]);
  useEffect(() => void read(), [read]);
  return <ActionsView reading={reading} userId={user.id} postMortems={postMortems} onReadAgain={read} />;
}
