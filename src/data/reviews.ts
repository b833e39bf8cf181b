import type { Decision, Review, ReviewerVerdict } from '../../domain/humanReview';
import type { ThemeId } from '../../domain/themes';

/** A review as the API answers it. Which text was decided on stays with the functions. */
export interface ShownReview extends Omit<Review, 'decision'> {
  decision: Omit<Decision, 'fingerprint'> | null;
}

/** Reviews, and how many more hold what the schema does not allow, so that they cannot be shown. */
export interface ListedReviews {
  reviews: ShownReview[];
  unreadable: number;
}

/** What is submitted, and to whom. Its id is given here, so that sending it twice submits it once. */
export interface Submission {
  id: string;
  postMortemId: string;
  /** E-mail addresses or ids; none for any colleague. */
  reviewers: readonly string[];
  /** What they should know; may be empty. */
  message: string;
  theme: ThemeId;
  /** Of the text that is submitted, by `fingerprintOf`. */
  fingerprint: string;
}

/** What a reviewer says. */
export interface Verdict {
  outcome: ReviewerVerdict;
  comment: string;
  /** Of the text that was read, by `fingerprintOf`. */
  fingerprint: string;
}

/**
 * Reviews of post-mortems by people. Every method throws a named error of `errors.ts` or `reviewErrors.ts`.
 */
export interface ReviewStore {
  /** Those of a post-mortem, the latest first; none that this person has nothing to do with. */
  of(postMortemId: string): Promise<ListedReviews>;
  /** Those that wait for this person's decision. */
  toDecide(): Promise<ListedReviews>;
  /** Those that this person has submitted, the latest first. */
  submitted(): Promise<ListedReviews>;
  /** @throws RefusedError in the server's words, such as that nobody has that address */
  submit(submission: Submission): Promise<ShownReview>;
  /** @throws StandsOtherwiseError when it is decided, changed or not this person's to decide */
  decide(reviewId: string, verdict: Verdict): Promise<ShownReview>;
  /**
   * Calls it off while it waits for a decision, or else the messages that would follow.
   * @throws StandsOtherwiseError when that is not what there is to call off
   */
  cancel(reviewId: string, whileOpen: boolean): Promise<ShownReview>;
  /** Sends a message again that failed, or of which nobody knows. @throws StandsOtherwiseError */
  sendAgain(reviewId: string, key: string): Promise<ShownReview>;
}

/** What a page about reviews needs to know of the backend. */
export interface ReviewServices {
  reviews: ReviewStore;
  /** How long people have to decide, and until open actions are asked about, in seconds. */
  waiting: { review: number; followUp: number };
  /** The page that lists durable executions, with the way to one of them at its end; null where there is none. */
  executions: string | null;
}
