import { useId } from 'react';
import { Link } from 'react-router';
import { Problem } from '../../components/Problem';
import type { ShownReview } from '../../data/reviews';
import './humanReview.css';
import { isOpen } from '../../../domain/humanReview';
import { say, sayCount } from '../../language/say';
import { saying } from '../../language/saying';
import { REVIEW } from './places';
import { StandingChip } from './StandingChip';
import { UnreadableReviews } from './UnreadableReviews';
import { moment, nextOf, whoDecides } from './words';

/** What is known of the reviews that have to do with somebody. */
export type ReviewsReading =
  | { kind: 'loading' }
  | { kind: 'failed'; error: unknown }
  | {
      kind: 'read';
      toDecide: readonly ShownReview[];
      submitted: readonly ShownReview[];
      /** How many more there are that cannot be shown. */
      unreadable: number;
    };

/** Within this long of its end a review is said to be urgent, in milliseconds. */
const URGENT_MS = 86_400_000;

/** Those that wait, the one that is due first on top. */
export const dueFirst = (reviews: readonly ShownReview[]): ShownReview[] =>
  [...reviews].sort((one, other) => one.dueAt.localeCompare(other.dueAt));

interface Props {
  reading: ReviewsReading;
  /** In milliseconds since 1970. */
  now: number;
  onReadAgain(): void;
}

/** What waits for somebody, and what they wait for. */
export default function ReviewsView({ reading, now, onReadAgain }: Props) {
  return (
    <div className="page page-narrow stack">
      <title>{say('Reviews · Nevermore')}</title>
      <h1>{say('Reviews')}</h1>
      <p className="visually-hidden" role="status">
        {reading.kind === 'loading' && say('Reading…')}
        {reading.kind === 'read' && waitingWords(reading.toDecide.length)}
      </p>
      {reading.kind === 'failed' && (
        <Problem error={reading.error}>
          <button type="button" className="button" onClick={onReadAgain}>
            {say('Try again')}
          </button>
        </Problem>
      )}
      {reading.kind === 'loading' && <div className="skeleton" style={{ height: '12rem' }} />}
      {reading.kind === 'read' && (
        <>
          <UnreadableReviews count={reading.unreadable} />
          <Listed
            title={say('Waiting for you')}
            nothing={say('Nothing waits for you. When somebody asks for your review, it stands here.')}
            reviews={dueFirst(reading.toDecide)}
          >
            {(review) => <ToDecide review={review} now={now} />}
          </Listed>
          <Listed
            title={say('You have asked')}
            nothing={say(
              'You have asked nobody yet. Open a post-mortem of yours and choose Submit for review.',
            )}
            reviews={reading.submitted}
          >
            {(review) => <Asked review={review} now={now} />}
          </Listed>
        </>
      )}
    </div>
  );
}

const waitingWords = (count: number): string =>
  count === 0
    ? say('Nothing waits for you.')
    : sayCount(count, 'One review waits for you.', '{n} reviews wait for you.');

function Listed(props: {
  title: string;
  nothing: string;
  reviews: readonly ShownReview[];
  children(review: ShownReview): React.ReactNode;
}) {
  const { title, nothing, reviews, children } = props;
  const id = useId();
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id}>
        {title}
        {reviews.length > 0 && ` (${reviews.length})`}
      </h2>
      {reviews.length === 0 ? (
        <p className="panel soft">{nothing}</p>
      ) : (
        <ul className="reviews-list">
          {reviews.map((review) => (
            <li key={review.id} className="panel stack-tight">
              <h3>
                <Link to={`/post-mortems/${review.postMortemId}#${REVIEW}`}>
                  <bdi>{review.title}</bdi>
                </Link>
              </h3>
              {children(review)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const ToDecide = ({ review, now }: { review: ShownReview; now: number }) => (
  <>
    <p className="row small">
      <span className={Date.parse(review.dueAt) - now < URGENT_MS ? 'chip chip-warn' : 'chip'}>
        {say('Until {moment}', { moment: moment(review.dueAt) })}
      </span>
      <span className="soft">
        {saying('{name} asks, {moment}', {
          name: <bdi>{review.submittedBy.name}</bdi>,
          moment: moment(review.submittedAt),
        })}
      </span>
    </p>
    {review.message !== '' && (
      <p className="soft" dir="auto">
        “{review.message}”
      </p>
    )}
  </>
);

const Asked = ({ review, now }: { review: ShownReview; now: number }) => (
  <>
    <p className="row small">
      <StandingChip review={review} />
      <span className="soft">
        {review.decision?.by
          ? saying('by {name}, {moment}', {
              name: <bdi>{review.decision.by.name}</bdi>,
              moment: moment(review.decision.at),
            })
          : saying('asked {reviewers}, {moment}', {
              reviewers: <bdi>{whoDecides(review)}</bdi>,
              moment: moment(review.submittedAt),
            })}
      </span>
    </p>
    {review.decision !== null && review.decision.comment !== '' && (
      <p className="soft" dir="auto">
        “{review.decision.comment}”
      </p>
    )}
    {(isOpen(review) || review.stage === 'FOLLOWING_UP') && (
      <ul className="review-list small">
        {nextOf(review, now).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    )}
  </>
);
