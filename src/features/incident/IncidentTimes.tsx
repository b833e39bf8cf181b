import { clockOf } from '../../../domain/incident/clocks';
import { durationsOf } from '../../../domain/incident/durations';
import type { TimedDocument } from '../../../domain/incident/moments';
import { howOf } from '../../../domain/incident/telling';
import './incident.css';
import { say, translated } from '../../language/say';

/** TTD, TTM and TTR; each opens how it was computed, or why it was not. Nothing while no time is known. */
export function IncidentTimes({ document }: { document: TimedDocument }) {
  const durations = durationsOf(document);
  if (durations.every(({ from, to }) => from === null && to === null)) return null;
  const clock = clockOf(document);
  return (
    <ul className="incident-times" aria-label={say('How long it took')}>
      {durations.map(({ id, short, label, length, words, from, to }) => (
        <li key={id}>
          <details>
            <summary>
              <abbr title={translated(label)}>{short}</abbr>{' '}
              <strong className={length === null ? 'soft' : undefined}>{translated(words)}</strong>
            </summary>
            <p className="small">
              {translated(label)}: {translated(howOf({ id, from, to }, clock))}
            </p>
          </details>
        </li>
      ))}
    </ul>
  );
}
