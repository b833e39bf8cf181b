import { a } from '@aws-amplify/backend';
import { VERDICTS } from '../../domain/humanReview';
import { reviewDesk } from '../reviewDesk';

/** What people do with reviews. Each looks first who asks. */
export const reviewOperations = {
  ReviewVerdict: a.enum(VERDICTS),

  /**
   * Submits a post-mortem for review, by its owner or an editor: to named people, or where none is named to any
   * colleague but them. `id` names the review: asking twice with the same id is one.
   */
  submitForReview: a
    .mutation()
    .arguments({
      id: a.id(),
      postMortemId: a.id().required(),
      /** E-mail addresses or ids. */
      reviewers: a.string().required().array(),
      message: a.string(),
      theme: a.string(),
      /** Of the text that the page shows. */
      fingerprint: a.string(),
    })
    .returns(a.ref('Review'))
    .authorization((allow) => [allow.authenticated()])
    .handler(a.handler.function(reviewDesk)),

  /** Says what a reviewer thinks: by whoever may, once, and while the review waits. */
  decideReview: a
    .mutation()
    .arguments({
      reviewId: a.id().required(),
      outcome: a.ref('ReviewVerdict').required(),
      comment: a.string(),
      /** Of the text that was read. */
      fingerprint: a.string(),
    })
    .returns(a.ref('Review'))
    .authorization((allow) => [allow.authenticated()])
    .handler(a.handler.function(reviewDesk)),

  /** Calls a review off, or the messages that would follow it: by its owner, and whoever has submitted it. */
  cancelReview: a
    .mutation()
    .arguments({
      reviewId: a.id().required(),
      /** True for the review itself, false for what follows from it; without it, whichever there is to call off. */
      whileOpen: a.boolean(),
    })
    .returns(a.ref('Review'))
    .authorization((allow) => [allow.authenticated()])
    .handler(a.handler.function(reviewDesk)),

  /** Sends a message again that failed, or of which nobody knows whether it left. */
  sendReviewMessageAgain: a
    .mutation()
    .arguments({ reviewId: a.id().required(), key: a.string().required() })
    .returns(a.ref('Review'))
    .authorization((allow) => [allow.authenticated()])
    .handler(a.handler.function(reviewDesk)),

  /** Reviews that wait for the caller's decision, the latest first. */
  reviewsToDecide: a
    .query()
    .returns(a.ref('Review').array())
    .authorization((allow) => [allow.authenticated()])
    .handler(a.handler.function(reviewDesk)),

  /** Reviews that the caller has submitted, the latest first. */
  reviewsSubmitted: a
    .query()
    .returns(a.ref('Review').array())
    .authorization((allow) => [allow.authenticated()])
    .handler(a.handler.function(reviewDesk)),

  /** Each whole and as JSON: a type of one's own cannot hold a model. */
  OwnReviewPage: a.customType({ items: a.string().required().array().required(), nextToken: a.string() }),

  /** Reviews that the caller has had a part in: for those who take their data along, or erase them. */
  myReviews: a
    .query()
    .arguments({ nextToken: a.string() })
    .returns(a.ref('OwnReviewPage'))
    .authorization((allow) => [allow.authenticated()])
    .handler(a.handler.function(reviewDesk)),

  /** Takes the caller's name, address and words out of a review. Answers its id. */
  eraseMeFromReview: a
    .mutation()
    .arguments({ reviewId: a.id().required() })
    .returns(a.id())
    .authorization((allow) => [allow.authenticated()])
    .handler(a.handler.function(reviewDesk)),

  /** The reviews of a post-mortem, the latest first: for those it is shared with. */
  reviewsOfPostMortem: a
    .query()
    .arguments({ postMortemId: a.id().required() })
    .returns(a.ref('Review').array())
    .authorization((allow) => [allow.authenticated()])
    .handler([
      a.handler.custom({ dataSource: a.ref('PostMortem'), entry: './accessTo.js' }),
      a.handler.custom({ dataSource: a.ref('Review'), entry: './reviewsOf.js' }),
    ]),
};
