import { useCallback } from 'react';
import { useNotify } from '../components/Notices';
import { contentOf } from '../data/content';
import { explain } from '../data/errors';
import { useServices } from '../data/services';
import type { UnsavedWorkJournal } from '../data/unsavedWork';

/**
 * Deletes a post-mortem and offers to undo it. The document is read before, so that "Undo" can create it
 * again exactly as it was; nothing depends on a clock. Rejects when it could not be deleted.
 */
export function useDeletion(journal: UnsavedWorkJournal, onRestored: (id: string) => void) {
  const { postMortems } = useServices();
  const notify = useNotify();
  return useCallback(
    async (id: string) => {
      const deleted = await postMortems.get(id);
      await postMortems.delete(id);
      journal.clear(id);
      const undo = async () => {
        try {
          await postMortems.create(id, contentOf(deleted), deleted.editors);
          onRestored(id);
        } catch (error) {
          const { message, advice } = explain(error);
          notify({ text: `${message} ${advice}`, action: { label: 'Try again', run: () => void undo() } });
        }
      };
      notify({
        text: `Deleted “\u2068${deleted.title}\u2069”.`,
        action: { label: 'Undo', run: () => void undo() },
      });
    },
    [postMortems, journal, notify, onRestored],
  );
}
