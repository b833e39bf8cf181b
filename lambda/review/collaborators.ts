import type { Decision, Pointer, ReviewRemark, ReviewRequest } from '../../domain/humanReview';
import type { PlannedFollowUp } from '../../domain/humanReview/followUps';
import type { Message } from '../../domain/humanReview/messages';
import type { StoredDelivery } from '../humanReview/deliveries';
import type { ReviewRecords, StoredReview } from '../humanReview/records';
import type { WholeDocument } from '../wholeDocument';
import type { WriteFollowUp } from './followUpText';

/** Everything with a clock or a network. Each is only ever called inside a step. */
export interface Collaborators {
  now: () => Date;
  records: ReviewRecords;
  document: (postMortemId: string) => Promise<WholeDocument | undefined>;
  /** Puts a document into review, for those who are to decide. @throws ReviewOverError */
  submit: (request: ReviewRequest) => Promise<void>;
  /** Publishes what was approved, if it still says that; answers what to know of it. */
  publish: (request: ReviewRequest, decision: Decision) => Promise<{ isPublished: boolean; note: string }>;
  /** Back to draft, from being reviewed; what was moved elsewhere meanwhile stays there. */
  giveBack: (request: ReviewRequest, decision: Decision) => Promise<string>;
  check: (document: WholeDocument) => ReviewRemark[];
  findRelated: (request: ReviewRequest) => Promise<Pointer[]>;
  findSimilar: (request: ReviewRequest) => Promise<Pointer[]>;
  post: Post;
  writeFollowUp: WriteFollowUp;
  /** Wakes the execution that waits, where somebody has decided before it did. */
  wakeUp: (callbackId: string) => Promise<void>;
}

/** Tells people, each once. Answers how each delivery stands. @throws SendFailedError to try again */
export interface Post {
  reviewers(request: ReviewRequest, what: string, message: Message): Promise<StoredDelivery[]>;
  author(request: ReviewRequest, what: string, message: Message): Promise<StoredDelivery[]>;
  owner(request: ReviewRequest, planned: PlannedFollowUp, message: Message): Promise<StoredDelivery[]>;
  /**
   * @param message what it says, where its delivery does not keep that any more
   * @param attempt the one that somebody saw; the last one where an earlier version has not told it
   */
  again(
    review: StoredReview,
    key: string,
    message: Message | undefined,
    attempt: number | undefined,
  ): Promise<StoredDelivery>;
  /** Where the page of a document is; empty where that is not known. */
  linkTo(postMortemId: string): string;
}
