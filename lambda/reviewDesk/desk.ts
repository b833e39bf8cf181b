import type { StoredReview } from '../humanReview/records';
import type { Caller, Collaborators, DeskEvent } from './collaborators';
import { cancel, decide, sendAgain } from './decide';
import { NoSuchReviewForYouError } from './errors';
import { eraseMeFromReview, ownReviews } from './own';
import { submit } from './submit';
import { submitted } from './submitted';
import { toDecide } from './toDecide';

/** A review as the API shows it. What only the functions know stays behind. */
const shown = ({ sent, request: _request, callbackId: _callbackId, ...review }: StoredReview) => ({
  ...review,
  owner: review.submittedBy.id,
  createdAt: review.submittedAt,
  updatedAt: review.submittedAt,
  deliveries: Object.values(sent),
});

/** The Lambda function behind everything that people do with reviews. @throws ReviewRefusedError */
export const desk =
  (with_: Collaborators) =>
  async ({ fieldName, identity, arguments: input }: DeskEvent): Promise<object | string> => {
    if (!identity?.sub || !identity.issuer) throw new NoSuchReviewForYouError();
    const caller: Caller = { sub: identity.sub, issuer: identity.issuer };
    switch (fieldName) {
      case 'submitForReview':
        return shown(await submit(with_, caller, input));
      case 'decideReview':
        return shown(await decide(with_, caller, input));
      case 'cancelReview':
        return shown(await cancel(with_, caller, input));
      case 'sendReviewMessageAgain':
        return shown(await sendAgain(with_, caller, input));
      case 'reviewsToDecide':
        return (await toDecide(with_, caller)).map(shown);
      case 'reviewsSubmitted':
        return (await submitted(with_, caller)).map(shown);
      case 'myReviews': {
        const { items, nextToken } = await ownReviews(with_, caller, input);
        return { items: items.map((review) => JSON.stringify(shown(review))), nextToken };
      }
      case 'eraseMeFromReview':
        return eraseMeFromReview(with_, caller, input);
      default:
        throw new UnknownFieldError(fieldName);
    }
  };

/** The schema has a field that this function does not know. */
export class UnknownFieldError extends Error {
  override name = 'UnknownFieldError';
  constructor(readonly field: string) {
    super(`The desk of reviews knows no field ${field}. The schema and the function do not fit together.`);
  }
}
