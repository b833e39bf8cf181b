import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { showPlace } from '../../components/InPageLink';
import { useNotify } from '../../components/Notices';
import { Problem } from '../../components/Problem';
import { say, sayCount } from '../../language/say';
import { saying } from '../../language/saying';
import { decidedSince, type KnownReview } from './news';
import { REVIEW } from './places';
import { ReviewDetails } from './ReviewDetails';
import { StandingChip } from './StandingChip';
import { isSettled } from './settled';
import { UnreadableReviews } from './UnreadableReviews';
import { type ReviewPart, useFollower } from './useFollower';
import { decisionNews, moment, standing } from './words';

/** The review of a document as it is: the latest, what it waits for and what has happened; and those before it. */
export function ReviewPanel(part: ReviewPart) {
  const { isRead, reviews, unreadable, error } = useFollower(part.follower);
  const heading = useRef<HTMLHeadingElement>(null);
  const [refusal, setRefusal] = useState<unknown>(null);
  useDecisionsTold(reviews, part.reviewed.user.id);
  const [latest, ...earlier] = reviews;
  const isHere = latest !== undefined;
  useEffect(() => {
    // An address that leads here was opened before there was anything here.
    if (isHere && location.hash === `#${REVIEW}`) showPlace(REVIEW);
  }, [isHere]);
  if (!latest && unreadable === 0 && (isRead || error === null)) return null;
  return (
    <section id={REVIEW} className="panel review stack" aria-labelledby="review-heading">
      <div className="row row-between">
        <h2 id="review-heading" ref={heading} tabIndex={-1}>
          {say('Review')}
        </h2>
        {latest && <StandingChip review={latest} />}
      </div>
      {error !== null && (
        <Problem error={error}>
          <button type="button" className="button" onClick={() => void part.follower.look()}>
            {say('Look again|review')}
          </button>
        </Problem>
      )}
      <UnreadableReviews count={unreadable} />
      {refusal !== null && <Problem error={refusal} />}
      {latest && (
        <Latest
          key={latest.id}
          {...part}
          review={latest}
          onDecided={(refused) => {
            setRefusal(refused);
            heading.current?.focus();
          }}
        />
      )}
      {earlier.length > 0 && (
        <details>
          <summary>{sayCount(earlier.length, 'The review before', '{n} reviews before')}</summary>
          <ul className="stack review-earlier">
            {earlier.map((review) => (
              <li key={review.id}>
                <Folded {...part} review={review} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

interface Shown extends ReviewPart {
  review: KnownReview;
}

/** The latest review whole; one that was settled before somebody came for the document is a line that opens. */
function Latest({ onDecided, ...shown }: Shown & { onDecided(refusal: unknown): void }) {
  const { hash } = useLocation();
  const [isFolded] = useState(
    () => hash !== `#${REVIEW}` && isSettled(shown.review, shown.reviewed.content.status),
  );
  return isFolded ? <Folded {...shown} /> : <ReviewDetails {...shown} onDecided={onDecided} />;
}

function Folded({ review, ...part }: Shown) {
  return (
    <details>
      <summary>
        {review.decision?.by
          ? saying('{moment}: {standing}, by {name}', {
              moment: moment(review.submittedAt),
              standing: standing(review),
              name: <bdi>{review.decision.by.name}</bdi>,
            })
          : `${moment(review.submittedAt)}: ${standing(review)}`}
      </summary>
      <ReviewDetails {...part} review={review} />
    </details>
  );
}

/** Says what somebody else has decided while this page was open, wherever on it one is. */
function useDecisionsTold(reviews: readonly KnownReview[], userId: string) {
  const notify = useNotify();
  const before = useRef(reviews);
  useEffect(() => {
    const news = decidedSince(before.current, reviews);
    before.current = reviews;
    for (const review of news) {
      if (review.decision.by?.id !== userId) notify({ text: decisionNews(review) });
    }
  }, [reviews, notify, userId]);
}
