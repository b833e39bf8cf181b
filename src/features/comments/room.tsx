import type { ReactNode } from 'react';
import type { TalkServices } from '../../data/talk';
import type { SignedInUser } from '../../data/types';
import { AlsoHere } from './AlsoHere';
import { Beside } from './Beside';
import { CommentDesk } from './commentDesk';
import { CommentDrafts } from './drafts';
import { OpenThreads } from './OpenThreads';
import { PresenceDesk } from './presenceDesk';
import type { RoomView } from './roomView';
import './comments.css';
import { after } from '../../components/after';

/** The conversation on one document. */
export interface Room {
  beside(place: string, view: RoomView): ReactNode;
  /** Who else is here. */
  people(view: RoomView): ReactNode;
  /** What is being talked about. */
  threads: ReactNode;
  leave(): void;
}

interface Visit {
  postMortemId: string;
  user: SignedInUser;
  onSessionExpired(): void;
}

export function openRoom(services: TalkServices, { postMortemId, user, onSessionExpired }: Visit): Room {
  const comments = new CommentDesk({
    postMortemId,
    userId: user.id,
    comments: services.comments,
    drafts: new CommentDrafts(localStorage, user.id, postMortemId),
    now: Date.now,
    after,
    onSessionExpired,
  });
  const presence = new PresenceDesk({
    postMortemId,
    userId: user.id,
    page: crypto.randomUUID(),
    presence: services.presence,
    now: Date.now,
    after,
    isSeen: () => document.visibilityState === 'visible',
    onSessionExpired,
  });
  const hide = () => {
    if (document.visibilityState === 'hidden') comments.sendDeletions();
  };
  document.addEventListener('visibilitychange', hide);
  return {
    beside: (place, view) => (
      <Beside place={place} text={view.textOf(place)} view={view} desk={comments} presence={presence} />
    ),
    people: ({ isShared }) => <AlsoHere isShared={isShared} presence={presence} />,
    threads: <OpenThreads desk={comments} />,
    leave: () => {
      document.removeEventListener('visibilitychange', hide);
      comments.leave();
    },
  };
}
