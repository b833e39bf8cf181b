import { a } from '@aws-amplify/backend';
import { COMMENT_PLACES } from '../../domain/comments/comment';

const content = () => ({
  postMortemId: a.id().required(),
  /** Given by the page that writes it, so that sending it twice writes it once. */
  id: a.id().required(),
  /** The comment it replies to; nothing for one that begins a thread. */
  threadId: a.id(),
  /** As text: a section that is gone one day must not make its comments unreadable. */
  place: a.string().required(),
  /** The words it is about, and those before and after them, by which they are found again after edits. */
  quote: a.string(),
  before: a.string(),
  after: a.string(),
  /** Empty once it is deleted. */
  text: a.string().required(),
  /** The id is the caller's, by their token; the name is what their page says. */
  author: a.ref('Author').required(),
  createdAt: a.datetime().required(),
  /** Of two tellings of one comment the later one holds. */
  updatedAt: a.datetime().required(),
  editedAt: a.datetime(),
  resolvedAt: a.datetime(),
  resolvedBy: a.ref('Author'),
  deletedAt: a.datetime(),
});

/**
 * What people say to each other about a post-mortem, and that they are there. Both are for those whom the
 * post-mortem is shared with by name, not for everybody who may read what is published.
 */
export const commentTypes = {
  CommentPlace: a.enum(COMMENT_PLACES.map(({ id }) => id)),

  /** The API has no operation on the table but those of the schema, which ask the post-mortem first. */
  Comment: a
    .model({
      ...content(),
      /** Of one that begins a thread: how many reply to it. */
      replies: a.integer(),
      /** The author's id again, as the key of an index must stand; gone once they have erased their data. */
      authorId: a.id(),
    })
    .identifier(['postMortemId', 'id'])
    .secondaryIndexes((index) => [
      index('postMortemId').sortKeys(['createdAt']),
      // What somebody has said anywhere, for those who take their data along or erase it.
      index('authorId').sortKeys(['createdAt']).name('commentsByAuthor'),
    ])
    .disableOperations(['queries', 'mutations', 'subscriptions'])
    // There is no operation that this could open; a model must have a rule.
    .authorization((allow) => [allow.owner().to(['read'])]),

  CommentPage: a.customType({
    items: a.ref('ToldComment').required().array().required(),
    nextToken: a.string(),
  }),
  /** A comment as it is told. `heardBy` are those it was for when it changed: the subscription compares. */
  ToldComment: a.customType({ ...content(), heardBy: a.string().required().array() }),

  /** That somebody has the document in front of them. Told and not stored. */
  Presence: a.customType({
    postMortemId: a.id().required(),
    person: a.id().required(),
    name: a.string().required(),
    /** One of their pages: a person may have two open. */
    page: a.id().required(),
    /** Where they are; nothing while they are nowhere in particular. */
    place: a.string(),
    /** They have a field there before them, and do not only read. */
    isWriting: a.boolean().required(),
    /** They are gone. */
    isLeaving: a.boolean().required(),
    heardBy: a.string().required().array(),
  }),
};
