import { useEffect, useId, useState } from 'react';
import { Link } from 'react-router';
import type { Anniversary, Remembered } from '../../../domain/onThisDay';
import { Icon } from '../../components/Icon';
import { SessionExpiredError } from '../../data/errors';
import type { DailyLook, List } from './dailyLook';
import './onThisDay.css';
import { dates } from '../../language/formats';
import { say, sayCount } from '../../language/say';

interface Props {
  look: DailyLook;
  /** What is looked through once a day. Must stay the same from one call to the next. */
  lists: readonly List[];
  /** What has been read anyway. */
  items: readonly Remembered[];
  /** The list of the page is there; this comes after it. */
  isReady: boolean;
  onSessionExpired: () => void;
}

const DAY = dates({ dateStyle: 'long', timeZone: 'UTC' });
const ago = (years: number): string => sayCount(years, 'a year ago', '{n} years ago');

/** A quiet line about an incident that started on this day of an earlier year; nothing where there is none. */
export function OnThisDay({ look, lists, items, isReady, onSessionExpired }: Props) {
  const id = useId();
  const [isDismissed, setDismissed] = useState(look.isDismissed);
  const [found, setFound] = useState(() => look.found());
  const [hasFailed, setFailed] = useState(false);
  const mustLook = isReady && !isDismissed && found === undefined && !hasFailed;
  useEffect(() => {
    if (!mustLook) return;
    const stop = new AbortController();
    look.look(lists, stop.signal).then(
      (all) => !stop.signal.aborted && setFound(all),
      (error: unknown) => {
        if (stop.signal.aborted) return;
        if (error instanceof SessionExpiredError) onSessionExpired();
        else setFailed(true);
      },
    );
    return () => stop.abort();
  }, [mustLook, look, lists, onSessionExpired]);
  const [first, ...others] = isDismissed ? [] : look.among([...(found ?? []), ...items]);
  if (!first)
    return hasFailed ? (
      <p className="small soft">{say('What happened on this day could not be read.')}</p>
    ) : null;
  return (
    <aside className="on-this-day small" aria-label={say('On this day')}>
      <span className="soft">{say('On this day {ago}:', { ago: ago(first.years) })}</span>
      <Title of={first} />
      {others.length > 0 && (
        <>
          <button type="button" className="button button-quiet button-small" popoverTarget={id}>
            {say('{n} more', { n: others.length })}
          </button>
          <ul id={id} popover="auto" className="on-this-day-more">
            {others.map((one) => (
              <li key={one.id}>
                <span className="soft">{DAY.format(new Date(one.day))}:</span> <Title of={one} />
              </li>
            ))}
          </ul>
        </>
      )}
      <button
        type="button"
        className="icon-button"
        onClick={() => {
          look.dismiss();
          setDismissed(true);
        }}
      >
        <Icon name="remove" />
        <span className="visually-hidden">{say('Not today: put “On this day” away')}</span>
      </button>
    </aside>
  );
}

const Title = ({ of: { id, title, severity, day } }: { of: Anniversary }) => (
  <Link
    className="on-this-day-title"
    to={`/post-mortems/${id}`}
    title={`${severity}, ${DAY.format(new Date(day))}`}
  >
    <bdi>{title}</bdi>
  </Link>
);
