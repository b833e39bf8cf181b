import { SessionExpiredError } from '../../data/errors';
import type { ReviewStore, ShownReview } from '../../data/reviews';
import { goesOn, type KnownReview, latestFirst, merged, newsIn } from './news';

/** How soon a review is looked at after something has happened, in milliseconds; it grows while nothing does. */
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 30_000;
const GROWTH = 1.5;
/** Looks after something was asked for that a review which is over shows late, such as a message sent again. */
const LOOKS_FOR_MORE = 6;

export interface ReviewsView {
  /** False until they have been read once. */
  isRead: boolean;
  /** The latest first. */
  reviews: readonly KnownReview[];
  /** How many more there are that cannot be shown. */
  unreadable: number;
  /** Why the last look failed; null when it did not. */
  error: unknown;
}

export interface FollowerCollaborators {
  postMortemId: string;
  reviews: Pick<ReviewStore, 'of'>;
  /** Calls back after so many milliseconds. Returns what calls it off. */
  after(milliseconds: number, callback: () => void): () => void;
  /** Whether anybody can see the page: what nobody sees is not asked for. */
  isSeen(): boolean;
  /** Something has happened to a review since it was last looked at: the document may have moved with it. */
  onNews(before: readonly KnownReview[], now: readonly KnownReview[]): void;
  onSessionExpired(): void;
}

/** Follows the reviews of one post-mortem by looking again while one of them goes on, ever less often while nothing happens. */
export class ReviewFollower {
  #view: ReviewsView = { isRead: false, reviews: [], unreadable: 0, error: null };
  #pauseMs = FIRST_PAUSE_MS;
  #callOff: () => void = () => {};
  #isFollowing = false;
  #looksForMore = 0;
  /** Counts looks, so that an answer to an older one is dropped. */
  #looks = 0;
  readonly #listeners = new Set<() => void>();

  constructor(private readonly with_: FollowerCollaborators) {}

  readonly view = (): ReviewsView => this.#view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  follow(): void {
    this.#isFollowing = true;
    void this.look();
  }

  stop(): void {
    this.#isFollowing = false;
    this.#looks += 1;
    this.#callOff();
  }

  /** The page is seen again, or the network is back: a tab that slept may have missed something. */
  comeBack(): void {
    if (!this.#isFollowing || !this.with_.isSeen()) return;
    this.#pauseMs = FIRST_PAUSE_MS;
    void this.look();
  }

  /** Looks now, and again in a while. */
  async look(): Promise<void> {
    this.#callOff();
    this.#looks += 1;
    const look = this.#looks;
    try {
      const { reviews, unreadable } = await this.with_.reviews.of(this.with_.postMortemId);
      if (look !== this.#looks) return;
      this.#view = { ...this.#view, unreadable };
      this.#take(merged(this.#view.reviews, reviews));
    } catch (error) {
      if (look !== this.#looks) return;
      if (error instanceof SessionExpiredError) return this.with_.onSessionExpired();
      this.#set({ error });
    }
    this.#arrange();
  }

  /** Something was asked for that shows in a moment. */
  hasten(): void {
    this.#looksForMore = LOOKS_FOR_MORE;
    this.#pauseMs = FIRST_PAUSE_MS;
    void this.look();
  }

  /** Takes the answer to something that was done here. */
  put(review: ShownReview): void {
    const others = this.#view.reviews.filter(({ id }) => id !== review.id);
    const known = this.#view.reviews.filter(({ id }) => id === review.id);
    this.#take(latestFirst([...merged(known, [review]), ...others]));
    this.#arrange();
  }

  #take(reviews: readonly KnownReview[]): void {
    const before = this.#view;
    this.#set({ isRead: true, reviews, error: null });
    if (!newsIn(before.reviews, reviews)) {
      this.#pauseMs = Math.min(LONGEST_PAUSE_MS, this.#pauseMs * GROWTH);
      return;
    }
    this.#pauseMs = FIRST_PAUSE_MS;
    // What was there before this page is no news.
    if (before.isRead) this.with_.onNews(before.reviews, reviews);
  }

  #arrange(): void {
    this.#callOff();
    const { reviews, error } = this.#view;
    const hasReason = error !== null || reviews.some(goesOn) || this.#looksForMore > 0;
    if (!this.#isFollowing || !hasReason) return;
    this.#looksForMore = Math.max(0, this.#looksForMore - 1);
    if (error !== null) this.#pauseMs = Math.min(LONGEST_PAUSE_MS, this.#pauseMs * GROWTH);
    this.#callOff = this.with_.after(this.#pauseMs, () => {
      if (this.with_.isSeen()) void this.look();
    });
  }

  #set(change: Partial<ReviewsView>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }
}
