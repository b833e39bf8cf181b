import { byWords, type FoundBy, foundIn } from '../../domain/memory/find';
import type { Memory } from '../../domain/memory/memory';
import type { Caller } from '../../domain/postMortem/access';
import { InvalidQuestionError, NobodyRemembersError } from './errors';
import { isTeams, type MemoryKey, type MemoryStore, type Whose, whoseOf } from './store';

/** What an index points to. */
interface Pointed {
  /** By what they mean, the nearest first. */
  near: MemoryKey[];
  /** By words that they have, in no order. */
  worded: MemoryKey[];
  /** Whether nobody of those asked about has anything in it. */
  isEmpty: boolean;
  /** False where more memories have one of the words than an index tells. */
  isWhole: boolean;
}

/** Finds keys of memories among those of some; undefined where there is no index. */
export type FindByIndex = (text: string, among: readonly Whose[]) => Promise<Pointed | undefined>;

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
/** Of each, those that were remembered just now: the index hears of them some moments later. */
const RECENT = 50;

export interface Collaborators {
  store: MemoryStore;
  index: FindByIndex;
}

/**
 * Finds memories of the caller and of their team, by their words and by what they mean, as the index points to them.
 * It only points: what is told is the record as it is now, and of nobody else, whatever the index says.
 */
export async function findMemories(
  text: string,
  caller: Caller,
  with_: Collaborators,
): Promise<FoundMemories> {
  const { own, team } = whoseOf(caller);
  const told = (words: readonly Memory[], meant: readonly Memory[]) =>
    foundIn(byWords(text, words), meant, MOST_FOUND).map(({ memory, by }) => ({ ...memory, by }));
  const [recent, pointed] = await Promise.all([
    with_.store.latest(caller, RECENT),
    with_.index(text, [own, team]),
  ]);
  if (pointed && !pointed.isEmpty) {
    const there = await with_.store.some([...pointed.near, ...pointed.worded], caller);
    const known = new Map([...there, ...recent].map((one) => [`${one.isTeams} ${one.id}`, one]));
    const meant = pointed.near.flatMap(({ whose, id }) => known.get(`${isTeams(whose)} ${id}`) ?? []);
    return { items: told([...known.values()], meant), meaning: 'used', isWhole: pointed.isWhole };
  }
  // There is no index, or it is being made: all that they have is read, if they have anything.
  if (pointed && recent.length === 0) return { items: [], meaning: 'used', isWhole: true };
  const { memories, isWhole } = await with_.store.all(caller);
  return { items: told(memories, []), meaning: 'missing', isWhole };
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
