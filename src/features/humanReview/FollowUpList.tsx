import { say, translated } from '../../language/say';
import { saying } from '../../language/saying';
import type { KnownReview } from './news';
import { FOLLOW_UP_LABELS, moment } from './words';

/** The messages about open actions: to whom, about what, when, and what they say. */
export function FollowUpList({ followUps, calledOff }: Pick<KnownReview, 'followUps' | 'calledOff'>) {
  if (followUps.length === 0 && calledOff === null) return null;
  return (
    <div className="stack-tight">
      <h3>{say('Follow-ups')}</h3>
      {calledOff && (
        <p>
          {saying('Called off by {name}, {moment}.', {
            name: <bdi>{calledOff.by.name}</bdi>,
            moment: moment(calledOff.at),
          })}
        </p>
      )}
      <ul className="review-rows">
        {followUps.map(({ key, owner, actions, sendAt, state, message, writtenBy }) => (
          <li key={key}>
            <div className="stack-tight">
              <p className="row">
                <span className={state === 'FAILED' ? 'chip chip-danger' : 'chip'}>
                  {say(FOLLOW_UP_LABELS[calledOff && state === 'WAITING' ? 'CANCELLED' : state])}
                </span>
                <bdi>{owner === '' ? say('Whoever has submitted it') : owner}</bdi>
                <time className="small soft" dateTime={sendAt}>
                  {moment(sendAt)}
                </time>
              </p>
              <ul className="review-list">
                {actions.map((action) => (
                  <li key={action} dir="auto">
                    {action}
                  </li>
                ))}
              </ul>
              {message !== '' && (
                <details>
                  <summary>{say('What it says')}</summary>
                  <blockquote className="pre-line" dir="auto">
                    {message}
                  </blockquote>
                  <p className="small soft">{translated(writtenBy)}</p>
                </details>
              )}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
