import type { Delivery } from '../../../domain/humanReview';
import { mayCallOff } from '../../../domain/humanReview';
import { Problem } from '../../components/Problem';
import { StandsOtherwiseError } from '../../data/reviewErrors';
import { say, sayCount, translated } from '../../language/say';
import type { KnownReview } from './news';
import { useDeed } from './useDeed';
import type { ReviewPart } from './useFollower';
import { DELIVERY_LABELS, isLost, moment } from './words';

type Props = ReviewPart & { review: KnownReview };

/** Messages that went out, and those that did not: these at once, with why and a way to send them again. */
export function DeliveryList({ review, ...part }: Props) {
  const { deliveries } = review;
  const lost = deliveries.filter(({ state }) => isLost(state));
  const others = deliveries.filter(({ state }) => !isLost(state));
  if (deliveries.length === 0) return null;
  return (
    <div className="stack-tight">
      {lost.length > 0 && (
        <div className="message message-warn">
          <h3>{sayCount(lost.length, 'A message has not arrived', '{n} messages have not arrived')}</h3>
          <ul className="review-rows">
            {lost.map((delivery) => (
              <Lost key={delivery.key} {...part} review={review} delivery={delivery} />
            ))}
          </ul>
        </div>
      )}
      {others.length > 0 && (
        <details>
          <summary>{say('Messages ({count})', { count: others.length })}</summary>
          <ul className="review-rows">
            {others.map((delivery) => (
              <li key={delivery.key}>
                <What delivery={delivery} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

const What = ({ delivery: { state, about, to, at } }: { delivery: Delivery }) => (
  <span>
    <span className="chip">{say(DELIVERY_LABELS[state])}</span> {translated(about)}:{' '}
    <bdi>{translated(to)}</bdi>{' '}
    <time className="small soft" dateTime={at}>
      {moment(at)}
    </time>
  </span>
);

function Lost({ review, delivery, follower, services, reviewed }: Props & { delivery: Delivery }) {
  const { isBusy, error, run } = useDeed();
  const sendAgain = () =>
    run(async () => {
      try {
        await services.reviews.sendAgain(review.id, delivery.key);
      } catch (cause) {
        if (cause instanceof StandsOtherwiseError) await follower.look();
        throw cause;
      }
      follower.hasten();
    });
  return (
    <li className="stack-tight">
      <What delivery={delivery} />
      <span className="small" dir="auto">
        {translated(delivery.why)}
      </span>
      {mayCallOff(review, reviewed.user.id, reviewed.owner) && (
        <span>
          <button
            type="button"
            className="button button-small"
            aria-disabled={isBusy}
            onClick={() => void sendAgain()}
          >
            {isBusy && <span className="spinner" />}
            {say('Send again')}
            <span className="visually-hidden">
              : {translated(delivery.about)}, {translated(delivery.to)}
            </span>
          </button>
        </span>
      )}
      {error !== null && <Problem error={error} />}
    </li>
  );
}
