import { isLater } from '../../../domain/postMortem/nextRevision';
import type { PostMortemStore } from '../../data/types';
import type { WritingSession } from './writingSession';

/** How often others' saves are looked for while somebody has the document in front of them, in milliseconds. */
export const LOOK_MS = 5_000;

/**
 * What looks whether somebody else has saved a document, and takes it over. Whoever is amid writing is left alone:
 * the next save brings both together. One look at a time; what goes wrong is said by the session, which meets it too.
 */
export function lookForSaves(session: WritingSession, postMortems: PostMortemStore): () => Promise<void> {
  let isLooking = false;
  const isAtRest = () => session.state().save.kind === 'saved';
  const hasChanged = async () => {
    try {
      return isLater(await postMortems.revisionOf(session.id), session.state().revision);
    } catch {
      // Reading all of it runs into the same, and the session tells it.
      return true;
    }
  };
  return async () => {
    if (isLooking || !isAtRest()) return;
    isLooking = true;
    try {
      if ((await hasChanged()) && isAtRest()) await session.refresh();
    } finally {
      isLooking = false;
    }
  };
}
