import { useMemo, useRef } from 'react';
import { reservationsAbout } from '../../../domain/readiness';
import { Dialog } from '../../components/Dialog';
import { Problem } from '../../components/Problem';
import { ReservationList } from '../../components/ReservationList';
import type { DocumentContent } from '../../data/types';
import { say } from '../../language/say';

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
    <Dialog title={say('Ready to publish?')} focusFirst={cancel} isWide onClose={onClose}>
      <p>
        {isPrivate
          ? say('It is private: those it is shared with see that it is finished, and nobody else reads it.')
          : say('Every signed-in colleague will read it, and find it by search.')}
      </p>
      <ReservationList reservations={reservations} onLeave={onClose} />
      {error !== null && <Problem error={error} />}
      <div className="row">
        <button
          type="button"
          className="button button-primary"
          aria-disabled={busy}
          onClick={() => void onPublish()}
        >
          {busy && <span className="spinner" />}
          {count === 0 ? say('Publish now') : say('Publish as it is')}
        </button>
        <button ref={cancel} type="button" className="button" onClick={onClose}>
          {say('Not yet')}
        </button>
      </div>
    </Dialog>
  );
}
