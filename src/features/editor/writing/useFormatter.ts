import { useEffect, useState } from 'react';
import { untilFetched } from '../../../components/lazily';

/** Any sign of Markdown, or of a question to the author. Where there is none nothing is to be formatted. */
const SIGNS = /[*_`~[\]#>|\\<]|^[ \t]*(?:[-+]|\d{1,9}[.)])[ \t]|^(?:-{3,}|={3,})|https?:|www\.|@/m;

/** It draws a text, and knows which letter lies where. */
export type Formatter = typeof import('./Formatted');

/** It has arrived on this page before. */
let arrived: Formatter | null = null;

/**
 * What draws a text as its Markdown means it; null until it has arrived. It is fetched with the first sign of
 * Markdown; the field works without it, and the page says when it does not come.
 */
export function useFormatter(text: string): Formatter | null {
  const wanted = SIGNS.test(text);
  const [formatter, setFormatter] = useState(arrived);
  useEffect(() => {
    if (!wanted || formatter) return;
    let left = false;
    const fetch = async () => {
      arrived = await import('./Formatted');
      if (!left) setFormatter(arrived);
    };
    void untilFetched(fetch);
    return () => {
      left = true;
    };
  }, [wanted, formatter]);
  return wanted ? formatter : null;
}
