import { type RefObject, useEffect, useState } from 'react';
import type { Quote } from '../../../domain/comments/comment';
import { elementOf, selectedIn } from './placesInPage';

/** Selecting goes on while the pointer or the arrow keys move. */
const SETTLED_MS = 200;

/**
 * The words of a section that are selected, once the selection rests, null when none are; and what lets go of them
 * until others are selected.
 */
export function useSelected(
  place: string,
  text: RefObject<string | null>,
  isWanted: boolean,
): [Quote | null, () => void] {
  const [selected, setSelected] = useState<Quote | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      const section = elementOf(place);
      const found = section && text.current !== null ? selectedIn(section, text.current) : null;
      if (found !== undefined) setSelected(found);
    };
    const changed = () => {
      clearTimeout(timer);
      timer = setTimeout(look, SETTLED_MS);
    };
    document.addEventListener('selectionchange', changed);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('selectionchange', changed);
    };
  }, [place, text, isWanted]);
  return [isWanted ? selected : null, () => setSelected(null)];
}
