import { a } from '@aws-amplify/backend';

/** What the functions remember between two calls: counts of an hour, and how far a repair has come. */
export const upkeepTypes = {
  Upkeep: a
    .model({
      /** How often, within what `id` names. */
      count: a.integer(),
      /** Where the next call goes on; what DynamoDB has answered, as JSON. */
      next: a.string(),
      /** A set of DynamoDB: keys of vectors that a document may have in the archive, or documents that it owes. */
      keptKeys: a.string().array(),
      /** When the last round came to its end. */
      finishedAt: a.datetime(),
      /** Seconds since 1970, for the table's time to live. */
      goneAt: a.integer(),
    })
    .disableOperations(['queries', 'mutations', 'subscriptions'])
    // There is no operation that this could open; a model must have a rule.
    .authorization((allow) => [allow.owner().to(['read'])]),
};
