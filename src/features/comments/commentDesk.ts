import { type Comment, placeLabel, type Quote } from '../../../domain/comments/comment';
import { type Thread, threadsOf, withTold } from '../../../domain/comments/threads';
import { SessionExpiredError } from '../../data/errors';
import type { CommentStore } from '../../data/talk';
import { say, translated } from '../../language/say';
import type { CommentDrafts } from './drafts';

/** How long a deletion can be called off before the server hears of it, in seconds. */
export const UNDO_SECONDS = 10;
/** How much longer another page waits with it: the page on which it can be called off comes first. */
export const LATER_SECONDS = 5;

export interface DeskState {
  /** All of them, resolved ones too; null until they have been read. */
  threads: readonly Thread[] | null;
  /** Why they could not be read. */
  problem: unknown;
  /** What was said by others since the page was opened, for those who do not see it. */
  news: string;
  /** The thread that somebody wants to see, and how many such wishes there were. */
  shown: { threadId: string; wish: number } | null;
  /** The places that the page shows. */
  places: ReadonlySet<string>;
}

export interface DeskTools {
  postMortemId: string;
  userId: string;
  comments: CommentStore;
  drafts: CommentDrafts;
  /** In milliseconds since 1970. */
  now(): number;
  /** Calls back after so many milliseconds. Returns what calls it off. */
  after(milliseconds: number, callback: () => void): () => void;
  onSessionExpired(): void;
}

/** The comments on one document as one person sees them, kept up to date. Knows nothing of the screen. */
export class CommentDesk {
  #state: DeskState = { threads: null, problem: null, news: '', shown: null, places: new Set() };
  #comments: ReadonlyMap<string, Comment> = new Map();
  /** What is on its way out, and how that is hurried or called off; null once the server was asked. */
  readonly #leaving = new Map<string, { send(): void; undo(): void } | null>();
  /** What was deleted on another page, which may be open beside this one and call it off; and what ends waiting for it. */
  readonly #leavingElsewhere = new Map<string, () => void>();
  readonly #listeners = new Set<() => void>();
  readonly #stop: () => void;

