import type { FoundBy } from '../../domain/memory/find';
import type { Memory, MemoryKind } from '../../domain/memory/memory';

/** What is to be remembered. Its id is given by the page, so that sending it twice remembers it once. */
export type NewMemory = Pick<
  Memory,
  'id' | 'isTeams' | 'kind' | 'text' | 'how' | 'words' | 'conversationId' | 'postMortemId'
>;

export interface FoundMemories {
  items: (Memory & { by: FoundBy[] })[];
  /** Whether they were looked for by what they mean too, or by their words alone. */
  meaning: 'used' | 'missing';
  isWhole: boolean;
}

/** A page of memories; `next` is null on the last one. */
export interface MemoryPage {
  items: Memory[];
  next: string | null;
}

/** What people and the team want remembered. Every method throws a named error from `errors.ts`. */
export interface MemoryStore {
  /** This user's own or the team's, changed last first. */
  list(isTeams: boolean, next: string | null): Promise<MemoryPage>;
  /** @throws RefusedError for a question that the server does not take, in its words */
  find(text: string): Promise<FoundMemories>;
  add(memory: NewMemory): Promise<Memory>;
  /** @throws RefusedError when it is gone, or somebody else's */
  change(memory: Pick<Memory, 'id' | 'isTeams'>, to: { kind: MemoryKind; text: string }): Promise<Memory>;
  /** One that is gone already is fine. */
  remove(memory: Pick<Memory, 'id' | 'isTeams'>): Promise<void>;
}
