import { a } from '@aws-amplify/backend';
import { EXCHANGE_STATES, PROPOSAL_KINDS, STEP_OUTCOMES } from '../../domain/conversation/conversation';
import { conversationDesk } from '../conversationDesk';

/**
 * What somebody has said to the assistant, and what it answered. Only the functions write it; whoever has said it
 * reads it and takes it away, and nobody else.
 */
export const conversationTypes = {
  ExchangeState: a.enum(EXCHANGE_STATES),
  ToolOutcome: a.enum(STEP_OUTCOMES),
  ProposalKind: a.enum(PROPOSAL_KINDS),

  SourceLink: a.customType({
    postMortemId: a.id().required(),
    title: a.string().required(),
    section: a.string().required(),
  }),
  ToolStep: a.customType({
    tool: a.string().required(),
    about: a.string().required(),
    outcome: a.ref('ToolOutcome').required(),
    note: a.string().required(),
    links: a.ref('SourceLink').required().array().required(),
  }),
  Proposal: a.customType({
    key: a.string().required(),
    kind: a.ref('ProposalKind').required(),
    text: a.string().required(),
    postMortemId: a.id(),
    title: a.string().required(),
    section: a.string().required(),
    before: a.string().required(),
    revision: a.integer(),
    notes: a.string().required().array().required(),
    isTeams: a.boolean().required(),
    memoryKind: a.ref('MemoryKind'),
    memoryId: a.id(),
  }),

  Conversation: a
    .model({
      title: a.string().required(),
      startedAt: a.datetime().required(),
      lastAt: a.datetime().required(),
      owner: a.string(),
    })
    .secondaryIndexes((index) => [
      index('owner').sortKeys(['lastAt']).name('conversationsByOwner').queryField('conversationsByOwner'),
    ])
    .authorization((allow) => [allow.owner().identityClaim('sub').to(['read', 'delete'])]),

  ConversationMessage: a
    .model({
      conversationId: a.id().required(),
      words: a.string().required(),
      postMortemId: a.id(),
      status: a.ref('ExchangeState').required(),
      progress: a.integer().required(),
      steps: a.ref('ToolStep').required().array().required(),
      proposals: a.ref('Proposal').required().array().required(),
      settled: a.string().required().array().required(),
      answer: a.string().required(),
      unsupported: a.string().required().array().required(),
      model: a.string().required(),
      writtenBy: a.string().required(),
      inputTokens: a.integer().required(),
      outputTokens: a.integer().required(),
      costUsd: a.float().required(),
      message: a.string().required(),
      startedAt: a.datetime().required(),
      finishedAt: a.datetime(),
      owner: a.string(),
    })
    .secondaryIndexes((index) => [
      index('conversationId')
        .sortKeys(['startedAt'])
        .name('messagesByConversation')
        .queryField('messagesByConversation'),
      // The caretaker looks for those that never ended.
      index('status').sortKeys(['startedAt']).name('messagesByStatus').queryField('messagesByStatus'),
    ])
    .authorization((allow) => [allow.owner().identityClaim('sub').to(['read', 'delete'])]),

  /** Says something in a conversation of the caller's, or begins one under this id. Asking twice says it once. */
  sayToAssistant: a
    .mutation()
    .arguments({
      conversationId: a.id().required(),
      messageId: a.id().required(),
      text: a.string().required(),
      /** What is open beside the conversation. */
      postMortemId: a.id(),
    })
    .returns(a.ref('ConversationMessage'))
    .authorization((allow) => [allow.authenticated()])
    .handler(a.handler.function(conversationDesk)),

  /** Ends an answer that is on its way. */
  stopAssistant: a
    .mutation()
    .arguments({ messageId: a.id().required() })
    .returns(a.ref('ConversationMessage'))
    .authorization((allow) => [allow.authenticated()])
    .handler(a.handler.function(conversationDesk)),

  /** Notes that a proposal was taken, or dismissed, or neither any more. It changes nothing else. */
  settleProposal: a
    .mutation()
    .arguments({ messageId: a.id().required(), key: a.string().required(), isTaken: a.boolean() })
    .returns(a.ref('ConversationMessage'))
    .authorization((allow) => [allow.authenticated()])
    .handler(a.handler.function(conversationDesk)),
};
