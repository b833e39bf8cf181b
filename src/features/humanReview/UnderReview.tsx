import { mayDecide } from '../../../domain/humanReview';
import { InPageLink } from '../../components/InPageLink';
import { say } from '../../language/say';
import { saying } from '../../language/saying';
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
          {say(
            decides
              ? 'It waits for your decision, until {moment}.'
              : 'It waits for a decision, until {moment}.',
            { moment: moment(review.dueAt) },
          )}
        </p>
        <p>
          <InPageLink to={decides ? DECISION : REVIEW}>
            {say(decides ? 'Decide' : 'Show the review')}
          </InPageLink>
        </p>
      </div>
    );
  return (
    <div className="stack-tight">
      <p className="small">
        {saying(
          'It waits for {reviewers}, until {moment}. To publish it yourself, or to take it back, cancel the review first.',
          { reviewers: <bdi>{whoDecides(review)}</bdi>, moment: moment(review.dueAt) },
        )}
        {review.reviewers.length === 0 && ` ${say('Meanwhile every signed-in colleague can read it.')}`}
      </p>
      <p>
        <InPageLink to={REVIEW}>{say('Show the review')}</InPageLink>
      </p>
      <div className="row">
        <CallOff {...part} review={review} />
      </div>
    </div>
  );
}
