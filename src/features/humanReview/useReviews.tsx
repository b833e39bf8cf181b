import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Problem } from '../../components/Problem';
import { useServices } from '../../data/services';
import type { Reviewed } from './document';
import type { ReviewRoom } from './reviewRoom';

interface Request extends Reviewed {
  /** Whether the server has the document. */
  isStored: boolean;
  /** When it came to its status: another moment may be another review. */
  statusAt: string | null;
  onSessionExpired(): void;
}

export interface Reviews {
  /** What stands above the document. */
  panel: ReactNode;
  /** What stands instead of the ways to another status; nothing while nobody reviews it. */
  underReview: ReactNode;
  /** The question whom to ask. */
  submitting(onClose: () => void): ReactNode;
}

/** Of a document that was never moved, earlier reviews are not what one came for. */
const LATER_MS = 4_000;
const never = () => () => {};

/** The reviews of a document. All that shows them is loaded after the page. */
export function useReviews(request: Request): Reviews {
  const { document: opened, isStored, statusAt, content, onSessionExpired } = request;
  const { reviews: services } = useServices();
  const [room, setRoom] = useState<ReviewRoom | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const expired = useRef(onSessionExpired);
  expired.current = onSessionExpired;
  const [isHurried, setHurried] = useState(content.status === 'IN_REVIEW' || statusAt !== null);
  useEffect(() => {
    if (!isStored) return;
    let left = false;
    let entered: ReviewRoom | null = null;
    const enter = async () => {
      try {
        const [{ openReviewRoom }, found] = await Promise.all([import('./reviewRoom'), services()]);
        if (left) return;
        entered = openReviewRoom(found, { opened, onSessionExpired: () => expired.current() });
        setRoom(entered);
      } catch (error) {
        setProblem(error);
      }
    };
    const timer = setTimeout(() => void enter(), isHurried ? 0 : LATER_MS);
    return () => {
      left = true;
      clearTimeout(timer);
      entered?.leave();
      setRoom(null);
    };
  }, [opened, isStored, isHurried, services]);
  const lookedAt = useRef(statusAt);
  useEffect(() => {
    if (lookedAt.current === statusAt) return;
    lookedAt.current = statusAt;
    room?.look();
  }, [room, statusAt]);
  const isOpen = useSyncExternalStore(room?.subscribe ?? never, () => room?.isOpen() ?? null);
  const isWaited = isOpen ?? (content.status === 'IN_REVIEW' && problem === null);
  return {
    panel:
      problem !== null ? (
        <Problem error={problem} />
      ) : (
        (room?.panel(request) ??
        (content.status === 'IN_REVIEW' && (
          <div className="skeleton" style={{ height: '12rem' }} aria-hidden="true" />
        )))
      ),
    underReview: isWaited && (room?.underReview(request) ?? <span className="spinner" aria-hidden="true" />),
    submitting: (onClose) =>
      room?.submitting(request, onClose) ?? <Hurrying onShown={() => setHurried(true)} />,
  };
}

/** Somebody waits for what would have come later. */
function Hurrying({ onShown }: { onShown(): void }) {
  const hurry = useRef(onShown);
  useEffect(() => hurry.current(), []);
  return <span className="spinner" aria-hidden="true" />;
}
