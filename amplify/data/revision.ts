import { a } from '@aws-amplify/backend';

/**
 * The saves of a post-mortem. `lambda/historian` writes them from the table's stream; the API has no operation
 * that reads or writes the table but `revisionsOfPostMortem`, so no page can leave one out or make one up.
 */
export const revisionTypes = {
  Revision: a
    .model({
      postMortemId: a.id().required(),
      /** Its number in the stream, in forty digits: its place among the saves of its document. */
      place: a.string().required(),
      revision: a.integer().required(),
      /** Counted by the historian, from one: when it passes a bound the oldest are folded into one. */
      number: a.integer().required(),
      savedAt: a.datetime().required(),
      /**
       * Who saved, where it came from and what it changed: JSON, zipped (gzip) so that a whole document fits into
       * an item whatever it holds, and in base64 on its way.
       */
      content: a.string().required(),
    })
    .identifier(['postMortemId', 'place'])
    .disableOperations(['queries', 'mutations', 'subscriptions'])
    // There is no operation that this could open; a model must have a rule.
    .authorization((allow) => [allow.owner().to(['read'])]),

  RevisionPage: a.customType({
    items: a.ref('StoredRevision').required().array().required(),
    nextToken: a.string(),
  }),
  StoredRevision: a.customType({
    place: a.string().required(),
    revision: a.integer().required(),
    savedAt: a.datetime().required(),
    content: a.string().required(),
  }),
};
