import { useCallback } from 'react';
import { useNotify } from '../components/Notices';
import { contentOf } from '../data/content';
import { CALL_OFF_SECONDS, type Deletions } from '../data/deletions';
import { explain } from '../data/errors';
import { useServices } from '../data/services';
import type { UnsavedWorkJournal } from '../data/unsavedWork';

/**
 * Deletes a post-mortem and offers to undo it. Until the server hears of it, undoing leaves everything as it
 * was; after that the document is created again as it was read before, without the drafts, which are gone. The
 * notice says which. Resolves when it is on its way out. Rejects when it cannot be read.
 */
export function useDeletion(
  journal: UnsavedWorkJournal,
  deletions: Deletions,
  onRestored: (id: string) => void,
) {
  const { postMortems } = useServices();
  const notify = useNotify();
  return useCallback(
    async (id: string) => {
      const deleted = await postMortems.get(id);
      const title = `“\u2068${deleted.title}\u2069”`;
      const complain = (error: unknown, again: () => void) => {
        const { message, advice } = explain(error);
        notify({ text: `${message} ${advice}`, action: { label: 'Try again', run: again } });
      };
      const createAgain = async () => {
        try {
          await postMortems.create(id, contentOf(deleted), deleted.editors);
          onRestored(id);
        } catch (error) {
          complain(error, () => void createAgain());
        }
      };
      const carryOut = async () => {
        let isTooLate = false;
        const takeAway = notify({
          text: `${title} and its drafts are deleted in ${CALL_OFF_SECONDS} seconds.`,
          action: {
            label: 'Undo',
            run: () => {
              isTooLate = !deletions.callOff(id);
            },
          },
        });
        try {
          const fate = await deletions.ask(id);
          takeAway();
          if (fate === 'calledOff') return onRestored(id);
          journal.clear(id);
          // Undone while the request was on its way.
          if (isTooLate) return await createAgain();
          notify({
            text: `Deleted ${title} and its drafts. Undo brings back the text alone.`,
            action: { label: 'Undo', run: () => void createAgain() },
          });
        } catch (error) {
          takeAway();
          onRestored(id);
          complain(error, () => void carryOut());
        }
      };
      void carryOut();
    },
    [postMortems, journal, deletions, notify, onRestored],
  );
}
