import { useCallback, useEffect, useRef, useState } from 'react';
import { SessionExpiredError } from '../../data/errors';
import type { ListingPage, PostMortemListing, PostMortemStore } from '../../data/types';

export interface Listings {
  items: PostMortemListing[];
  /** Records that the server holds and cannot answer. */
  unreadable: number;
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
  const [unreadable, setUnreadable] = useState(0);
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
      let lost = 0;
      let next: string | null = null;
      do {
        const page: ListingPage = await postMortems.listOwned(ownerId, next);
        if (latest.current !== run) return;
        found.push(...page.items);
        lost += page.unreadable;
        setItems([...found]);
        setUnreadable(lost);
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
  return { items, unreadable, loading, error, reload, leaveOut };
}
