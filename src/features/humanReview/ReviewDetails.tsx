import { Link } from 'react-router';
import { isOpen, mayCallOff, mayDecide } from '../../../domain/humanReview';
import { GoThere } from '../../components/GoThere';
import { say, sayCount, translated } from '../../language/say';
import { saying } from '../../language/saying';
import { CallOff } from './CallOff';
import { Decide, wordsPlace } from './Decide';
import { DeliveryList } from './DeliveryList';
import { FollowUpList } from './FollowUpList';
import { isOnPage } from './isOnPage';
import type { KnownReview } from './news';
import { StandingChip } from './StandingChip';
import { StepList } from './StepList';
import { Unsaid } from './Unsaid';
import type { ReviewPart } from './useFollower';
import { moment, nextOf, placeLabel, whoDecides } from './words';

interface Props extends ReviewPart {
  review: KnownReview;
  /** The form has gone with what it was for: because of a decision here, or with a refusal. */
  onDecided?(refusal: unknown): void;
}

/** One review: who has it, what comes next, what was decided, and everything that has happened. */
export function ReviewDetails({ review, onDecided, ...part }: Props) {
  const { reviewed, services } = part;
  const { decision, note, pointers, message } = review;
  const decides =
    isOpen(review) && !review.isOutOfSight && mayDecide(review, reviewed.user.id, reviewed.owner);
  const next = nextOf(review, Date.now());
  return (
    <div className="stack">
      <div className="stack-tight">
        <p>
          {saying('{name} submitted it on {moment}, to be decided by {reviewers}.', {
            name: <bdi>{review.submittedBy.name}</bdi>,
            moment: moment(review.submittedAt),
            reviewers: <bdi>{whoDecides(review)}</bdi>,
          })}
        </p>
        {message !== '' && (
          <blockquote className="pre-line" dir="auto">
            {message}
          </blockquote>
        )}
      </div>
      {decision && (
        <div className="message" data-outcome={decision.outcome}>
          <p className="row">
            <StandingChip review={review} />
            <span>
              {decision.by ? (
                saying('by {name}, {moment}', {
                  name: <bdi>{decision.by.name}</bdi>,
                  moment: <time dateTime={decision.at}>{moment(decision.at)}</time>,
                })
              ) : (
                <time dateTime={decision.at}>{moment(decision.at)}</time>
              )}
            </span>
          </p>
          {decision.comment !== '' && (
            <blockquote className="pre-line" dir="auto">
              {decision.comment}
            </blockquote>
          )}
        </div>
      )}
      {note !== '' && (
        <p className="message message-warn" role="note">
          {translated(note)}
        </p>
      )}
      {next.length > 0 && (
        <div className="stack-tight">
          <h3>{say('What comes next')}</h3>
          <ul className="review-list">
            {next.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      <Remarks review={review} decides={decides} content={reviewed.content} mayWrite={reviewed.mayWrite} />
      {decides && <Decide {...part} review={review} onDecided={(refusal) => onDecided?.(refusal)} />}
      {!decides && <Unsaid place={wordsPlace(reviewed.user.id, review.id)} />}
      {pointers.length > 0 && (
        <div className="stack-tight">
          <h3>
            {decision?.outcome === 'CHANGES_REQUESTED' ? say('Others that did it well') : say('Related')}
          </h3>
          <ul className="review-list">
            {pointers.map(({ id, title, why }) => (
              <li key={id}>
                <Link to={`/post-mortems/${id}`}>
                  <bdi>{title}</bdi>
                </Link>{' '}
                <span className="soft small">{translated(why)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <FollowUpList followUps={review.followUps} calledOff={review.calledOff} />
      <StepList review={review} />
      {(reviewed.mayWrite || mayCallOff(review, reviewed.user.id, reviewed.owner)) && (
        <DeliveryList {...part} review={review} />
      )}
      <div className="row">
        <CallOff {...part} review={review} />
        {services.executions !== null && reviewed.user.id === reviewed.owner && (
          <a
            className="small"
            href={`${services.executions}?name=${encodeURIComponent(review.id)}`}
            target="_blank"
            rel="noreferrer"
          >
            {say('See it as Lambda sees it')}
            <span className="visually-hidden"> {say('(opens another page)')}</span>
          </a>
        )}
      </div>
    </div>
  );
}

/** What the rules had to say when it was submitted; in front of those who decide. */
function Remarks({
  review,
  decides,
  content,
  mayWrite,
}: {
  review: KnownReview;
  decides: boolean;
  content: ReviewPart['reviewed']['content'];
  mayWrite: boolean;
}) {
  const { remarks, steps } = review;
  if (remarks.length === 0) {
    const isChecked = steps.some(({ name }) => name === 'check-document');
    return decides && isChecked ? (
      <p className="soft">{say('The rules have nothing to say of it.')}</p>
    ) : null;
  }
  return (
    <details open={decides}>
      <summary>{sayCount(remarks.length, 'One remark by the rules', '{n} remarks by the rules')}</summary>
      <p className="small soft">{say('As it was submitted. They ask; only people know.')}</p>
      <ul className="review-rows">
        {remarks.map(({ kind, where, message }) => {
          const [place, said] = [placeLabel(where), translated(message)];
          return (
            <li key={`${kind} ${where} ${message}`}>
              <span>
                {!said.startsWith(place) && <strong>{place}: </strong>}
                {said}
              </span>
              {(mayWrite || isOnPage(where, content)) && (
                <GoThere where={where} about={said} onLeave={() => {}} />
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
