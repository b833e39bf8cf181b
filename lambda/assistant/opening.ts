import { MOST_TOLD_AGAIN } from '../../domain/conversation/budget';
import { isHouseRule } from '../../domain/memory/houseRules';
import { mayRead } from '../../domain/postMortem/access';
import { textsWithin } from '../../domain/secrets/everyText';
import { secretsIn, standingIn } from '../../domain/sending';
import type { ConversationRecords } from '../conversations/records';
import type { MemoryStore } from '../memories/store';
import type { ReadWholeDocument } from '../wholeDocument';
import type { Collaborators } from './collaborators';

/** Memories that the model knows without asking for them, and characters of an answer that it is told again. */
const MOST_KNOWN = 12;
const LONGEST_EARLIER = 2_000;

/** What stands before a message, as far as whoever asks may know it. */
export const openingWith =
  (with_: {
    records: Pick<ConversationRecords, 'messages'>;
    memories: Pick<MemoryStore, 'latest'>;
    document: ReadWholeDocument;
  }): Collaborators['opening'] =>
  async ({ conversationId, messageId, caller, postMortemId, words }) => {
    const [messages, memories, document] = await Promise.all([
      with_.records.messages(conversationId),
      with_.memories.latest(caller),
      postMortemId === null ? undefined : with_.document(postMortemId),
    ]);
    const before = messages
      .filter((one) => one.id !== messageId && one.owner === caller.sub && one.status === 'ANSWERED')
      .slice(-MOST_TOLD_AGAIN);
    const earlier = before.map((one) => ({
      words: one.words.slice(0, LONGEST_EARLIER),
      answer: one.answer.slice(0, LONGEST_EARLIER),
    }));
    // An answer has the person's own values in it again, and does not say which of them are secrets.
    const linked = before.flatMap(({ steps }) =>
      steps.flatMap(({ links }) => links.map((one) => one.postMortemId)),
    );
    const told = await Promise.all([...new Set(linked)].map(with_.document));
    const texts = [words, ...textsWithin(earlier), document?.title ?? ''];
    const named = standingIn(secretsIn(textsWithin([document, ...told])), texts);
    return {
      earlier,
      ...(named.length > 0 && { named }),
      open: document && mayRead({ ...document }, caller) ? { id: document.id, title: document.title } : null,
      memories: memories
        .filter(isHouseRule)
        .slice(0, MOST_KNOWN)
        .map(({ text }) => text),
    };
  };
