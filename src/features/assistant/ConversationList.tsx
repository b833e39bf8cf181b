import { useEffect, useState } from 'react';
import type { Conversation } from '../../../domain/conversation/conversation';
import { Icon } from '../../components/Icon';
import { Problem } from '../../components/Problem';
import type { ConversationStore } from '../../data/conversations';
import { dates } from '../../language/formats';
import { say } from '../../language/say';

const MOMENT = dates({ dateStyle: 'medium', timeStyle: 'short' });

interface Props {
  userId: string;
  load(): Promise<ConversationStore>;
  /** Grows when something was said. */
  round: number;
  onOpen(id: string): void;
  onDeleted(id: string): void;
}

/** Earlier conversations: gone on with, or taken away with all that was said in them. */
export function ConversationList({ userId, load, round, onOpen, onDeleted }: Props) {
  const [conversations, setConversations] = useState<readonly Conversation[]>([]);
  const [problem, setProblem] = useState<unknown>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round reads again
  useEffect(() => {
    let isWanted = true;
    load()
      .then((store) => store.list(userId))
      .then(
        (found) => isWanted && setConversations(found),
        (error: unknown) => isWanted && setProblem(error),
      );
    return () => {
      isWanted = false;
    };
  }, [load, userId, round]);
  const remove = async (id: string) => {
    try {
      await (await load()).remove(id);
      setConversations((now) => now.filter((one) => one.id !== id));
      onDeleted(id);
    } catch (error) {
      setProblem(error);
    }
  };
  if (problem !== null) return <Problem error={problem} />;
  if (conversations.length === 0) return null;
  return (
    <details>
      <summary>{say('Earlier conversations')}</summary>
      <ul className="conversation-list">
        {conversations.map(({ id, title, lastAt }) => (
          <li key={id}>
            <button type="button" className="button button-quiet button-small" onClick={() => onOpen(id)}>
              <bdi>{title}</bdi>
              <span className="soft">{MOMENT.format(new Date(lastAt))}</span>
            </button>
            <button
              type="button"
              className="icon-button"
              aria-label={say('Delete the conversation: {title}', { title })}
              onClick={() => void remove(id)}
            >
              <Icon name="trash" />
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
