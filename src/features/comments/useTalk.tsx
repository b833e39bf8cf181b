import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Problem } from '../../components/Problem';
import { useServices } from '../../data/services';
import type { SignedInUser } from '../../data/types';
import type { Room } from './room';
import type { RoomView } from './roomView';

interface Request extends RoomView {
  postMortemId: string;
  user: SignedInUser;
  /** Whether there is a conversation for this person: it is stored, and theirs or shared with them by name. */
  isOpen: boolean;
  onSessionExpired(): void;
}

export interface Talk {
  /** What stands beside a place of the document. */
  beside(place: string): ReactNode;
  /** Who else is here. */
  people: ReactNode;
  /** What is being talked about in the document. */
  threads: ReactNode;
}

/** On a document that nobody else sees a comment is not what one came for. */
const LATER_MS = 4_000;

/** The comments on a document and who is there. All of it is loaded after the page. */
export function useTalk(request: Request): Talk {
  const { postMortemId, user, isOpen, isShared, onSessionExpired } = request;
  const { talk } = useServices();
  const [room, setRoom] = useState<Room | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const expired = useRef(onSessionExpired);
  expired.current = onSessionExpired;
  const isHurried = useRef(isShared);
  useEffect(() => {
    if (!isOpen) return;
    let left = false;
    let opened: Room | null = null;
    const open = async () => {
      try {
        const [{ openRoom }, services] = await Promise.all([import('./room'), talk()]);
        if (left) return;
        opened = openRoom(services, { postMortemId, user, onSessionExpired: () => expired.current() });
        setRoom(opened);
      } catch (error) {
        setProblem(error);
      }
    };
    const timer = setTimeout(() => void open(), isHurried.current ? 0 : LATER_MS);
    return () => {
      left = true;
      clearTimeout(timer);
      opened?.leave();
      setRoom(null);
    };
  }, [postMortemId, user, isOpen, talk]);
  return {
    beside: (place) =>
      isOpen && (
        // As high as what comes: nothing moves when it does.
        <div style={{ minHeight: '2rem' }}>{room?.beside(place, request)}</div>
      ),
    people: room?.people(request),
    threads: problem === null ? room?.threads : <Problem error={problem} />,
  };
}
