import type { Comment, Quote } from '../../domain/comments/comment';
import type { Presence } from '../../domain/comments/presence';

/** Something to be said. Its id is given here, so that sending it twice says it once. */
export interface NewComment {
  postMortemId: string;
  id: string;
  /** The comment that begins the thread it replies to, or null to begin one. */
  threadId: string | null;
  place: string;
  quote: Quote | null;
  text: string;
}

export interface LiveWatcher<Told> {
  onTold(told: Told): void;
  /** Live updates flow (again), and some may have been missed: read once. */
  onConnected(): void;
  onInterrupted(): void;
}

/** Comments on post-mortems. Every method throws a named error of `errors.ts`. */
export interface CommentStore {
  /** All of a post-mortem's, oldest first; none of one that is not shared with this person by name. */
  of(postMortemId: string): Promise<Comment[]>;
  add(comment: NewComment): Promise<Comment>;
  edit(postMortemId: string, id: string, text: string): Promise<Comment>;
  /** @param id of the comment that begins the thread */
  resolve(postMortemId: string, id: string, isResolved: boolean): Promise<Comment>;
  delete(postMortemId: string, id: string): Promise<Comment>;
  /** Tells of every change of a comment, one's own included. Returns what ends that. */
  watch(postMortemId: string, watcher: LiveWatcher<Comment>): () => void;
}

/** Who has a document in front of them. */
export interface PresenceService {
  /** Tells the others that this page is there. @throws the errors of `errors.ts` */
  announce(
    postMortemId: string,
    self: Pick<Presence, 'page' | 'place' | 'isWriting' | 'isLeaving'>,
  ): Promise<void>;
  watch(postMortemId: string, watcher: LiveWatcher<Presence>): () => void;
}

/** What people say to each other about a document, and that they are there. */
export interface TalkServices {
  comments: CommentStore;
  presence: PresenceService;
}
