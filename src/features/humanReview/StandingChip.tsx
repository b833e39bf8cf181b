import type { KnownReview } from './news';
import { standing } from './words';

/** How a review stands, in a colour that tells whether it came out well. */
export function StandingChip({ review }: { review: KnownReview }) {
  const outcome = review.decision?.outcome;
  const isUnsettled = outcome === 'CHANGES_REQUESTED' || outcome === 'TIMED_OUT';
  return (
    <span className={outcome === 'APPROVED' ? 'chip chip-good' : isUnsettled ? 'chip chip-warn' : 'chip'}>
      {standing(review)}
    </span>
  );
}
