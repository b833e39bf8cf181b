import { mayDecide } from '../../../domain/humanReview';
import { InPageLink } from '../../components/InPageLink';
import { CallOff } from './CallOff';
import { openAmong } from './news';
import { DECISION, REVIEW } from './places';
import { type ReviewPart, useFollower } from './useFollower';
import { moment, whoDecides } from './words';

/** In the place of the ways to another status: why there are none, and the one that there is. */
export function UnderReview(part: ReviewPart) {
  const { reviews } = useFollower(part.follower);
  const { mayWrite, user, owner } = part.reviewed;
  const review = openAmong(reviews);
  if (!review) return <span className="spinner" aria-hidden="true" />;
  const decides = mayDecide(review, user.id, owner);
  if (!mayWrite)
    return (
      <div className="stack-tight review-aside">
        <p className="small">
          {decides ? 'It waits for your decision' : 'It waits for a decision'}, until {moment(review.dueAt)}.
        </p>
        <p>
          <InPageLink to={decides ? DECISION : REVIEW}>{decides ? 'Decide' : 'Show the review'}</InPageLink>
        </p>
      </div>
    );
  return (
    <div className="stack-tight">
      <p className="small">
        It waits for <bdi>{whoDecides(review)}</bdi>, until {moment(review.dueAt)}. To publish it yourself, or
        to take it back, cancel the review first.
        {review.reviewers.length === 0 && ' Meanwhile every signed-in colleague can read it.'}
      </p>
      <p>
        <InPageLink to={REVIEW}>Show the review</InPageLink>
      </p>
      <div className="row">
        <CallOff {...part} review={review} />
      </div>
    </div>
  );
}
