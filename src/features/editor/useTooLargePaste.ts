import type { ClipboardEvent } from 'react';
import { LIMITS } from '../../../domain/limits';
import { useNotify } from '../../components/Notices';
import { numberWords, say } from '../../language/say';

/** Whether a text could be saved nowhere in a document: its characters are more than its bytes may be. */
export const isTooLarge = (text: string): boolean => text.length > LIMITS.documentBytes;

/**
 * What to do with a paste that no field has taken: more text than a document can hold is kept out and told about, as
 * it would take a browser a minute to lay out what could not be saved. It stays on the clipboard.
 */
export function useTooLargePaste(): (event: ClipboardEvent) => void {
  const notify = useNotify();
  return (event) => {
    const text = event.clipboardData.getData('text/plain');
    // What is pasted into a dialog is not put into the document as it stands.
    const isElsewhere = event.target instanceof Element && event.target.closest('dialog') !== null;
    if (event.defaultPrevented || isElsewhere || !isTooLarge(text)) return;
    event.preventDefault();
    notify({
      text: say('That is {size} KB, and a document holds {most}. Nothing was pasted.', {
        size: numberWords(Math.ceil(text.length / 1_000)),
        most: numberWords(LIMITS.documentBytes / 1_000),
      }),
    });
  };
}
