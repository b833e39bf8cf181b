import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { anchorOf, labelOf } from '../../../domain/archive/section';
import type { SimilarIncident } from '../../data/types';
import { dates } from '../../language/formats';
import { say, sayCount, translated } from '../../language/say';
import { type Before, lookedUp, QUIET } from './lookedUp';
import './hadBefore.css';

interface Props {
  postMortemId: string;
  title: string;
  /** Of a new document the first title is asked too; that of another one stood there before. */
  isNew: boolean;
  /** Stays the same from one call to the next. */
  find(text: string, except: string): Promise<SimilarIncident[]>;
}

/** So long nobody types a title any more. */
const RESTING_MS = 900;

const day = dates({ dateStyle: 'medium' });

/**
 * Published incidents that the title may be about, in a line beneath it while it is typed. Nobody has asked, so it is
 * quiet: nothing is said while it looks, where nothing is found, and without a connection; and it goes when it is told
 * to.
 */
export default function HadBefore({ postMortemId, title, isNew, find }: Props) {
  const [state, setState] = useState<Before>(QUIET);
  const [isDismissed, setDismissed] = useState(false);
  const settled = useRef(isNew ? '' : title);
  useEffect(() => {
    if (isDismissed || title.trim() === settled.current.trim()) return;
    let isOver = false;
    const timer = setTimeout(async () => {
      settled.current = title;
      const next = await lookedUp(title, {
        find: (text) => find(text, postMortemId),
        isOnline: navigator.onLine,
      });
      if (!isOver) setState(next);
    }, RESTING_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [title, isDismissed, find, postMortemId]);
  return isDismissed ? null : <EarlierIncidents before={state} onDismiss={() => setDismissed(true)} />;
}

/** What was found, in a line that can be sent away. */
export function EarlierIncidents({ before, onDismiss }: { before: Before; onDismiss: () => void }) {
  return (
    <>
      <p className="visually-hidden" role="status">
        {before.kind === 'found' &&
          sayCount(
            before.items.length,
            'One earlier incident may be like it.',
            '{n} earlier incidents may be like it.',
          )}
      </p>
      {before.kind !== 'quiet' && (
        <section className="had-before small" aria-label={say('Have we had this before?')}>
          <div className="had-before-title">
            <strong>{say('Have we had this before?')}</strong>
            <button type="button" className="button button-small" onClick={onDismiss}>
              {say('Not now')}
            </button>
          </div>
          {before.kind === 'failed' ? (
            <p className="soft">{say('It could not be looked up. {why}', { why: before.why })}</p>
          ) : (
            <ul>
              {before.items.map((item) => (
                <li key={item.id}>
                  <Link
                    to={`/post-mortems/${item.id}#${anchorOf(item.section)}`}
                    target="_blank"
                    rel="noopener"
                  >
                    <bdi>{item.title}</bdi>
                    <span className="visually-hidden"> {say('(opens in a new tab)')}</span>
                  </Link>{' '}
                  {item.startedAt && (
                    <span className="soft nowrap">{day.format(new Date(item.startedAt))}</span>
                  )}
                  <p className="soft had-before-quote">
                    {translated(labelOf(item.section))}: <q dir="auto">{item.quote}</q>
                  </p>
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
    </>
  );
}
