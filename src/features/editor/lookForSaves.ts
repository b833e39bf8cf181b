import { isLater } from '../../../domain/postMortem/nextRevision';
import type { PostMortemStore } from '../../data/types';
import { EVERYWHERE_AFTER_MS } from './readLater';
import type { WritingSession } from './writingSession';
import type { WritingState } from './writingState';
import type { WritingTools } from './writingTools';

/** How often others' saves are looked for while somebody has the document in front of them, in milliseconds. */
export const LOOK_MS = 5_000;
/** And how often once nobody has moved anything for so long and nothing has come in: the page is open, and left. */
const LOOK_LEFT_MS = 60_000;
const LEFT_AFTER_MS = 3 * 60_000;

/**
 * What looks whether somebody else has saved a document, and takes it over. Whoever is amid writing is left alone:
 * the next save brings both together. One look at a time; what goes wrong is said by the session, which meets it too.
 * @returns of each look, false when it has seen nothing new
 */
export function lookForSaves(session: WritingSession, postMortems: PostMortemStore): () => Promise<boolean> {
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
    if (isLooking) return false;
    if (!isAtRest()) return true;
    isLooking = true;
    const { revision } = session.state();
    try {
      if ((await hasChanged()) && isAtRest()) await session.refresh();
      return session.state().revision !== revision;
    } finally {
      isLooking = false;
    }
  };
}

/**
 * Looks because there is something new to see, and once more where the answer was from before it.
 * @returns what calls the second look off
 */
export function lookForNews(look: () => Promise<boolean>, after: WritingTools['after']): () => void {
  let stop = () => {};
  let isOff = false;
  void look().then((isSeen) => {
    if (!isSeen && !isOff) stop = after(EVERYWHERE_AFTER_MS, () => void look());
  });
  return () => {
    isOff = true;
    stop();
  };
}

/**
 * How often others' saves are looked for, in milliseconds; null where nobody else saves, or nobody is looking. Who
 * only reads what is published reads it as it was when they opened it.
 * @param page whether it is in sight, and how long since somebody moved something in it or something came in
 */
export function lookEvery(
  state: Pick<WritingState, 'owner' | 'editors' | 'commenters' | 'readers' | 'save'>,
  userId: string,
  page: { isInSight: boolean; restedMs: number },
): number | null {
  const others = [...state.editors, ...state.commenters, ...state.readers];
  const isShared = state.owner === userId ? others.length > 0 : others.includes(userId);
  if (!isShared || !page.isInSight || state.save.kind !== 'saved') return null;
  return page.restedMs < LEFT_AFTER_MS ? LOOK_MS : LOOK_LEFT_MS;
}
