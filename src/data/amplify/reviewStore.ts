import outputs from '../../../amplify_outputs.json';
import type { Waiting } from '../../../domain/humanReview';
import { waitingOf } from '../../../domain/humanReview/waiting';
import { type DataError, OfflineError, RefusedError } from '../errors';
import { NotSentError, ReviewBrokeOffError, StandsOtherwiseError } from '../reviewErrors';
import type { ListedReviews, ReviewServices, ShownReview } from '../reviews';
import { requestList, requestRecord } from './graphql';

const PERSON = 'id name';
const REVIEW = `id postMortemId title documentOwner submittedBy { ${PERSON} } submittedAt reviewers { ${PERSON} }
  message fingerprint stage progress dueAt remindAt decision { outcome by { ${PERSON} } at comment } note
  remarks { kind where message } pointers { id title why }
  followUps { key owner actions sendAt state message writtenBy } calledOff { by { ${PERSON} } at }
  steps { name at detail } deliveries { key about to state at why } endedAt`;

const OF_POST_MORTEM = `query ReviewsOfPostMortem($postMortemId: ID!) {
  reviewsOfPostMortem(postMortemId: $postMortemId) { ${REVIEW} }
}`;
const TO_DECIDE = `query ReviewsToDecide { reviewsToDecide { ${REVIEW} } }`;
const SUBMITTED = `query ReviewsSubmitted { reviewsSubmitted { ${REVIEW} } }`;
const SUBMIT = `mutation SubmitForReview(
  $id: ID!, $postMortemId: ID!, $reviewers: [String!]!, $message: String!, $theme: String!, $fingerprint: String!
) {
  submitForReview(
    id: $id, postMortemId: $postMortemId, reviewers: $reviewers, message: $message, theme: $theme,
    fingerprint: $fingerprint
  ) { ${REVIEW} }
}`;
const DECIDE = `mutation DecideReview(
  $reviewId: ID!, $outcome: ReviewVerdict!, $comment: String!, $fingerprint: String!
) {
  decideReview(reviewId: $reviewId, outcome: $outcome, comment: $comment, fingerprint: $fingerprint) { ${REVIEW} }
}`;
const CANCEL = `mutation CancelReview($reviewId: ID!, $whileOpen: Boolean!) {
  cancelReview(reviewId: $reviewId, whileOpen: $whileOpen) { ${REVIEW} }
}`;
const SEND_AGAIN = `mutation SendReviewMessageAgain($reviewId: ID!, $key: String!) {
  sendReviewMessageAgain(reviewId: $reviewId, key: $key) { ${REVIEW} }
}`;

const all = async (query: string, variables: Record<string, unknown> = {}): Promise<ListedReviews> => {
  const { items, unreadable } = await requestList<ShownReview>(query, variables);
  return { reviews: items, unreadable };
};

/** Something done to a review that stands: whatever the server refuses, it stands otherwise than was thought. */
async function done(
  mutation: string,
  variables: { reviewId: string; [name: string]: unknown },
): Promise<ShownReview> {
  try {
    return await requestRecord<ShownReview>(mutation, variables);
  } catch (error) {
    if (error instanceof RefusedError)
      throw new StandsOtherwiseError(error.message, variables.reviewId, { cause: error });
    throw notSent(error);
  }
}

const notSent = (error: unknown): DataError | unknown =>
  error instanceof OfflineError ? new NotSentError({ cause: error }) : error;

// What a file of another backend, or of another day, does not say is missing in its type too.
const { waiting, executions }: { waiting?: Waiting; executions?: string } = outputs.custom ?? {};

/** Reviews behind the Amplify data client. */
export const amplifyReviews: ReviewServices = {
  waiting: waiting ?? waitingOf({}),
  executions: executions ?? null,
  reviews: {
    of: (postMortemId) => all(OF_POST_MORTEM, { postMortemId }),
    toDecide: () => all(TO_DECIDE),
    submitted: () => all(SUBMITTED),
    async submit(submission) {
      let review: ShownReview;
      try {
        review = await requestRecord<ShownReview>(SUBMIT, { ...submission });
      } catch (error) {
        throw notSent(error);
      }
      // Sent a second time under its id, after a first one that could not be started.
      if (review.endedAt !== null && review.decision === null)
        throw new ReviewBrokeOffError(review.note, review.id);
      return review;
    },
    decide: (reviewId, verdict) => done(DECIDE, { reviewId, ...verdict }),
    cancel: (reviewId, whileOpen) => done(CANCEL, { reviewId, whileOpen }),
    sendAgain: (reviewId, key) => done(SEND_AGAIN, { reviewId, key }),
  },
};
