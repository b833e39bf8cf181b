import { a } from '@aws-amplify/backend';
import { MEMORY_KINDS, MEMORY_SOURCES } from '../../domain/memory/memory';
import { memoryFinder } from '../memoryFinder';

/** What is said of a memory beside whose it is, which nobody says. */
const said = () => ({
  /** Given by the page, so that sending it twice remembers it once. */
  id: a.id().required(),
  kind: a.ref('MemoryKind').required(),
  text: a.string().required(),
  how: a.ref('MemorySource').required(),
  words: a.string().required(),
  conversationId: a.id(),
  postMortemId: a.id(),
});

const told = () => ({
  ...said(),
  isTeams: a.boolean().required(),
  author: a.ref('Author').required(),
  createdAt: a.datetime().required(),
  updatedAt: a.datetime().required(),
});

const memories = (entry: string) => a.handler.custom({ dataSource: a.ref('Memory'), entry });

/**
 * What people and the team want remembered. Whose a memory is, is its key, and every operation makes that key of the
 * caller's verified token (`person#` and their `sub`, or `team#` and their user pool): no argument names anybody.
 */
export const memoryTypes = {
  MemoryKind: a.enum(MEMORY_KINDS.map(({ id }) => id)),
  MemorySource: a.enum(MEMORY_SOURCES),

  Memory: a
    .model({
      whose: a.string().required(),
      ...said(),
      author: a.ref('Author').required(),
      /** The author's id again, as the key of an index must stand. */
      authorId: a.id().required(),
      createdAt: a.datetime().required(),
      updatedAt: a.datetime().required(),
    })
    .identifier(['whose', 'id'])
    .secondaryIndexes((index) => [
      index('whose').sortKeys(['updatedAt']).name('memoriesByWhose'),
      // What somebody has written for anybody, for those who take their data along or erase it.
      index('authorId').sortKeys(['createdAt']).name('memoriesByAuthor'),
    ])
    .disableOperations(['queries', 'mutations', 'subscriptions'])
    // There is no operation that this could open; a model must have a rule.
    .authorization((allow) => [allow.owner().to(['read'])]),

  /** A memory as it is told: for whom it is, instead of under which key. */
  ToldMemory: a.customType(told()),
  MemoryPage: a.customType({
    items: a.ref('ToldMemory').required().array().required(),
    nextToken: a.string(),
  }),

  FoundMemory: a.customType({ ...told(), by: a.string().required().array().required() }),
  FoundMemories: a.customType({
    items: a.ref('FoundMemory').required().array().required(),
    meaning: a.string().required(),
    isWhole: a.boolean().required(),
  }),

  /** Memories of the caller and of their team that have these words, or mean the same. */
  findMemories: a
    .query()
    .arguments({ text: a.string().required() })
    .returns(a.ref('FoundMemories'))
    .authorization((allow) => [allow.authenticated()])
    .handler(a.handler.function(memoryFinder)),

  /** Remembers a sentence, for the caller or for their team. */
  remember: a
    .mutation()
    .arguments({
      ...said(),
      isTeams: a.boolean().required(),
      /** What the caller is called, for people to read. */
      name: a.string().required(),
    })
    .returns(a.ref('ToldMemory'))
    .authorization((allow) => [allow.authenticated()])
    .handler(memories('./remember.js')),

  /** Other words for what the caller has written, or another kind. */
  changeMemory: a
    .mutation()
    .arguments({
      id: a.id().required(),
      isTeams: a.boolean().required(),
      kind: a.ref('MemoryKind').required(),
      text: a.string().required(),
    })
    .returns(a.ref('ToldMemory'))
    .authorization((allow) => [allow.authenticated()])
    .handler(memories('./changeMemory.js')),

  /** Forgets what the caller has written. Answers it, or nothing where it is gone. */
  forget: a
    .mutation()
    .arguments({ id: a.id().required(), isTeams: a.boolean().required() })
    .returns(a.ref('ToldMemory'))
    .authorization((allow) => [allow.authenticated()])
    .handler(memories('./forget.js')),

  /** The caller's own memories, or their team's, changed last first. */
  memories: a
    .query()
    .arguments({ isTeams: a.boolean().required(), nextToken: a.string() })
    .returns(a.ref('MemoryPage'))
    .authorization((allow) => [allow.authenticated()])
    .handler(memories('./memories.js')),

  /** What the caller has written, for themselves and for the team, oldest first. */
  memoriesByMe: a
    .query()
    .arguments({ nextToken: a.string() })
    .returns(a.ref('MemoryPage'))
    .authorization((allow) => [allow.authenticated()])
    .handler(memories('./memoriesByMe.js')),
};
