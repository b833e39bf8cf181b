import type { PostMortem } from '../../../domain/postMortem';
import { NotFoundOrNotYoursError, OfflineError } from '../../data/errors';
import type { UnsavedWork } from '../../data/unsavedWork';
import { WritingSession } from './writingSession';
import type { WritingTools } from './writingTools';

export type Opened =
  | { kind: 'session'; session: WritingSession }
  /** Nothing there for this user; `left` is text of theirs that only this device still has. */
  | { kind: 'missing'; left: readonly UnsavedWork[] };

interface Request {
  id: string;
  userId: string;
  /** The author asked for a new document, so that it does not exist is no error. */
  isNew: boolean;
}

/** Opens a post-mortem together with what an earlier visit left unsaved. @throws the store's other errors */
export async function openSession({ id, userId, isNew }: Request, tools: WritingTools): Promise<Opened> {
  const left = tools.journal.left(id);
  const session = (opened: PostMortem | null): Opened => ({
    kind: 'session',
    session: new WritingSession(id, tools, opened, left, userId),
  });
  try {
    return session(await tools.postMortems.get(id));
  } catch (error) {
    if (error instanceof NotFoundOrNotYoursError) {
      return isNew || left.some(({ baseRevision }) => baseRevision === 0)
        ? session(null)
        : { kind: 'missing', left };
    }
    if (error instanceof OfflineError && (isNew || left.length > 0)) return session(null);
    throw error;
  }
}
