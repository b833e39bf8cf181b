import { useEffect, useId, useRef, useState } from 'react';
import { fingerprintOf, MOST_WORDS_SAID, type ReviewerVerdict, VERDICTS } from '../../../domain/humanReview';
import { Problem } from '../../components/Problem';
import { StandsOtherwiseError } from '../../data/reviewErrors';
import { useServices } from '../../data/services';
import { say } from '../../language/say';
import { ChangedSince, changedSince } from './ChangedSince';
import { DECIDED } from './decided';
import { savedFingerprint } from './document';
import type { KnownReview } from './news';
import { DECISION } from './places';
import { useDeed } from './useDeed';
import type { ReviewPart } from './useFollower';
import { useKeptText } from './useKeptText';
import { moment, VERDICT_LABELS } from './words';

/** Where the words of somebody on a review are kept until they are sent. */
export const wordsPlace = (userId: string, reviewId: string): string => `words.${userId}.${reviewId}`;
/** How often the text is looked at again under the eyes of whoever decides, in milliseconds. */
const LOOK_AGAIN_MS = 15_000;

interface Props extends ReviewPart {
  review: KnownReview;
  /** It is decided: here (null), or otherwise than was thought. */
  onDecided(refusal: unknown): void;
}

/** The form in which somebody decides, on the text that this page shows. */
export function Decide({ review, follower, services, reviewed, onDecided }: Props) {
  const { document: opened, content, mayWrite, user } = reviewed;
  const { postMortems } = useServices();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [read, setRead] = useState(content);
  const [isMissing, setMissing] = useState(false);
  const { text, change, clear } = useKeptText(wordsPlace(user.id, review.id));
  const { isBusy, error, run } = useDeed();
  // Who writes in it changes it too, and is told when somebody else does.
  useLookingAgain(mayWrite ? null : () => opened.refresh());
  const isChanged = !mayWrite && changedSince(read, content).length > 0;

  const readFingerprint = async () => {
    await opened.refresh();
    // Said above the form; nothing is decided on a text that nobody has read.
    if (changedSince(read, opened.state().content).length > 0) throw new ReadItFirst();
    return fingerprintOf(read);
  };
  const decide = async (outcome: ReviewerVerdict) => {
    if (isBusy) return;
    const comment = text.trim();
    setMissing(comment === '' && outcome !== 'APPROVED');
    if (comment === '' && outcome !== 'APPROVED') return field.current?.focus();
    const isDone = await run(async () => {
      try {
        const fingerprint = mayWrite ? await savedFingerprint(opened, postMortems) : await readFingerprint();
        const decided = await services.reviews.decide(review.id, { outcome, comment, fingerprint });
        // Before the form goes: what is kept after that was not sent.
        clear();
        follower.put(decided);
      } catch (cause) {
        if (cause instanceof StandsOtherwiseError) {
          await Promise.all([opened.refresh(), follower.look()]);
          onDecided(cause);
        }
        throw cause;
      }
    });
    if (!isDone) return;
    window.dispatchEvent(new Event(DECIDED));
    onDecided(null);
  };
  return (
    <section
      id={DECISION}
      className="stack-tight review-decide"
      aria-label={say('Your decision')}
      tabIndex={-1}
    >
      <h3>{say('Your decision')}</h3>
      {isChanged && <ChangedSince before={read} now={content} onRead={() => setRead(content)} />}
      <div className="field">
        <label htmlFor={id}>{say('Your words to the author')}</label>
        <textarea
          id={id}
          ref={field}
          dir="auto"
          rows={3}
          value={text}
          maxLength={MOST_WORDS_SAID}
          aria-invalid={isMissing}
          aria-describedby={`${id}hint`}
          onChange={(event) => {
            setMissing(false);
            change(event.target.value);
          }}
        />
        <p id={`${id}hint`} className={isMissing ? 'field-problem' : 'hint'}>
          {isMissing
            ? say('Say why, so that the author knows what to do.')
            : say('Needed when you ask for changes or decline. Approved, it is published at once.')}
        </p>
      </div>
      <div className="row">
        {VERDICTS.map((outcome) => (
          <button
            key={outcome}
            type="button"
            className={outcome === 'APPROVED' ? 'button button-primary' : 'button'}
            aria-disabled={isBusy}
            disabled={isChanged}
            onClick={() => void decide(outcome)}
          >
            {say(VERDICT_LABELS[outcome])}
          </button>
        ))}
        {isBusy && (
          <span className="row soft small" role="status">
            <span className="spinner" /> {say('Sending…')}
          </span>
        )}
      </div>
      <p className="hint">{say('It can be decided until {moment}.', { moment: moment(review.dueAt) })}</p>
      {error !== null && !(error instanceof ReadItFirst || error instanceof StandsOtherwiseError) && (
        <Problem error={error} />
      )}
    </section>
  );
}

/** The text has changed while it was decided on. The form says so in its own place. */
class ReadItFirst extends Error {
  override name = 'ReadItFirst';
}

/** Looks while somebody sees the page whether the text has changed. */
function useLookingAgain(refresh: (() => Promise<void>) | null) {
  const latest = useRef(refresh);
  latest.current = refresh;
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void latest.current?.();
    }, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, []);
}
