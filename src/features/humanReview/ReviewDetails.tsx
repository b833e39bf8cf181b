import { Link } from 'react-router';
import { isOpen, mayCallOff, mayDecide } from '../../../domain/humanReview';
import { GoThere } from '../../components/GoThere';
import { CallOff } from './CallOff';
import { Decide, wordsPlace } from './Decide';
import { DeliveryList } from './DeliveryList';
import { FollowUpList } from './FollowUpList';
import { isOnPage } from './isOnPage';
import type { KnownReview } from './news';
import { StepList } from './StepList';
import { Unsaid } from './Unsaid';
import type { ReviewPart } from './useFollower';
import { moment, nextOf, outcomeChip, placeLabel, standing, whoDecides } from './words';

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
          <bdi>{review.submittedBy.name}</bdi> submitted it on {moment(review.submittedAt)}, to be decided by{' '}
          <bdi>{whoDecides(review)}</bdi>.
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
            <span className={outcomeChip(decision.outcome)}>{standing(review)}</span>
            <span>
              {decision.by ? (
                <>
                  by <bdi>{decision.by.name}</bdi>,{' '}
                </>
              ) : null}
              <time dateTime={decision.at}>{moment(decision.at)}</time>
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
          {note}
        </p>
      )}
      {next.length > 0 && (
        <div className="stack-tight">
          <h3>What comes next</h3>
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
          <h3>{decision?.outcome === 'CHANGES_REQUESTED' ? 'Others that did it well' : 'Related'}</h3>
          <ul className="review-list">
            {pointers.map(({ id, title, why }) => (
              <li key={id}>
                <Link to={`/post-mortems/${id}`}>
                  <bdi>{title}</bdi>
                </Link>{' '}
                <span className="soft small">{why}</span>
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
            See it as Lambda sees it<span className="visually-hidden"> (opens another page)</span>
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
    return decides && isChecked ? <p className="soft">The rules have nothing to say of it.</p> : null;
  }
  return (
    <details open={decides}>
      <summary>
        {remarks.length === 1 ? 'One remark by the rules' : `${remarks.length} remarks by the rules`}
      </summary>
      <p className="small soft">As it was submitted. They ask; only people know.</p>
      <ul className="review-rows">
        {remarks.map(({ kind, where, message }) => (
          <li key={`${kind} ${where} ${message}`}>
            <span>
              {!message.startsWith(placeLabel(where)) && <strong>{placeLabel(where)}: </strong>}
              {message}
            </span>
            {(mayWrite || isOnPage(where, content)) && (
              <GoThere where={where} about={message} onLeave={() => {}} />
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
