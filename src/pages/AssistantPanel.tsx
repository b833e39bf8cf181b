import { useEffect, useRef } from 'react';
import { Link, useLocation } from 'react-router';
import { Icon } from '../components/Icon';
import { useServices } from '../data/services';
import type { SignedInUser } from '../data/types';
import AssistantView from '../features/assistant/AssistantView';
import { say } from '../language/say';

interface Props {
  user: SignedInUser;
  onSessionExpired: () => void;
  onClose: () => void;
}

/** The assistant beside whatever page is open; of a post-mortem it knows which one. */
export default function AssistantPanel({ user, onSessionExpired, onClose }: Props) {
  const { conversations, memories, postMortems } = useServices();
  const { pathname } = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const postMortemId = /^\/post-mortems\/([\w-]+)/.exec(pathname)?.[1] ?? null;
  return (
    <aside
      className="assistant-panel stack"
      aria-label={say('Assistant')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div className="row row-between">
        <h2 ref={heading} tabIndex={-1}>
          {say('Assistant')}
        </h2>
        <div className="row">
          <Link className="button button-quiet button-small" to="/assistant" onClick={onClose}>
            {say('On its own page')}
          </Link>
          <button type="button" className="icon-button" aria-label={say('Close')} onClick={onClose}>
            <Icon name="remove" />
          </button>
        </div>
      </div>
      <AssistantView
        userId={user.id}
        load={conversations}
        deeds={{ postMortems, memories }}
        postMortemId={postMortemId}
        opened={null}
        onSessionExpired={onSessionExpired}
      />
    </aside>
  );
}
