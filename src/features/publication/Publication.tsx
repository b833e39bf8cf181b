import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { type Author, STATUSES, type Status } from '../../../domain/postMortem';
import { nextSteps, readersOf, type StatusStep } from '../../../domain/publication';
import { Problem } from '../../components/Problem';
import type { DocumentContent, StatusChange } from '../../data/types';
import './publication.css';
import { lazily } from '../../components/lazily';
import { dates } from '../../language/formats';
import { say, translated } from '../../language/say';
import { saying } from '../../language/saying';

/** What speaks against publishing is looked for when somebody asks to. */
const PublishDialog = lazily(() => import('./PublishDialog'));

interface Props {
  content: DocumentContent;
  isPrivate: boolean;
  isOwner: boolean;
  statusBy: Author | null;
  statusAt: string | null;
  /** What stands instead of the ways to another status while people review it; nothing while nobody does. */
  underReview: ReactNode;
  /** The question whom to ask for a review. */
  submitting(onClose: () => void): ReactNode;
  /** Rejects with a named error when it could not be done. */
  onStatus(change: StatusChange): Promise<void>;
}

const WHEN = dates({ dateStyle: 'medium', timeStyle: 'short' });

/** How far the document is, who moved it there, who reads it, and where it may go. */
export function Publication(props: Props) {
  const { content, isPrivate, isOwner, statusBy, statusAt, underReview, submitting, onStatus } = props;
  const { status } = content;
  const [asking, setAsking] = useState<'publish' | 'submit' | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const store = async (change: StatusChange): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    setError(null);
    try {
      await onStatus(change);
      return true;
    } catch (cause) {
      setError(cause);
      return false;
    } finally {
      setBusy(false);
    }
  };
  const place = useRef<HTMLElement>(null);
  const isTaken = useRef(false);
  // The button that was pressed goes with the status it led away from.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at when the status is another one
  useEffect(() => {
    if (isTaken.current && document.activeElement === document.body) place.current?.focus();
    isTaken.current = false;
  }, [status]);
  const take = (step: StatusStep) => {
    if (busy) return;
    if (step.to === 'PUBLISHED') setAsking('publish');
    else if (step.to === 'IN_REVIEW') setAsking('submit');
    else void store({ status: step.to });
    isTaken.current = true;
  };
  return (
    <section ref={place} className="publication" tabIndex={-1} aria-label={say('Publication')}>
      <p className="row">
        <span className={status === 'PUBLISHED' ? 'chip chip-good' : 'chip'}>{labelOf(status)}</span>
        {isPrivate && <span className="chip">{say('Private')}</span>}
        {busy && (
          <span className="row soft small" role="status">
            <span className="spinner" /> {say('Saving…')}
          </span>
        )}
      </p>
      {statusAt !== null && (
        <p className="small soft">
          {statusBy
            ? saying('Since {moment}, by {name}', {
                moment: WHEN.format(new Date(statusAt)),
                name: <bdi>{statusBy.name}</bdi>,
              })
            : say('Since {moment}', { moment: WHEN.format(new Date(statusAt)) })}
        </p>
      )}
      {!underReview && <p className="small soft">{translated(readersOf({ status, isPrivate }))}</p>}
      {underReview || (
        <div className="row">
          {nextSteps(status).map((step, index) => (
            <button
              key={step.to}
              type="button"
              className={
                index === 0 && step.to !== 'WITHDRAWN'
                  ? 'button button-primary button-small'
                  : 'button button-small'
              }
              title={translated(step.means)}
              aria-disabled={busy}
              onClick={() => take(step)}
            >
              {translated(step.label)}
            </button>
          ))}
        </div>
      )}
      {isOwner && !underReview && (
        <label className="done-field small">
          <input
            type="checkbox"
            checked={isPrivate}
            aria-disabled={busy}
            onChange={(event) => void store({ status, isPrivate: event.target.checked })}
          />
          <span>{say('Private, also when it is published')}</span>
        </label>
      )}
      {error !== null && asking === null && <Problem error={error} />}
      {asking === 'submit' && submitting(() => setAsking(null))}
      {asking === 'publish' && (
        <Suspense fallback={null}>
          <PublishDialog
            content={content}
            isPrivate={isPrivate}
            busy={busy}
            error={error}
            onPublish={async () => {
              if (await store({ status: 'PUBLISHED' })) setAsking(null);
            }}
            onClose={() => {
              setAsking(null);
              setError(null);
            }}
          />
        </Suspense>
      )}
    </section>
  );
}

const labelOf = (status: Status): string =>
  translated(STATUSES.find(({ id }) => id === status)?.label ?? status);
