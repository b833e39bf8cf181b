import { useRef, useState } from 'react';
import { isOpen, mayCallOff } from '../../../domain/humanReview';
import { Dialog } from '../../components/Dialog';
import { showPlace } from '../../components/InPageLink';
import { useNotify } from '../../components/Notices';
import { Problem } from '../../components/Problem';
import { explain } from '../../data/errors';
import { StandsOtherwiseError } from '../../data/reviewErrors';
import { say } from '../../language/say';
import type { KnownReview } from './news';
import { REVIEW } from './places';
import { useDeed } from './useDeed';
import type { ReviewPart } from './useFollower';

/** What can be called off of a review, and what that means; nothing once it is over. */
function callable({ calledOff, endedAt, decision, ...review }: KnownReview) {
  if (review.isOutOfSight) return null;
  if (isOpen({ ...review, decision }))
    return {
      label: say('Cancel the review'),
      asks: say('Cancel the review?'),
      means: say('The reviewers are told, nobody can decide any more, and it is a draft again.'),
    };
  if (endedAt !== null || calledOff !== null || decision?.outcome !== 'APPROVED') return null;
  return {
    label: say('Call off the follow-ups'),
    asks: say('Call off the follow-ups?'),
    means: say('Nobody is asked about the open actions of this document any more. It stays published.'),
  };
}

/** Calls a review off, or what would follow from it, for who may. Asks first. */
export function CallOff({ review, follower, services, reviewed }: ReviewPart & { review: KnownReview }) {
  const [isAsking, setAsking] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  const { isBusy, error, run, forget } = useDeed();
  const notify = useNotify();
  const what = callable(review);
  if (!what || !mayCallOff(review, reviewed.user.id, reviewed.owner)) return null;
  const callOff = async () => {
    const isDone = await run(async () => {
      try {
        follower.put(await services.reviews.cancel(review.id, isOpen(review)));
      } catch (cause) {
        if (!(cause instanceof StandsOtherwiseError)) throw cause;
        // What the question was about may be gone with it.
        notify({ text: explain(cause).message });
        await follower.look();
      }
    });
    if (!isDone) return;
    setAsking(false);
    // The button that had the focus has gone.
    setTimeout(() => showPlace(REVIEW), 0);
  };
  return (
    <>
      <button type="button" className="button button-small" onClick={() => setAsking(true)}>
        {what.label}
      </button>
      {isAsking && (
        <Dialog
          title={what.asks}
          focusFirst={keep}
          onClose={() => {
            forget();
            setAsking(false);
          }}
        >
          <p>{what.means}</p>
          {error !== null && <Problem error={error} />}
          <div className="row">
            <button
              type="button"
              className="button button-danger"
              aria-disabled={isBusy}
              onClick={() => void callOff()}
            >
              {isBusy && <span className="spinner" />}
              {what.label}
            </button>
            <button
              ref={keep}
              type="button"
              className="button"
              onClick={() => {
                forget();
                setAsking(false);
              }}
            >
              {say('Leave it as it is')}
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
}
