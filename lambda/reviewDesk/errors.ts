import { type Decision, outcomeLabel } from '../../domain/humanReview';

/** Something that cannot be done to a review. The message is shown to whoever asked: what is wrong, and what to do. */
export class ReviewRefusedError extends Error {
  override name = 'ReviewRefusedError';
}

/** The request itself is wrong. */
export class InvalidReviewError extends ReviewRefusedError {
  override name = 'InvalidReviewError';
}

/** There is none, or the caller has nothing to do with it; the two are not told apart. */
export class NoSuchReviewForYouError extends ReviewRefusedError {
  override name = 'NoSuchReviewForYouError';
  constructor() {
    super('There is no such review among those that you may see.');
  }
}

/** The caller sees the review and may not decide, or may not call it off. */
export class NotYoursToDecideError extends ReviewRefusedError {
  override name = 'NotYoursToDecideError';
}

/** Somebody has decided, or the time was over, before this came. */
export class AlreadyDecidedError extends ReviewRefusedError {
  override name = 'AlreadyDecidedError';
  constructor(readonly decision: Decision) {
    super(
      `It is decided already: ${outcomeLabel(decision.outcome).toLowerCase()}${
        decision.by ? `, by ${decision.by.name}` : ''
      }, at ${decision.at.slice(0, 16).replace('T', ' ')} UTC. Yours was not counted; say it in a comment.`,
    );
  }
}

/** The text is not the one that was read. */
export class ChangedSinceReadError extends ReviewRefusedError {
  override name = 'ChangedSinceReadError';
  constructor() {
    super('It was changed since you opened it. Read what has changed, then decide.');
  }
}

/** A post-mortem has one review at a time. */
export class UnderReviewError extends ReviewRefusedError {
  override name = 'UnderReviewError';
  constructor() {
    super('It is under review already. Cancel that review first, or wait for its decision.');
  }
}

/** The record is there, but the workflow could not be started; trying again is safe. */
export class ReviewNotStartedError extends ReviewRefusedError {
  override name = 'ReviewNotStartedError';
  constructor(options: ErrorOptions) {
    super(
      'The review could not be started. Nothing has changed: wait a moment and submit it again.',
      options,
    );
  }
}

/** Others have written the record each time that it was to be changed. */
export class ReviewChangesError extends ReviewRefusedError {
  override name = 'ReviewChangesError';
  constructor() {
    super('This review is changing at this moment. Nothing of yours was taken out of it yet; try again.');
  }
}
