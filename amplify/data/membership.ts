import { a } from '@aws-amplify/backend';
import { SHARED_FOR } from '../../domain/postMortem/access';

/**
 * That a post-mortem is shared with somebody: what their list of shared ones is made of. The lists of the
 * post-mortem decide who may do what; these records follow them, and only the functions write them.
 */
export const membershipTypes = {
  SharedFor: a.enum(SHARED_FOR.map(({ id }) => id)),

  /** What sharing did. The post-mortem's revision has grown by one. */
  ShareResult: a.customType({
    revision: a.integer().required(),
    updatedAt: a.datetime().required(),
    person: a.id().required(),
    name: a.string().required(),
  }),

  Membership: a
    .model({
      postMortemId: a.id().required(),
      /** The user pool's `sub`. */
      person: a.string().required(),
      role: a.ref('SharedFor').required(),
      /** Their e-mail address, for the owner and the editors to read; empty where a script gave only the id. */
      name: a.string().required(),
      sharedAt: a.datetime().required(),
      // What a list shows, as the post-mortem says it.
      title: a.string().required(),
      severity: a.ref('Severity').required(),
      status: a.ref('PostMortemStatus').required(),
      service: a.string(),
      tags: a.string().required().array(),
      startedAt: a.datetime(),
      detectedAt: a.datetime(),
      mitigatedAt: a.datetime(),
      resolvedAt: a.datetime(),
      /** Whose it is, and who saved it last: where that is the owner, their name. */
      owner: a.string(),
      savedBy: a.ref('Author'),
    })
    .identifier(['postMortemId', 'person'])
    .secondaryIndexes((index) => [index('person').sortKeys(['sharedAt']).queryField('membershipsByPerson')])
    .disableOperations(['subscriptions'])
    .authorization((allow) => [allow.ownerDefinedIn('person').identityClaim('sub').to(['read'])]),
};
