import { useState } from 'react';
import { useServices } from '../data/services';
import type { SignedInUser } from '../data/types';
import AssistantView from '../features/assistant/AssistantView';
import { ConversationList } from '../features/assistant/ConversationList';
import { say } from '../language/say';

/** The assistant on a page of its own, with earlier conversations. */
export default function AssistantPage(props: { user: SignedInUser; onSessionExpired: () => void }) {
  const { user, onSessionExpired } = props;
  const { conversations, memories, postMortems } = useServices();
  const [opened, setOpened] = useState<{ id: string | null; round: number }>({ id: null, round: 0 });
  const [said, setSaid] = useState(0);
  const show = (id: string | null) => setOpened(({ round }) => ({ id, round: round + 1 }));
  return (
    <div className="page page-narrow stack">
      <title>{say('Assistant · Nevermore')}</title>
      <h1>{say('Assistant')}</h1>
      <ConversationList
        userId={user.id}
        load={conversations}
        round={said}
        onOpen={show}
        onDeleted={(id) => id === opened.id && show(null)}
      />
      <AssistantView
        key={opened.round}
        userId={user.id}
        load={conversations}
        deeds={{ postMortems, memories }}
        postMortemId={null}
        opened={opened.id}
        onSessionExpired={onSessionExpired}
        onSaid={() => setSaid((now) => now + 1)}
      />
    </div>
  );
}
