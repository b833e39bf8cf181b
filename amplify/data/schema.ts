import { a, type ClientSchema } from '@aws-amplify/backend';
import { remarks } from '../remarks';
import { search } from '../search';
import { share } from '../share';
import { start } from '../start';
import { archiveAnswerOperations, archiveAnswerTypes } from './archiveAnswer';
import { binTypes } from './bin';
import { commentTypes } from './comment';
import { conversationTypes } from './conversation';
import { enhancementTypes, startArguments } from './enhancement';
import { membershipTypes } from './membership';
import { memoryTypes } from './memory';
import { postMortemTypes } from './postMortem';
import { remarksTypes } from './remarks';
import { reviewTypes } from './review';
import { reviewOperations } from './reviewOperations';
import { revisionTypes } from './revision';
import { searchArguments, searchTypes } from './search';
import { talkOperations } from './talk';
import { templateTypes } from './template';
import { upkeepTypes } from './upkeep';

/** The models, and who may do what to them. An access rule changes in this folder and nowhere else. */
export const schema = a.schema({
  ...postMortemTypes,
  ...enhancementTypes,
  ...revisionTypes,
  ...membershipTypes,
  ...memoryTypes,
  ...conversationTypes,
  ...templateTypes,
  ...binTypes,
  ...upkeepTypes,
  ...commentTypes,
  ...talkOperations,
  ...searchTypes,
  ...remarksTypes,
  ...archiveAnswerTypes,
  ...archiveAnswerOperations,
  ...reviewTypes,
  ...reviewOperations,

  /** Post-mortems that have these words, among those that the caller may read. */
  searchPostMortems: a
    .query()
    .arguments(searchArguments())
    .returns(a.ref('SearchPage'))
    .authorization((allow) => [allow.authenticated()])
    .handler(a.handler.function(search)),

  /** Post-mortems that are like this one, the most alike first, and why; among those that the caller may read. */
  similarPostMortems: a
    .query()
    .arguments({ postMortemId: a.id().required() })
    .returns(a.ref('SimilarPostMortem').required().array())
    .authorization((allow) => [allow.authenticated()])
    .handler(a.handler.function(search)),

  /** Published incidents that a text may be about, at most three; for the title of a new one while it is typed. */
  similarToText: a
    .query()
    .arguments({ text: a.string().required(), exceptPostMortemId: a.id() })
    .returns(a.ref('SimilarIncident').required().array())
    .authorization((allow) => [allow.authenticated()])
    .handler(a.handler.function(search)),

  /** Asks a model for remarks on a post-mortem, for whoever may read it. It changes nothing in it. */
  remarkOnPostMortem: a
    .mutation()
    .arguments({ postMortemId: a.id().required() })
    .returns(a.ref('Remarked'))
    .authorization((allow) => [allow.authenticated()])
    .handler(a.handler.function(remarks)),

  /** The saves of a post-mortem, the latest first: for its owner and editors, and for nobody else. */
  revisionsOfPostMortem: a
    .query()
    .arguments({ postMortemId: a.id().required(), nextToken: a.string() })
    .returns(a.ref('RevisionPage'))
    .authorization((allow) => [allow.authenticated()])
    .handler([
      a.handler.custom({ dataSource: a.ref('PostMortem'), entry: './accessTo.js' }),
      a.handler.custom({ dataSource: a.ref('Revision'), entry: './revisionsOf.js' }),
    ]),

  /** The latest runs on a post-mortem, whoever started them: for its owner and editors, and for nobody else. */
  runsOfPostMortem: a
    .query()
    .arguments({ postMortemId: a.id().required() })
    .returns(a.ref('Enhancement').array())
    .authorization((allow) => [allow.authenticated()])
    .handler([
      a.handler.custom({ dataSource: a.ref('PostMortem'), entry: './accessTo.js' }),
      a.handler.custom({ dataSource: a.ref('Enhancement'), entry: './runsOf.js' }),
    ]),

  /**
   * Moves a post-mortem to another status, and says who reads it from then on. By its owner or an editor, if it is
   * still at `revision` and nobody reviews it; whether it is private is the owner's to say (`isPrivate`, unchanged
   * when left out).
   */
  setStatus: a
    .mutation()
    .arguments({
      postMortemId: a.id().required(),
      revision: a.integer().required(),
      status: a.ref('PostMortemStatus').required(),
      isPrivate: a.boolean(),
      /** What the caller is called, for people to read. */
      name: a.string(),
    })
    .returns(a.ref('PostMortem'))
    .authorization((allow) => [allow.authenticated()])
    .handler([
      a.handler.custom({ dataSource: a.ref('PostMortem'), entry: './accessTo.js' }),
      a.handler.custom({ dataSource: a.ref('Review'), entry: './noOpenReview.js' }),
      a.handler.custom({ dataSource: a.ref('PostMortem'), entry: './setStatus.js' }),
    ]),

  /**
   * Puts a post-mortem that nobody reviews into its owner's bin: nobody reads or changes it there, and after 30 days
   * it is gone. Where a `revision` is named, only as it was then.
   */
  binPostMortem: a
    .mutation()
    .arguments({ postMortemId: a.id().required(), revision: a.integer() })
    .returns(a.ref('BinnedPostMortem'))
    .authorization((allow) => [allow.authenticated()])
    .handler([
      a.handler.custom({ dataSource: a.ref('PostMortem'), entry: './accessTo.js' }),
      a.handler.custom({ dataSource: a.ref('Review'), entry: './noOpenReview.js' }),
      a.handler.custom({ dataSource: a.ref('PostMortem'), entry: './binPostMortem.js' }),
    ]),

  /** Takes one's own out of the bin, shared with everybody as it was; what was in review is a draft. */
  restorePostMortem: a
    .mutation()
    .arguments({ postMortemId: a.id().required() })
    .returns(a.ref('PostMortem'))
    .authorization((allow) => [allow.authenticated()])
    .handler([
      a.handler.custom({ dataSource: a.ref('PostMortem'), entry: './accessTo.js' }),
      a.handler.custom({ dataSource: a.ref('PostMortem'), entry: './restorePostMortem.js' }),
    ]),

  /** Deletes one's own that lies in the bin, with all that belongs to it. Answers its id. */
  deleteForGood: a
    .mutation()
    .arguments({ postMortemId: a.id().required() })
    .returns(a.id())
    .authorization((allow) => [allow.authenticated()])
    .handler([
      a.handler.custom({ dataSource: a.ref('PostMortem'), entry: './accessTo.js' }),
      a.handler.custom({ dataSource: a.ref('PostMortem'), entry: './deleteForGood.js' }),
    ]),

  /** One of the caller's own that lies in the bin, whole and as JSON: for those who take their data along. */
  binnedDocument: a
    .query()
    .arguments({ postMortemId: a.id().required() })
    .returns(a.string())
    .authorization((allow) => [allow.authenticated()])
    .handler([
      a.handler.custom({ dataSource: a.ref('PostMortem'), entry: './accessTo.js' }),
      a.handler.custom({ dataSource: a.ref('PostMortem'), entry: './binnedDocument.js' }),
    ]),

  /** What the caller has deleted and can still bring back, the latest first. */
  myBin: a
    .query()
    .arguments({ nextToken: a.string() })
    .returns(a.ref('BinPage'))
    .authorization((allow) => [allow.authenticated()])
    .handler(a.handler.custom({ dataSource: a.ref('PostMortem'), entry: './binOf.js' })),

  /**
   * Shares a post-mortem with somebody, by their e-mail address or id, or stops doing so where there is no `role`.
   * By its owner only.
   */
  sharePostMortem: a
    .mutation()
    .arguments({
      postMortemId: a.id().required(),
      person: a.string().required(),
      role: a.ref('SharedFor'),
    })
    .returns(a.ref('ShareResult'))
    .authorization((allow) => [allow.authenticated()])
    .handler(a.handler.function(share)),

  /** Whom a post-mortem is shared with, by name: for its owner and editors, and for nobody else. */
  membersOfPostMortem: a
    .query()
    .arguments({ postMortemId: a.id().required() })
    .returns(a.ref('Membership').array())
    .authorization((allow) => [allow.authenticated()])
    .handler([
      a.handler.custom({ dataSource: a.ref('PostMortem'), entry: './accessTo.js' }),
      a.handler.custom({ dataSource: a.ref('Membership'), entry: './membersOf.js' }),
    ]),

  /** Starts one run. `id` names it: asking twice with the same id and the same text starts one. */
  startEnhancement: a
    .mutation()
    .arguments(startArguments())
    .returns(a.ref('Enhancement'))
    .authorization((allow) => [allow.authenticated()])
    .handler(a.handler.function(start)),
});

export type Schema = ClientSchema<typeof schema>;
