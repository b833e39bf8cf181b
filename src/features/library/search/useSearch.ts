import { useCallback, useEffect, useRef, useState } from 'react';
import type { SearchHit, SearchPage, SearchQuery } from '../../../data/types';

/** What has been found so far. */
export interface Finding {
  /** What it answers; another one than is asked for while that is looked for. */
  text: string | null;
  items: readonly SearchHit[];
  count: number;
  isWhole: boolean;
  next: string | null;
  isSearching: boolean;
  error: unknown;
}

const NOTHING: Finding = {
  text: null,
  items: [],
  count: 0,
  isWhole: true,
  next: null,
  isSearching: true,
  error: null,
};

/**
 * What the server finds for a question, page by page. What was found for the one before stays until the first
 * answer. @param search must stay the same from one call to the next
 */
export function useSearch(
  search: (query: SearchQuery) => Promise<SearchPage>,
  { text, shelf, severity, status, service, tag, from, to, order }: Omit<SearchQuery, 'next'>,
): { finding: Finding; more: () => void; again: () => void } {
  const [finding, setFinding] = useState(NOTHING);
  // Counts questions, so that an answer to an older one is dropped.
  const asked = useRef(0);
  const ask = useCallback(
    async (next: string | null) => {
      asked.current += 1;
      const question = asked.current;
      setFinding((before) => ({ ...before, isSearching: true, error: null }));
      try {
        const page = await search({ text, shelf, severity, status, service, tag, from, to, order, next });
        if (question !== asked.current) return;
        setFinding((before) => ({
          ...page,
          text,
          items: next === null ? page.items : joined(before.items, page.items),
          isSearching: false,
          error: null,
        }));
      } catch (error) {
        if (question === asked.current) setFinding((before) => ({ ...before, isSearching: false, error }));
      }
    },
    [search, text, shelf, severity, status, service, tag, from, to, order],
  );
  useEffect(() => {
    void ask(null);
    return () => {
      asked.current += 1;
    };
  }, [ask]);
  const again = useCallback(() => void ask(null), [ask]);
  const more = () => {
    if (!finding.isSearching && finding.next !== null) void ask(finding.next);
  };
  return { finding, more, again };
}

/** What was saved between two pages may come a second time. */
function joined(before: readonly SearchHit[], page: readonly SearchHit[]): SearchHit[] {
  const known = new Set(before.map(({ id }) => id));
  return [...before, ...page.filter(({ id }) => !known.has(id))];
}
