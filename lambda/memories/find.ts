import { byWords, type FoundBy, foundIn } from '../../domain/memory/find';
import type { Memory } from '../../domain/memory/memory';
import type { Caller } from '../../domain/postMortem/access';
import { InvalidQuestionError, NobodyRemembersError } from './errors';
import { type MemoryKey, type MemoryStore, type Whose, whoseOf } from './store';

/** Finds keys of memories by what they mean, among those of some; undefined where there is no index. */
export type FindMeaning = (text: string, among: readonly Whose[]) => Promise<MemoryKey[] | undefined>;

/** What was found, and how it was looked for. */
export interface FoundMemories {
  items: (Memory & { by: FoundBy[] })[];
  /** Whether they were looked for by what they mean too, or by their words alone. */
  meaning: 'used' | 'missing';
  /** False where there are more memories than are looked through by their words. */
  isWhole: boolean;
}

/** Longer questions are mistakes, such as a pasted log. */
const LONGEST_QUESTION = 500;
const MOST_FOUND = 30;

export interface Collaborators {
  store: MemoryStore;
  meaning: FindMeaning;
}

/**
 * Finds memories of the caller and of their team, by their words and by what they mean. The index only points: what
 * is told is the record as it is now, and of nobody else, whatever the index says.
 */
export async function findMemories(
  text: string,
  caller: Caller,
  with_: Collaborators,
): Promise<FoundMemories> {
  const { own, team } = whoseOf(caller);
  const [{ memories, isWhole }, keys] = await Promise.all([
    with_.store.all(caller),
    with_.meaning(text, [own, team]),
  ]);
  const meant = keys ? await with_.store.some(keys, caller) : [];
  return {
    items: foundIn(byWords(text, memories), meant, MOST_FOUND).map(({ memory, by }) => ({ ...memory, by })),
    meaning: keys ? 'used' : 'missing',
    isWhole,
  };
}

/** What AppSync hands to a Lambda resolver, as far as it is used here. */
export interface FindEvent {
  arguments: Record<string, unknown>;
  identity: { sub?: string; issuer?: string } | null;
}

/** Answers `findMemories` for the caller that AppSync has verified. @throws MemoryRefusedError */
export const answer =
  (with_: Collaborators) =>
  async ({ arguments: input, identity }: FindEvent): Promise<FoundMemories> => {
    const { sub, issuer } = identity ?? {};
    if (!sub || !issuer) throw new NobodyRemembersError();
    const { text } = input;
    if (typeof text !== 'string' || text.trim() === '')
      throw new InvalidQuestionError('Say what is to be found: a text must be named.');
    if (text.length > LONGEST_QUESTION)
      throw new InvalidQuestionError(`Ask with fewer words: at most ${LONGEST_QUESTION} characters.`);
    return findMemories(text, { sub, issuer }, with_);
  };
