import { useCallback, useEffect, useRef } from 'react';
import { say } from '../language/say';
import { useNotify } from './Notices';

/**
 * Says what just happened, and offers to take it back as long as what it happened to is on the screen: nobody
 * can take something back in a document that they have left.
 */
export function useUndoNotice(): (text: string, undo: () => void) => void {
  const notify = useNotify();
  const said = useRef(new Set<() => void>());
  useEffect(() => {
    const notices = said.current;
    return () => {
      for (const dismiss of notices) dismiss();
    };
  }, []);
  return useCallback(
    (text, undo) => {
      said.current.add(notify({ text, action: { label: say('Undo'), run: undo } }));
    },
    [notify],
  );
}
