import { type RefObject, useEffect, useState } from 'react';
import { LIMITS } from '../../../../domain/limits';
import type { Part } from './Formatted';
import type { Formatter } from './useFormatter';

/** Characters before and behind what is seen, so that scrolling meets no unformatted line. */
const AROUND = 4_000;

/**
 * Of a text that is too long to be saved, what is on the screen: only that is formatted. Null for all others,
 * which are formatted whole.
 */
export function useSeenPart(
  text: string,
  field: RefObject<HTMLTextAreaElement | null>,
  formatted: RefObject<HTMLDivElement | null>,
  formatter: Formatter | null,
): Part | null {
  const isLong = text.length > LIMITS.sectionLength;
  const [middle, setMiddle] = useState(0);
  useEffect(() => {
    if (!isLong || !formatter) return;
    let frame = 0;
    const look = () => {
      frame = 0;
      const [above, page] = [field.current, formatted.current];
      if (!above || !page) return;
      const { left, top, bottom } = above.getBoundingClientRect();
      const clientY = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
      const seen = formatter.placeAt(above, page, { clientX: left + 40, clientY });
      // A step in between would draw it anew for every line.
      if (seen) setMiddle(Math.round(seen.offset / AROUND) * AROUND);
    };
    const plan = () => {
      frame ||= requestAnimationFrame(look);
    };
    plan();
    addEventListener('scroll', plan, { passive: true });
    addEventListener('resize', plan);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', plan);
      removeEventListener('resize', plan);
    };
  }, [isLong, field, formatted, formatter]);
  return isLong ? wholeParagraphs(text, middle - 2 * AROUND, middle + 2 * AROUND) : null;
}

/**
 * A part that begins and ends where paragraphs do, so that it reads as it would in the whole text, and so that
 * the browser need not lay out the rest of it with every key.
 */
function wholeParagraphs(text: string, from: number, to: number): Part {
  const before = from <= 0 ? -1 : text.lastIndexOf('\n\n', from);
  const after = to >= text.length ? -1 : text.indexOf('\n\n', to);
  const isFar = (from > 0 && (before < 0 || from - before > AROUND)) || after - to > AROUND;
  if (isFar) return { from: Math.max(0, from), to: Math.min(text.length, to), apart: false };
  return { from: before + 1, to: after < 0 ? text.length : after + 1, apart: true };
}
