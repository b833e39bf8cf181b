import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { anchorOf, labelOf } from '../../../domain/archive/section';
import { LIMITS } from '../../../domain/limits';
import { explain, OfflineError, SessionExpiredError } from '../../data/errors';
import type { SimilarIncident } from '../../data/types';
import { dates } from '../../language/formats';
import { say, sayCount, translated } from '../../language/say';
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
/** Less is no title yet, and more is none that could be saved. */
const SHORTEST = 8;
const LONGEST = LIMITS.titleLength;

const day = dates({ dateStyle: 'medium' });

type State =
  | { kind: 'quiet' }
  | { kind: 'found'; items: readonly SimilarIncident[] }
  | { kind: 'failed'; why: string };
const QUIET: State = { kind: 'quiet' };

/**
 * Published incidents that the title may be about, in a line beneath it while it is typed. Nobody has asked, so it is
 * quiet: nothing is said while it looks, where nothing is found, and without a connection; and it goes when it is told
 * to.
 */
export default function HadBefore({ postMortemId, title, isNew, find }: Props) {
  const [state, setState] = useState<State>(QUIET);
  const [isDismissed, setDismissed] = useState(false);
  const settled = useRef(isNew ? '' : title);
  useEffect(() => {
    const text = title.trim();
    if (isDismissed || text === settled.current.trim()) return;
    let isOver = false;
    const timer = setTimeout(async () => {
      settled.current = title;
      if (text.length < SHORTEST || text.length > LONGEST || !navigator.onLine) {
        setState(QUIET);
        return;
      }
      const next = await find(text, postMortemId).then(
        (items): State => (items.length > 0 ? { kind: 'found', items } : QUIET),
        // The page tells of both where they matter to what is written.
        (error: unknown): State =>
          error instanceof OfflineError || error instanceof SessionExpiredError
            ? QUIET
            : { kind: 'failed', why: explain(error).message },
      );
      if (!isOver) setState(next);
    }, RESTING_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [title, isDismissed, find, postMortemId]);
  return (
    <>
      <p className="visually-hidden" role="status">
        {state.kind === 'found' &&
          !isDismissed &&
          sayCount(
            state.items.length,
            'One earlier incident may be like it.',
            '{n} earlier incidents may be like it.',
          )}
      </p>
      {state.kind !== 'quiet' && !isDismissed && (
        <section className="had-before small" aria-label={say('Have we had this before?')}>
          <div className="had-before-title">
            <strong>{say('Have we had this before?')}</strong>
            <button type="button" className="button button-small" onClick={() => setDismissed(true)}>
              {say('Not now')}
            </button>
          </div>
          {state.kind === 'failed' ? (
            <p className="soft">{say('It could not be looked up. {why}', { why: state.why })}</p>
          ) : (
            <ul>
              {state.items.map((item) => (
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
