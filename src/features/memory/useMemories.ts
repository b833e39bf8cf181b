import { useCallback, useEffect, useState } from 'react';
import type { Memory } from '../../../domain/memory/memory';
import { SessionExpiredError } from '../../data/errors';
import type { FoundMemories, MemoryStore } from '../../data/memories';

export type ListReading =
  | { kind: 'loading' }
  | { kind: 'failed'; error: unknown }
  | { kind: 'read'; isTeams: boolean; items: Memory[]; next: string | null; found: FoundMemories | null };

/** What is shown: a list page by page, or what answers a question. */
export interface MemoriesState {
  reading: ListReading;
  /** Puts a memory on top, or in the place of what has its id; null takes it away. */
  put(memory: Pick<Memory, 'id' | 'isTeams'>, to: Memory | null): void;
  more(): Promise<void>;
  again(): void;
}

const isSame = (one: Pick<Memory, 'id' | 'isTeams'>, other: Pick<Memory, 'id' | 'isTeams'>) =>
  one.id === other.id && one.isTeams === other.isTeams;

/**
 * Reads memories of one list, or those that answer a question.
 * @param question empty for the whole list
 */
export function useMemories(
  load: () => Promise<MemoryStore>,
  isTeams: boolean,
  question: string,
  onSessionExpired: () => void,
): MemoriesState {
  const [reading, setReading] = useState<ListReading>({ kind: 'loading' });
  const [round, setRound] = useState(0);
  const failed = useCallback(
    (error: unknown) => {
      if (error instanceof SessionExpiredError) onSessionExpired();
      else setReading({ kind: 'failed', error });
    },
    [onSessionExpired],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round reads again
  useEffect(() => {
    let isWanted = true;
    const read = async () => {
      const store = await load();
      if (question === '') {
        const page = await store.list(isTeams, null);
        if (isWanted) setReading({ kind: 'read', isTeams, ...page, found: null });
        return;
      }
      const found = await store.find(question);
      const items = found.items.filter((one) => one.isTeams === isTeams);
      if (isWanted) setReading({ kind: 'read', isTeams, items, next: null, found });
    };
    // What is shown stays until it is answered: somebody may be changing one of them.
    setReading((now) => (now.kind === 'read' && now.isTeams === isTeams ? now : { kind: 'loading' }));
    read().catch((error: unknown) => isWanted && failed(error));
    return () => {
      isWanted = false;
    };
  }, [load, isTeams, question, failed, round]);

  const put = useCallback<MemoriesState['put']>((memory, to) => {
    setReading((now) => {
      if (now.kind !== 'read') return now;
      const isThere = now.items.some((one) => isSame(one, memory));
      const without = now.items.filter((one) => !isSame(one, memory));
      if (to === null) return { ...now, items: without };
      return {
        ...now,
        items: isThere ? now.items.map((one) => (isSame(one, memory) ? to : one)) : [to, ...without],
      };
    });
  }, []);
  const more = useCallback(async () => {
    if (reading.kind !== 'read' || reading.next === null) return;
    try {
      const page = await (await load()).list(isTeams, reading.next);
      setReading((now) =>
        now.kind === 'read' ? { ...now, items: [...now.items, ...page.items], next: page.next } : now,
      );
    } catch (error) {
      failed(error);
    }
  }, [load, isTeams, reading, failed]);
  const again = useCallback(() => setRound((before) => before + 1), []);
  return { reading, put, more, again };
}
