import { type ReactNode, useId } from 'react';
import type { TimedDocument } from '../../../domain/incident/moments';
import { quoted } from '../../../domain/incident/telling';
import { numberWords, say } from '../../language/say';

/** More than so many are counted and not listed. */
const MOST = 8;

/** Entries that are not drawn one by one, each with a way to it. */
export function EntryList(props: {
  title: string;
  timeline: TimedDocument['timeline'];
  /** Their places in the timeline, from 0. */
  entries: readonly number[];
  onShow(entry: number): void;
  onClose?: () => void;
  children?: ReactNode;
}) {
  const { title, timeline, entries, onShow, onClose, children } = props;
  const id = useId();
  const rest = entries.length - MOST;
  return (
    <section className="incident-entries small" aria-labelledby={id}>
      <p className="row">
        <strong id={id}>{title}</strong>
        {onClose && (
          <button type="button" className="button button-quiet button-small" onClick={onClose}>
            {say('Close')}
          </button>
        )}
      </p>
      <ul>
        {entries.slice(0, MOST).map((entry) => (
          <li key={entry}>
            <button type="button" className="link-button" onClick={() => onShow(entry)}>
              {say('Entry {n}', { n: entry + 1 })}
            </button>{' '}
            <bdi>
              {[timeline[entry]?.at.trim(), quoted(timeline[entry]?.text ?? '')].filter(Boolean).join(' ')}
            </bdi>
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="soft">{say('And {n} more.', { n: numberWords(rest) })}</p>}
      {children}
    </section>
  );
}
