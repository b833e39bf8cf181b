import {
  CONVERSATION,
  type Conversation,
  EXCHANGE,
  type Exchange,
} from '../../../domain/conversation/conversation';
import { selectionOf } from '../../../domain/shape';
import type { ConversationStore } from '../conversations';
import { NotFoundOrNotYoursError } from '../errors';
import { type Page, request, requestPage, requestRecord } from './graphql';
import { listenTo } from './live';

const FIELDS = selectionOf(EXCHANGE);
const LIST = `query Conversations($of: String!, $nextToken: String) {
  conversationsByOwner(owner: $of, sortDirection: DESC, limit: 100, nextToken: $nextToken) {
    items { ${selectionOf(CONVERSATION)} } nextToken
  }
}`;
const MESSAGES = `query Messages($of: ID!, $nextToken: String) {
  messagesByConversation(conversationId: $of, sortDirection: ASC, limit: 100, nextToken: $nextToken) {
    items { ${FIELDS} } nextToken
  }
}`;
const SAY = `mutation Say($conversationId: ID!, $messageId: ID!, $text: String!, $postMortemId: ID) {
  sayToAssistant(conversationId: $conversationId, messageId: $messageId, text: $text, postMortemId: $postMortemId) { ${FIELDS} }
}`;
const STOP = `mutation Stop($messageId: ID!) { stopAssistant(messageId: $messageId) { ${FIELDS} } }`;
const SETTLE = `mutation Settle($messageId: ID!, $key: String!, $isTaken: Boolean) {
  settleProposal(messageId: $messageId, key: $key, isTaken: $isTaken) { ${FIELDS} }
}`;
const DELETE = `mutation DeleteConversation($id: ID!) { deleteConversation(input: { id: $id }) { id } }`;
const DELETE_MESSAGE = `mutation DeleteMessage($id: ID!) { deleteConversationMessage(input: { id: $id }) { id } }`;
const ON_UPDATE = `subscription OnAnswer($owner: String!) { onUpdateConversationMessage(owner: $owner) { ${FIELDS} } }`;

async function all<Item>(query: string, of: string): Promise<Item[]> {
  const found: Item[] = [];
  let nextToken: string | null = null;
  do {
    const page: Page = await requestPage(query, { of, nextToken });
    found.push(...(page.items as unknown as Item[]));
    nextToken = page.nextToken;
  } while (nextToken);
  return found;
}

/** Deletes what may have been deleted by somebody quicker. */
async function drop(mutation: string, id: string): Promise<void> {
  try {
    await request(mutation, { id });
  } catch (error) {
    if (!(error instanceof NotFoundOrNotYoursError)) throw error;
  }
}

/** Conversations behind the Amplify data client: said by mutation, answered by subscription. */
export const amplifyConversations: ConversationStore = {
  list: (userId) => all<Conversation>(LIST, userId),
  messages: (conversationId) => all<Exchange>(MESSAGES, conversationId),
  say: (said) => requestRecord<Exchange>(SAY, { ...said }),
  stop: (messageId) => requestRecord<Exchange>(STOP, { messageId }),
  settle: (messageId, key, isTaken) => requestRecord<Exchange>(SETTLE, { messageId, key, isTaken }),
  async remove(conversationId) {
    for (const { id } of await all<Exchange>(MESSAGES, conversationId)) await drop(DELETE_MESSAGE, id);
    await drop(DELETE, conversationId);
  },
  watch: (owner, watcher) => listenTo<Exchange>(ON_UPDATE, { owner }, watcher),
};
