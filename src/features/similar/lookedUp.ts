import { LIMITS } from '../../../domain/limits';
import { explain, OfflineError, SessionExpiredError } from '../../data/errors';
import type { SimilarIncident } from '../../data/types';

/** What is said beneath a title: nothing, earlier incidents that it may be about, or why they could not be looked up. */
export type Before =
  | { kind: 'quiet' }
  | { kind: 'found'; items: readonly SimilarIncident[] }
  | { kind: 'failed'; why: string };

export const QUIET: Before = { kind: 'quiet' };

/** Less is no title yet, and more is none that could be saved. */
const SHORTEST = 8;
const LONGEST = LIMITS.titleLength;

/**
 * Looks a title up. Nobody has asked, so nothing is said where nothing is found, of what is no title yet, and without
 * a connection; the page tells of an ended session where that matters to what is written.
 */
export async function lookedUp(
  title: string,
  { find, isOnline }: { find: (text: string) => Promise<SimilarIncident[]>; isOnline: boolean },
): Promise<Before> {
  const text = title.trim();
  if (text.length < SHORTEST || text.length > LONGEST || !isOnline) return QUIET;
  try {
    const items = await find(text);
    return items.length > 0 ? { kind: 'found', items } : QUIET;
  } catch (error) {
    if (error instanceof OfflineError || error instanceof SessionExpiredError) return QUIET;
    return { kind: 'failed', why: explain(error).message };
  }
}
