import { useCallback, useEffect, useRef, useState } from 'react';
import { SessionExpiredError } from '../../data/errors';
import type { PostMortemListing, PostMortemStore } from '../../data/types';

export interface Listings {
  items: PostMortemListing[];
  /** More pages are on their way: a search may not have seen everything yet. */
  loading: boolean;
  error: unknown;
  reload(): void;
  /** Takes one out of the list, before the server has confirmed. */
  leaveOut(id: string): void;
}

/** Everything this user owns, page by page from the owner index. */
export function useListings(
  postMortems: PostMortemStore,
  ownerId: string,
  onSessionExpired: () => void,
): Listings {
  const [items, setItems] = useState<PostMortemListing[]>([]);
  const [loading, setLoading] = useState(true);
  const [error, setError] = useState<unknown>(null);
  const latest = useRef(0);

  const read = useCallback(async () => {
    latest.current += 1;
    const run = latest.current;
    setLoading(true);
    setError(null);
    try {
      const found: PostMortemListing[] = [];
      let next: string | null = null;
      do {
        const page: { items: PostMortemListing[]; next: string | null } = await postMortems.listOwned(
          ownerId,
          next,
        );
        if (latest.current !== run) return;
        found.push(...page.items);
        setItems([...found]);
        next = page.next;
      } while (next !== null);
    } catch (cause) {
      if (latest.current !== run) return;
      if (cause instanceof SessionExpiredError) onSessionExpired();
      else setError(cause);
    }
    setLoading(false);
  }, [postMortems, ownerId, onSessionExpired]);

  const reload = useCallback(() => void read(), [read]);
  useEffect(() => {
    reload();
    return () => {
      latest.current += 1;
    };
  }, [reload]);

  const leaveOut = useCallback(
    (id: string) => setItems((now) => now.filter((listing) => listing.id !== id)),
    [],
  );
  return { items, loading, error, reload, leaveOut };
}
