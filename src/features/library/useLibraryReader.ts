import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { SessionExpiredError } from '../../data/errors';
import type { PostMortemStore } from '../../data/types';
import { LibraryReader, type Reading } from './libraryReader';

/** A reader of this user's library, and what it has read. */
export function useLibraryReader(
  postMortems: Pick<PostMortemStore, 'listOwned'>,
  ownerId: string,
  onSessionExpired: () => void,
): { reader: LibraryReader; reading: Reading } {
  const reader = useMemo(() => new LibraryReader(postMortems, ownerId), [postMortems, ownerId]);
  const reading = useSyncExternalStore(reader.subscribe, reader.reading);
  useEffect(() => () => reader.stop(), [reader]);
  const isExpired = reading.error instanceof SessionExpiredError;
  useEffect(() => {
    if (isExpired) onSessionExpired();
  }, [isExpired, onSessionExpired]);
  return { reader, reading };
}
