import { useCallback } from 'react';
import { useNotify } from '../components/Notices';
import { explain } from '../data/errors';
import { useServices } from '../data/services';
import { dates } from '../language/formats';
import { say } from '../language/say';

const DAY = dates({ dateStyle: 'long' });

/**
 * Deletes a post-mortem, which puts it into the bin, and offers to undo it. Rejects when it could not be deleted;
 * then it is there as before.
 */
export function useDeletion(onRestored: (id: string) => void) {
  const { postMortems } = useServices();
  const notify = useNotify();
  return useCallback(
    async (id: string) => {
      const { title, goneAt } = await postMortems.bin(id);
      const named = `“\u2068${title}\u2069”`;
      const restore = async () => {
        try {
          await postMortems.restore(id);
          onRestored(id);
        } catch (error) {
          const { message, advice } = explain(error);
          notify({
            text: say('{named} is still deleted. {message} {advice}', { named, message, advice }),
            action: { label: say('Try again'), run: () => void restore() },
          });
        }
      };
      notify({
        text: say('Deleted {named}. Until {day} it is under Recently deleted.', {
          named,
          day: DAY.format(new Date(goneAt)),
        }),
        action: { label: say('Undo'), run: () => void restore() },
      });
    },
    [postMortems, notify, onRestored],
  );
}
