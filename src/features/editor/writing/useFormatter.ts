import { useEffect, useState } from 'react';

/** Any sign of Markdown, or of a question to the author. Where there is none nothing is to be formatted. */
const SIGNS = /[*_`~[\]#>|\\<]|^[ \t]*(?:[-+]|\d{1,9}[.)])[ \t]|^(?:-{3,}|={3,})|https?:|www\.|@/m;

/** It draws a text, and knows which letter lies where. */
export type Formatter = typeof import('./Formatted');

/** It has arrived on this page before. */
let arrived: Formatter | null = null;

/**
 * What draws a text as its Markdown means it. It is fetched with the first sign of Markdown; the field works
 * without it. `missing` says that it could not be fetched; it is asked for again when the connection is back.
 */
export function useFormatter(text: string): { formatter: Formatter | null; missing: boolean } {
  const wanted = SIGNS.test(text);
  const [formatter, setFormatter] = useState(arrived);
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    if (!wanted || formatter) return;
    let left = false;
    const fetch = async () => {
      try {
        arrived = await import('./Formatted');
        if (left) return;
        setFormatter(arrived);
        setMissing(false);
      } catch {
        if (!left) setMissing(true);
      }
    };
    void fetch();
    window.addEventListener('online', fetch);
    return () => {
      left = true;
      window.removeEventListener('online', fetch);
    };
  }, [wanted, formatter]);
  return { formatter: wanted ? formatter : null, missing: wanted && missing };
}
