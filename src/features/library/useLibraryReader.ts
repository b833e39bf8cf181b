import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { SessionExpiredError } from '../../data/errors';
import type { ListingPage, ListingQuery } from '../../data/types';
import { LibraryReader, type Reading } from './libraryReader';

/** A reader of a library, and what it has read. @param list must stay the same from one call to the next */
export function useLibraryReader(
  list: (query: ListingQuery) => Promise<ListingPage>,
  onSessionExpired: () => void,
): { reader: LibraryReader; reading: Reading } {
  const reader = useMemo(() => new LibraryReader(list), [list]);
  const reading = useSyncExternalStore(reader.subscribe, reader.reading);
  useEffect(() => () => reader.stop(), [reader]);
  const isExpired = reading.error instanceof SessionExpiredError;
  useEffect(() => {
    if (isExpired) onSessionExpired();
  }, [isExpired, onSessionExpired]);
  return { reader, reading };
}
