import {
  CONVERSATION,
  type Conversation,
  EXCHANGE,
  type Exchange,
} from '../../domain/conversation/conversation';
import { selectionOf } from '../../domain/shape';
import { type Graphql, unlessChanged } from '../appsync';

// A subscription delivers only what the mutation selected, so whoever writes a message selects all of it.
const FIELDS = selectionOf(EXCHANGE);
const GET_CONVERSATION = `query Known($id: ID!) { getConversation(id: $id) { ${selectionOf(CONVERSATION)} } }`;
const GET = `query Message($id: ID!) { getConversationMessage(id: $id) { ${FIELDS} } }`;
const OF = `query Messages($id: ID!) {
  messagesByConversation(conversationId: $id, sortDirection: ASC, limit: 100) { items { ${FIELDS} } }
}`;
const CREATE_CONVERSATION = `mutation Begin($input: CreateConversationInput!) { createConversation(input: $input) { ${selectionOf(CONVERSATION)} } }`;
const MOVE_CONVERSATION = `mutation Touch($input: UpdateConversationInput!) { updateConversation(input: $input) { ${selectionOf(CONVERSATION)} } }`;
const CREATE = `mutation Say($input: CreateConversationMessageInput!) { createConversationMessage(input: $input) { ${FIELDS} } }`;
export const UPDATE_MESSAGE = `mutation Tell($input: UpdateConversationMessageInput!, $condition: ModelConversationMessageConditionInput) {
  updateConversationMessage(input: $input, condition: $condition) { ${FIELDS} }
}`;

/** Conversations as a function's own role reads and writes them: whose they are must be compared with who asks. */
export interface ConversationRecords {
  conversation(id: string): Promise<Conversation | undefined>;
  /** The new one, or nothing when the id is taken. */
  begin(conversation: Conversation): Promise<Conversation | undefined>;
  touch(id: string, lastAt: string): Promise<void>;
  message(id: string): Promise<Exchange | undefined>;
  /** In the order in which they were said. */
  messages(conversationId: string): Promise<Exchange[]>;
  /** The new one, or nothing when the id is taken. */
  say(exchange: Exchange): Promise<Exchange | undefined>;
  /** Changes a message where the condition holds; nothing otherwise. */
  change(id: string, fields: Partial<Exchange>, condition: object): Promise<Exchange | undefined>;
}

export function conversationsThrough(graphql: Graphql): ConversationRecords {
  const ask = async <Answer>(
    query: string,
    variables: Record<string, unknown>,
  ): Promise<Answer | undefined> => {
    const answer = await graphql<Record<string, Answer | null>>(query, variables);
    return Object.values(answer)[0] ?? undefined;
  };
  return {
    conversation: (id) => ask(GET_CONVERSATION, { id }),
    begin: (input) => unlessChanged(() => ask(CREATE_CONVERSATION, { input })),
    touch: async (id, lastAt) => {
      await ask(MOVE_CONVERSATION, { input: { id, lastAt } });
    },
    message: (id) => ask(GET, { id }),
    messages: async (id) => (await ask<{ items: Exchange[] }>(OF, { id }))?.items ?? [],
    say: (input) => unlessChanged(() => ask(CREATE, { input })),
    change: (id, fields, condition) =>
      unlessChanged(() => ask(UPDATE_MESSAGE, { input: { id, ...fields }, condition })),
  };
}