  constructor(private readonly tools: DeskTools) {
    this.#stop = tools.comments.watch(tools.postMortemId, {
      onTold: (comment) => this.#hear(comment),
      // What was said before, or while the connection was away.
      onConnected: () => void this.read(),
      onInterrupted: () => {},
    });
    void this.read();
    for (const [id, dueAt] of tools.drafts.leaving()) this.#waitFor(id, dueAt);
  }

  readonly state = (): DeskState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get drafts(): CommentDrafts {
    return this.tools.drafts;
  }

  get userId(): string {
    return this.tools.userId;
  }

  /** Ends listening; what was deleted and not called off goes now. */
  leave(): void {
    this.#stop();
    for (const stopWaiting of this.#leavingElsewhere.values()) stopWaiting();
    this.sendDeletions();
  }

  /** Reads all comments. What goes wrong is told by the state; what was read before stays. */
  async read(): Promise<void> {
    try {
      this.#know(await this.tools.comments.of(this.tools.postMortemId));
      this.#set({ problem: null });
    } catch (problem) {
      if (problem instanceof SessionExpiredError) this.tools.onSessionExpired();
      else this.#set({ problem });
    }
  }

  /** @throws the errors of `errors.ts` */
  async add(comment: {
    id: string;
    threadId: string | null;
    place: string;
    quote: Quote | null;
    text: string;
  }): Promise<void> {
    const { comments, postMortemId } = this.tools;
    this.#know([await this.#asked(() => comments.add({ postMortemId, ...comment }))]);
  }

  async edit(id: string, text: string): Promise<void> {
    const { comments, postMortemId } = this.tools;
    this.#know([await this.#asked(() => comments.edit(postMortemId, id, text))]);
  }

  async resolve(threadId: string, isResolved: boolean): Promise<void> {
    const { comments, postMortemId } = this.tools;
    this.#know([await this.#asked(() => comments.resolve(postMortemId, threadId, isResolved))]);
  }

  /**
   * Takes a comment away here, and on the server when the time to call it off is over. Rejects when the server
   * would not; then it is there as before.
   */
  delete(id: string): Promise<void> {
    return new Promise((done, failed) => {
      const send = () => {
        stopWaiting();
        void this.#carryOut(id).then(done, failed);
      };
      const stopWaiting = this.tools.after(UNDO_SECONDS * 1_000, send);
      const undo = () => {
        stopWaiting();
        this.#forget(id);
        done();
      };
      this.#leaving.set(id, { send, undo });
      this.tools.drafts.keepLeaving(id, this.tools.now() + UNDO_SECONDS * 1_000);
      this.#show();
    });
  }

  /** Leaves a comment where it was. */
  undoDelete(id: string): void {
    this.#leaving.get(id)?.undo();
  }

  /** Does not wait any longer with what was deleted: the page is being left. */
  sendDeletions(): void {
    for (const waiting of [...this.#leaving.values()]) waiting?.send();
  }

  /** Asks the screen to show a thread. */
  show(threadId: string): void {
    this.#set({ shown: { threadId, wish: (this.#state.shown?.wish ?? 0) + 1 } });
  }

  /** Notes that the page shows this place. @returns what ends that */
  mount(place: string): () => void {
    this.#set({ places: new Set([...this.#state.places, place]) });
    return () => this.#set({ places: new Set([...this.#state.places].filter((other) => other !== place)) });
  }

  #hear(comment: Comment): void {
    const isNew = !this.#comments.has(comment.id) && comment.deletedAt === null;
    this.#know([comment]);
    if (!isNew || comment.author.id === this.tools.userId) return;
    this.#set({
      news: say('{name} commented on {place}.', {
        name: comment.author.name,
        place: translated(placeLabel(comment.place)).toLowerCase(),
      }),
    });
  }

  async #carryOut(id: string): Promise<void> {
    const { comments, postMortemId } = this.tools;
    if (this.#comments.get(id)?.deletedAt) return this.#forget(id);
    // Hidden until the answer is here.
    this.#leaving.set(id, null);
    this.#show();
    try {
      this.#know([await this.#asked(() => comments.delete(postMortemId, id))]);
    } finally {
      this.#forget(id);
    }
  }

  /** Hides what another page has deleted, and carries it out when that page had its time and has not. */
  #waitFor(id: string, dueAt: number): void {
    const left = Math.min(dueAt - this.tools.now(), UNDO_SECONDS * 1_000) + LATER_SECONDS * 1_000;
    const stopWaiting = this.tools.after(Math.max(0, left), () => {
      this.#leavingElsewhere.delete(id);
      // Called off there, or done.
      if (this.tools.drafts.leaving().has(id)) void this.#carryOutLate(id);
      else this.#show();
    });
    this.#leavingElsewhere.set(id, stopWaiting);
  }

  /** What a page that was closed has left. Nobody waits for the answer, and a comment that is still there is seen. */
  async #carryOutLate(id: string): Promise<void> {
    try {
      await this.#carryOut(id);
    } catch (problem) {
      await this.read();
      if (this.#comments.get(id)?.deletedAt === null) this.#set({ problem });
    }
  }

  #forget(id: string): void {
    this.#leaving.delete(id);
    this.tools.drafts.forgetLeaving(id);
    this.#show();
  }

  async #asked<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof SessionExpiredError) this.tools.onSessionExpired();
      throw error;
    }
  }

  #know(told: readonly Comment[]): void {
    this.#comments = withTold(this.#comments, told);
    this.#show();
  }

  #show(): void {
    const isLeaving = (id: string) => this.#leaving.has(id) || this.#leavingElsewhere.has(id);
    if (this.#comments.size === 0 && this.#state.threads === null && this.#leaving.size > 0) return;
    const there = [...this.#comments.values()].map((comment) =>
      isLeaving(comment.id) ? { ...comment, text: '', deletedAt: comment.updatedAt } : comment,
    );
    this.#set({ threads: threadsOf(there) });
  }

  #set(change: Partial<DeskState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
