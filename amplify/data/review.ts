import { a } from '@aws-amplify/backend';
import { DELIVERY_STATES, FOLLOW_UP_STATES, REVIEW_OUTCOMES, REVIEW_STAGES } from '../../domain/humanReview';

/**
 * Reviews of post-mortems by people. Only `lambda/review` and `lambda/reviewDesk` write them, and the API has no
 * operation on the table but those of the schema, which look who asks.
 */
export const reviewTypes = {
  ReviewStage: a.enum(REVIEW_STAGES),
  ReviewOutcome: a.enum(REVIEW_OUTCOMES.map(({ id }) => id)),
  FollowUpState: a.enum(FOLLOW_UP_STATES),
  DeliveryState: a.enum(DELIVERY_STATES),

  ReviewDecision: a.customType({
    outcome: a.ref('ReviewOutcome').required(),
    by: a.ref('Author'),
    at: a.datetime().required(),
    comment: a.string().required(),
  }),
  ReviewRemark: a.customType({
    kind: a.string().required(),
    where: a.string().required(),
    message: a.string().required(),
  }),
  ReviewPointer: a.customType({
    id: a.id().required(),
    title: a.string().required(),
    why: a.string().required(),
  }),
  ReviewStep: a.customType({
    name: a.string().required(),
    at: a.datetime().required(),
    detail: a.string().required(),
  }),
  FollowUp: a.customType({
    key: a.string().required(),
    owner: a.string().required(),
    actions: a.string().required().array().required(),
    sendAt: a.datetime().required(),
    state: a.ref('FollowUpState').required(),
    message: a.string().required(),
    writtenBy: a.string().required(),
  }),
  Delivery: a.customType({
    key: a.string().required(),
    about: a.string().required(),
    to: a.string().required(),
    state: a.ref('DeliveryState').required(),
    at: a.datetime().required(),
    why: a.string().required(),
  }),
  CalledOff: a.customType({ by: a.ref('Author').required(), at: a.datetime().required() }),

  Review: a
    .model({
      postMortemId: a.id().required(),
      title: a.string().required(),
      documentOwner: a.string().required(),
      submittedBy: a.ref('Author').required(),
      submittedAt: a.datetime().required(),
      reviewers: a.ref('Author').required().array().required(),
      message: a.string().required(),
      fingerprint: a.string().required(),
      stage: a.ref('ReviewStage').required(),
      progress: a.integer().required(),
      dueAt: a.datetime().required(),
      remindAt: a.datetime().required(),
      decision: a.ref('ReviewDecision'),
      note: a.string().required(),
      remarks: a.ref('ReviewRemark').required().array().required(),
      pointers: a.ref('ReviewPointer').required().array().required(),
      followUps: a.ref('FollowUp').required().array().required(),
      calledOff: a.ref('CalledOff'),
      steps: a.ref('ReviewStep').required().array().required(),
      deliveries: a.ref('Delivery').required().array().required(),
      endedAt: a.datetime(),
      owner: a.string(),
    })
    .secondaryIndexes((index) => [
      index('postMortemId').sortKeys(['submittedAt']),
      // What waits for somebody; and for the caretaker, which looks after what is said to go on.
      index('stage').sortKeys(['submittedAt']),
      index('owner').sortKeys(['submittedAt']),
    ])
    .disableOperations(['queries', 'mutations', 'subscriptions'])
    // There is no operation that this could open; a model must have a rule.
    .authorization((allow) => [allow.owner().to(['read'])]),
};
