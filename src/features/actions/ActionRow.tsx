import { useState } from 'react';
import { Link } from 'react-router';
import {
  newIssueAddress,
  TRACKERS,
  type Tracker,
  TrackerAddressError,
} from '../../../domain/actions/newIssue';
import type { OpenAction } from '../../../domain/actions/openActions';
import { ACTION_PRIORITIES, ACTION_TYPES } from '../../../domain/postMortem/choices';
import { Problem } from '../../components/Problem';
import type { PostMortemStore } from '../../data/types';
import { dates } from '../../language/formats';
import { say, translated } from '../../language/say';
import { tick } from './tick';

const DAY = dates({ dateStyle: 'medium', timeZone: 'UTC' });
const labelIn = (choices: readonly { id: string; label: string }[], id: string | undefined) =>
  choices.find((one) => one.id === id)?.label;

interface Props {
  action: OpenAction;
  tracker: Tracker | null;
  postMortems: PostMortemStore;
}

/** One open action. Ticked, it stays in its place until the page is read again, so that it can be unticked. */
export function ActionRow({ action, tracker, postMortems }: Props) {
  const { item, isOverdue, mayEdit, postMortemId, title, severity } = action;
  const [done, setDone] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const set = async (to: boolean) => {
    if (isSaving) return;
    setSaving(true);
    setError(null);
    try {
      await tick(postMortems, action, to);
      setDone(to);
    } catch (cause) {
      setError(cause);
    } finally {
      setSaving(false);
    }
  };
  const due = Number.isNaN(Date.parse(item.dueDate)) ? item.dueDate : DAY.format(new Date(item.dueDate));
  return (
    <li className="panel stack-tight" aria-busy={isSaving}>
      <label className="row open-action">
        <input
          type="checkbox"
          checked={done}
          disabled={!mayEdit}
          // Not disabled: that would take the focus out of the list.
          aria-disabled={isSaving}
          onChange={(event) => void set(event.target.checked)}
        />
        <span dir="auto">
          <span className="visually-hidden">{say('Done:')} </span>
          {item.text}
        </span>
      </label>
      <p className="row small soft">
        {item.dueDate !== '' && (
          <span className={isOverdue ? 'chip chip-warn' : 'chip'}>
            {isOverdue ? say('Overdue since') : say('Due|on')} {due}
          </span>
        )}
        <span className="chip" data-severity={severity}>
          {severity}
        </span>
        {item.owner === '' ? <span>{say('Nobody’s yet')}</span> : <bdi>{item.owner}</bdi>}
        {[labelIn(ACTION_PRIORITIES, item.priority), labelIn(ACTION_TYPES, item.type)].map(
          (label) => label && <span key={label}>{translated(label)}</span>,
        )}
        {item.ticket && <bdi>{item.ticket}</bdi>}
        <Link to={`/post-mortems/${postMortemId}`}>
          <bdi>{title}</bdi>
        </Link>
        {tracker && <NewIssue action={action} tracker={tracker} />}
      </p>
      {error !== null && <Problem error={error} />}
    </li>
  );
}

function NewIssue({ action, tracker }: { action: OpenAction; tracker: Tracker }) {
  const { item, title, postMortemId } = action;
  let address: string;
  try {
    const link = `${location.origin}/post-mortems/${postMortemId}`;
    address = newIssueAddress(tracker, { ...item, title, link });
  } catch (error) {
    // Where it is typed the page says what is wrong with it.
    if (error instanceof TrackerAddressError) return null;
    throw error;
  }
  return (
    <a href={address} target="_blank" rel="noreferrer">
      {say('New issue in {tracker}', { tracker: TRACKERS.find(({ id }) => id === tracker.id)?.label ?? '' })}
      <span className="visually-hidden"> {say('for {text} (opens another page)', { text: item.text })}</span>
    </a>
  );
}
