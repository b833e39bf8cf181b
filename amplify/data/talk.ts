import { a } from '@aws-amplify/backend';

/** The first step of every one of these: what the caller may do with the post-mortem. */
const access = () => a.handler.custom({ dataSource: a.ref('PostMortem'), entry: './accessTo.js' });
const comments = (entry: string) => a.handler.custom({ dataSource: a.ref('Comment'), entry });

/** What can be done with comments and presence. Each asks the post-mortem who the caller is to it. */
export const talkOperations = {
  /** The comments on a post-mortem, oldest first, deleted ones included: for those it is shared with by name. */
  commentsOfPostMortem: a
    .query()
    .arguments({ postMortemId: a.id().required(), nextToken: a.string() })
    .returns(a.ref('CommentPage'))
    .authorization((allow) => [allow.authenticated()])
    .handler([access(), comments('./commentsOf.js')]),

  /** Says something, or replies to what begins a thread. By owner, editors and commenters. */
  addComment: a
    .mutation()
    .arguments({
      postMortemId: a.id().required(),
      id: a.id().required(),
      threadId: a.id(),
      place: a.ref('CommentPlace').required(),
      quote: a.string(),
      before: a.string(),
      after: a.string(),
      text: a.string().required(),
      /** What the caller is called, for people to read. */
      name: a.string().required(),
    })
    .returns(a.ref('ToldComment'))
    .authorization((allow) => [allow.authenticated()])
    .handler([access(), comments('./countReply.js'), comments('./addComment.js')]),

  /** Changes the words of one's own comment. */
  editComment: a
    .mutation()
    .arguments({ postMortemId: a.id().required(), id: a.id().required(), text: a.string().required() })
    .returns(a.ref('ToldComment'))
    .authorization((allow) => [allow.authenticated()])
    .handler([access(), comments('./editComment.js')]),

  /** Says that a thread is done with, or not any more. By owner, editors, and whoever began it. */
  resolveThread: a
    .mutation()
    .arguments({
      postMortemId: a.id().required(),
      id: a.id().required(),
      isResolved: a.boolean().required(),
      name: a.string().required(),
    })
    .returns(a.ref('ToldComment'))
    .authorization((allow) => [allow.authenticated()])
    .handler([access(), comments('./resolveThread.js')]),

  /** Takes one's own comment away: its words and its quote are gone, its place in the thread stays. */
  deleteComment: a
    .mutation()
    .arguments({ postMortemId: a.id().required(), id: a.id().required() })
    .returns(a.ref('ToldComment'))
    .authorization((allow) => [allow.authenticated()])
    .handler([access(), comments('./deleteComment.js')]),

  /** What the caller has said on any post-mortem, oldest first, also where they may not read any more. */
  myComments: a
    .query()
    .arguments({ nextToken: a.string() })
    .returns(a.ref('CommentPage'))
    .authorization((allow) => [allow.authenticated()])
    .handler(comments('./commentsBy.js')),

  /**
   * Takes one's own comment away with one's name, also where one may not comment any more: for those who erase their
   * data. Its place in the thread stays. Answers its id, or nothing where there is none of the caller's.
   */
  eraseComment: a
    .mutation()
    .arguments({ postMortemId: a.id().required(), id: a.id().required() })
    .returns(a.id())
    .authorization((allow) => [allow.authenticated()])
    .handler(comments('./eraseComment.js')),

  /** Every change of a comment. Heard by those it is shared with by name, at the moment of each change. */
  onCommentChanged: a
    .subscription()
    .for([a.ref('addComment'), a.ref('editComment'), a.ref('resolveThread'), a.ref('deleteComment')])
    .arguments({ postMortemId: a.id().required() })
    .authorization((allow) => [allow.authenticated()])
    .handler([access(), a.handler.custom({ entry: './hearPeople.js' })]),

  /** Says that one has the document in front of oneself, and where. Nothing is stored. */
  announcePresence: a
    .mutation()
    .arguments({
      postMortemId: a.id().required(),
      page: a.id().required(),
      name: a.string().required(),
      place: a.ref('CommentPlace'),
      isWriting: a.boolean(),
      isLeaving: a.boolean(),
    })
    .returns(a.ref('Presence'))
    .authorization((allow) => [allow.authenticated()])
    .handler([access(), a.handler.custom({ entry: './announcePresence.js' })]),

  /** Who else is there, and where. Heard like the comments. */
  onPresence: a
    .subscription()
    .for(a.ref('announcePresence'))
    .arguments({ postMortemId: a.id().required() })
    .authorization((allow) => [allow.authenticated()])
    .handler([access(), a.handler.custom({ entry: './hearPeople.js' })]),
};
