import { useEffect, useRef } from 'react';
import { say } from '../language/say';
import { PART_MISSING } from './lazily';
import { useNotify } from './Notices';

/** Says once that a part of the page has not arrived, until the connection is back. */
export function MissingParts() {
  const notify = useNotify();
  const isTold = useRef(false);
  useEffect(() => {
    const tell = () => {
      if (isTold.current) return;
      isTold.current = true;
      notify({
        text: say(
          'A part of this page has not arrived. It comes when the connection is back; if it does not, load the page again.',
        ),
      });
    };
    const forget = () => {
      isTold.current = false;
    };
    window.addEventListener(PART_MISSING, tell);
    window.addEventListener('online', forget);
    return () => {
      window.removeEventListener(PART_MISSING, tell);
      window.removeEventListener('online', forget);
    };
  }, [notify]);
  return null;
}
