import { useMemo, useRef } from 'react';
import { reservationsAbout } from '../../../domain/readiness';
import { Dialog } from '../../components/Dialog';
import { GoThere } from '../../components/GoThere';
import { Problem } from '../../components/Problem';
import type { DocumentContent } from '../../data/types';

interface Props {
  content: DocumentContent;
  isPrivate: boolean;
  busy: boolean;
  error: unknown;
  onPublish(): Promise<void>;
  onClose(): void;
}

/** Asks whether it is ready: names what a reader would miss, or should not see, each with a way to get there. */
export default function PublishDialog({ content, isPrivate, busy, error, onPublish, onClose }: Props) {
  const reservations = useMemo(() => reservationsAbout(content, { now: Date.now() }), [content]);
  const cancel = useRef<HTMLButtonElement>(null);
  const count = reservations.length;
  return (
    <Dialog title="Ready to publish?" focusFirst={cancel} isWide onClose={onClose}>
      <p>
        {isPrivate
          ? 'It is private: those it is shared with see that it is finished, and nobody else reads it.'
          : 'Every signed-in colleague will read it, and find it by search.'}
      </p>
      {count === 0 ? (
        <p>Nothing is missing that the rules know of.</p>
      ) : (
        <>
          <p role="status">
            {count === 1 ? 'One thing is worth another look:' : `${count} things are worth another look:`}
          </p>
          <ul className="reservations">
            {reservations.map((reservation) => (
              <li key={`${reservation.where} ${reservation.entry} ${reservation.message}`}>
                <span>{reservation.message}</span>
                <GoThere
                  where={reservation.where}
                  entry={reservation.entry}
                  about={reservation.message}
                  onLeave={onClose}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      {error !== null && <Problem error={error} />}
      <div className="row">
        <button
          type="button"
          className="button button-primary"
          disabled={busy}
          onClick={() => void onPublish()}
        >
          {busy && <span className="spinner" />}
          {count === 0 ? 'Publish now' : 'Publish as it is'}
        </button>
        <button ref={cancel} type="button" className="button" onClick={onClose}>
          Not yet
        </button>
      </div>
    </Dialog>
  );
}
