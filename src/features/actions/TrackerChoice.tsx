import { useId, useState } from 'react';
import {
  newIssueAddress,
  TRACKERS,
  type Tracker,
  TrackerAddressError,
} from '../../../domain/actions/newIssue';
import { say, translated } from '../../language/say';

/** Where new issues are made; typed once, and kept on this device. */
export function TrackerChoice(props: { tracker: Tracker | null; onChange(tracker: Tracker): void }) {
  const [typed, setTyped] = useState<Tracker>(props.tracker ?? { id: 'github', address: '' });
  const id = useId();
  const example = TRACKERS.find((one) => one.id === typed.id)?.example;
  const problem = typed.address.trim() === '' ? null : problemWith(typed);
  const change = (tracker: Tracker) => {
    setTyped(tracker);
    props.onChange(tracker);
  };
  return (
    <details className="tracker">
      <summary>{props.tracker ? say('Where new issues are made') : say('Make issues of actions')}</summary>
      <div className="row actions-bar">
        <div className="field">
          <label htmlFor={`${id}kind`}>{say('Tracker')}</label>
          <select
            id={`${id}kind`}
            value={typed.id}
            onChange={(event) => change({ ...typed, id: event.target.value as Tracker['id'] })}
          >
            {TRACKERS.map((one) => (
              <option key={one.id} value={one.id}>
                {one.label}
              </option>
            ))}
          </select>
        </div>
        <div className="field tracker-address">
          <label htmlFor={`${id}address`}>{say('Its address')}</label>
          <input
            id={`${id}address`}
            type="url"
            value={typed.address}
            aria-describedby={`${id}hint`}
            aria-invalid={problem !== null}
            onChange={(event) => change({ ...typed, address: event.target.value })}
          />
        </div>
      </div>
      <p id={`${id}hint`} className={problem ? 'field-problem' : 'hint'}>
        {problem ??
          say('Such as {example}. Kept on this device; nothing is sent there before you save the issue.', {
            example: example ?? '',
          })}
      </p>
    </details>
  );
}

function problemWith(tracker: Tracker): string | null {
  try {
    newIssueAddress(tracker, { text: '', owner: '', dueDate: '', title: '', link: '' });
    return null;
  } catch (error) {
    if (error instanceof TrackerAddressError)
      return `${translated(error.message)} ${translated(error.advice)}`;
    throw error;
  }
}
