import type { Conversation, Exchange } from '../../domain/conversation/conversation';
import type { LiveWatcher } from './talk';

/** Something said to the assistant. The ids are given here, so that sending it twice says it once. */
export interface Said {
  conversationId: string;
  messageId: string;
  text: string;
  /** What is open beside the conversation. */
  postMortemId: string | null;
}

/** What this user has said to the assistant, and what it answered. Every method throws a named error from `errors.ts`. */
export interface ConversationStore {
  /** The latest first; a page's worth. */
  list(userId: string): Promise<Conversation[]>;
  /** In the order in which they were said. */
  messages(conversationId: string): Promise<Exchange[]>;
  /** @throws RefusedError in the server's words, such as that a budget is reached */
  say(said: Said): Promise<Exchange>;
  stop(messageId: string): Promise<Exchange>;
  /** Notes that a proposal was taken, dismissed, or neither any more (null). */
  settle(messageId: string, key: string, isTaken: boolean | null): Promise<Exchange>;
  /** Takes a conversation away with all that was said in it. One that is gone already is fine. */
  remove(conversationId: string): Promise<void>;
  /** Live publications of this user's messages. Returns what ends it. */
  watch(userId: string, watcher: LiveWatcher<Exchange>): () => void;
}
