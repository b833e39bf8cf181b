import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { MOST_REVIEWERS, MOST_WORDS_SAID } from '../../../domain/humanReview';
import { reservationsAbout } from '../../../domain/readiness';
import { Dialog } from '../../components/Dialog';
import { showPlace } from '../../components/InPageLink';
import { useNotify } from '../../components/Notices';
import { Problem } from '../../components/Problem';
import { ReservationList } from '../../components/ReservationList';
import { RefusedError } from '../../data/errors';
import { NotSentError, ReviewBrokeOffError } from '../../data/reviewErrors';
import { useServices } from '../../data/services';
import { say } from '../../language/say';
import { savedFingerprint } from './document';
import { REVIEW } from './places';
import { askedBy, type Candidate, type Choice, ReviewerChoice } from './ReviewerChoice';
import { useDeed } from './useDeed';
import type { ReviewPart } from './useFollower';
import { useKeptText } from './useKeptText';
import { whatWillHappen } from './words';

/** Asks who is to review it and what they should know, and says what will happen. */
export function SubmitDialog({
  follower,
  services,
  reviewed,
  onClose,
}: ReviewPart & { onClose: () => void }) {
  const { document: opened, content, isPrivate, owner, user, theme } = reviewed;
  const { postMortems } = useServices();
  const notify = useNotify();
  const formId = useId();
  const isOwner = owner === user.id;
  const { offered, error: unread } = useOffered(reviewed);
  const [choice, setChoice] = useState<Choice>({ toAnybody: false, named: [], typed: '' });
  const [problem, setProblem] = useState('');
  const { text: message, change, clear } = useKeptText(`message.${user.id}.${opened.id}`);
  const { isBusy, error, run } = useDeed();
  // The same submission sent again is one; after a refusal it is another.
  const id = useRef(crypto.randomUUID());
  const reservations = useMemo(() => reservationsAbout(content, { now: Date.now() }), [content]);

  const submit = async () => {
    const reviewers = askedBy(choice).map((one) => one.id);
    const wrong = problemWith(choice, reviewers.length);
    setProblem(wrong);
    if (wrong !== '') return;
    const isDone = await run(async () => {
      const fingerprint = await savedFingerprint(opened, postMortems);
      try {
        const submission = { id: id.current, postMortemId: opened.id, reviewers, theme, fingerprint };
        follower.put(await services.reviews.submit({ ...submission, message: message.trim() }));
      } catch (cause) {
        if (!(cause instanceof NotSentError)) id.current = crypto.randomUUID();
        if (cause instanceof RefusedError || cause instanceof ReviewBrokeOffError) {
          await Promise.all([opened.refresh(), follower.look()]);
        }
        throw cause;
      }
    });
    if (!isDone) return;
    clear();
    onClose();
    notify({ text: say('Submitted. The page shows how its review goes on.') });
    // The button that had the focus has gone.
    setTimeout(() => showPlace(REVIEW), 0);
  };
  return (
    <Dialog title={say('Submit for review')} isWide onClose={onClose}>
      <form
        id={formId}
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <ReviewerChoice
          choice={choice}
          offered={offered}
          isPrivate={isPrivate}
          isOwner={isOwner}
          problem={problem}
          onChange={(changed) => {
            setProblem('');
            setChoice(changed);
          }}
        />
        {unread !== null && <Problem error={unread} />}
        <div className="field">
          <label htmlFor={`${formId}message`}>{say('What they should know (may be empty)')}</label>
          <textarea
            id={`${formId}message`}
            dir="auto"
            rows={3}
            maxLength={MOST_WORDS_SAID}
            value={message}
            onChange={(event) => change(event.target.value)}
          />
        </div>
        <section className="stack-tight" aria-label={say('Before it is read')}>
          <h3>{say('Before it is read')}</h3>
          <ReservationList reservations={reservations} onLeave={onClose} />
        </section>
        <section className="stack-tight" aria-label={say('What will happen')}>
          <h3>{say('What will happen')}</h3>
          <ul className="review-list">
            {whatWillHappen({ toAnybody: choice.toAnybody, isPrivate }, services.waiting).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
        {error !== null && <Problem error={error} />}
        <div className="row">
          <button type="submit" className="button button-primary" aria-disabled={isBusy}>
            {isBusy && <span className="spinner" />}
            {reservations.length === 0 ? say('Submit it') : say('Submit it as it is')}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {say('Not yet')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** Why a choice of reviewers cannot be sent as it is; empty when it can. */
function problemWith({ toAnybody }: Choice, count: number): string {
  if (toAnybody) return '';
  if (count === 0) return say('Name somebody, or let any colleague decide.');
  return count > MOST_REVIEWERS
    ? say('At most {most} people can be asked. Take somebody off.', { most: MOST_REVIEWERS })
    : '';
}

/** Those whom the document is shared with, and its owner, without whoever asks. */
function useOffered({ members, owner, user }: ReviewPart['reviewed']): {
  offered: Candidate[];
  error: unknown;
} {
  const [offered, setOffered] = useState<Candidate[]>([]);
  const [error, setError] = useState<unknown>(null);
  // What is asked for stays the same while the dialog is open.
  const [ask] = useState(() => members);
  useEffect(() => {
    let isHere = true;
    ask().then(
      (found) => {
        if (!isHere) return;
        const others = found.map(({ person, name }) => ({ id: person, name: name || person }));
        const all = owner === user.id ? others : [{ id: owner, name: say('Its owner') }, ...others];
        setOffered(all.filter((one) => one.id !== user.id));
      },
      (cause: unknown) => isHere && setError(cause),
    );
    return () => {
      isHere = false;
    };
  }, [ask, owner, user.id]);
  return { offered, error };
}
