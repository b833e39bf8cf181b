import { useCallback, useEffect, useRef, useState } from 'react';
import type { Exchange } from '../../../domain/conversation/conversation';
import type { ConversationStore } from '../../data/conversations';
import { SessionExpiredError } from '../../data/errors';

export interface ConversationState {
  id: string;
  exchanges: readonly Exchange[];
  isReading: boolean;
  /** What went wrong last, until something goes right. */
  problem: unknown;
  say(text: string, postMortemId: string | null): Promise<boolean>;
  stop(messageId: string): Promise<void>;
  settle(messageId: string, key: string, isTaken: boolean | null): Promise<void>;
  /** Another conversation, or a new one (null). */
  open(id: string | null): void;
}

/** How often an answer that is on its way is looked at, beside being told of it. */
const LOOK_EVERY_MS = 3_000;

const newer = (one: Exchange, other: Exchange | undefined): Exchange =>
  other && (other.progress > one.progress || (other.status !== 'RUNNING' && one.status === 'RUNNING'))
    ? other
    : one;

/** One conversation as it is known now: what was said, what was looked at, what was answered. */
export function useConversation(
  load: () => Promise<ConversationStore>,
  userId: string,
  onSessionExpired: () => void,
  opened: string | null,
): ConversationState {
  const [id, setId] = useState(() => opened ?? crypto.randomUUID());
  const [exchanges, setExchanges] = useState<readonly Exchange[]>([]);
  const [isReading, setReading] = useState(opened !== null);
  const [problem, setProblem] = useState<unknown>(null);
  const current = useRef(id);
  current.current = id;

  const failed = useCallback(
    (error: unknown) => {
      if (error instanceof SessionExpiredError) onSessionExpired();
      else setProblem(error);
    },
    [onSessionExpired],
  );
  const take = useCallback((told: Exchange) => {
    if (told.conversationId !== current.current) return;
    setExchanges((now) =>
      now.some((one) => one.id === told.id)
        ? now.map((one) => (one.id === told.id ? newer(told, one) : one))
        : [...now, told],
    );
  }, []);
  const read = useCallback(
    async (conversationId: string) => {
      try {
        const found = await (await load()).messages(conversationId);
        for (const one of found) take(one);
      } catch (error) {
        failed(error);
      } finally {
        setReading(false);
      }
    },
    [load, take, failed],
  );

  useEffect(() => {
    let end = () => {};
    let isWanted = true;
    load()
      .then((store) => {
        if (!isWanted) return;
        end = store.watch(userId, {
          onTold: take,
          onConnected: () => void read(current.current),
          onInterrupted: () => {},
        });
      })
      .catch(failed);
    return () => {
      isWanted = false;
      end();
    };
  }, [load, userId, take, read, failed]);

  const isRunning = exchanges.some(({ status }) => status === 'RUNNING');
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => void read(current.current), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isRunning, read]);

  const open = useCallback(
    (next: string | null) => {
      const chosen = next ?? crypto.randomUUID();
      current.current = chosen;
      setId(chosen);
      setExchanges([]);
      setProblem(null);
      setReading(next !== null);
      if (next !== null) void read(next);
    },
    [read],
  );

  const deed = useCallback(
    async (what: (store: ConversationStore) => Promise<Exchange>): Promise<boolean> => {
      setProblem(null);
      try {
        const told = await what(await load());
        setExchanges((now) =>
          now.some((one) => one.id === told.id)
            ? now.map((one) => (one.id === told.id ? { ...newer(told, one), settled: told.settled } : one))
            : [...now, told],
        );
        return true;
      } catch (error) {
        failed(error);
        return false;
      }
    },
    [load, failed],
  );
  return {
    ...{ id, exchanges, isReading, problem, open },
    say: (text, postMortemId) =>
      deed((store) => store.say({ conversationId: id, messageId: crypto.randomUUID(), text, postMortemId })),
    stop: async (messageId) => void (await deed((store) => store.stop(messageId))),
    settle: async (messageId, key, isTaken) =>
      void (await deed((store) => store.settle(messageId, key, isTaken))),
  };
}
