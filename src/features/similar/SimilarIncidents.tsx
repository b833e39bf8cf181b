import { useCallback, useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { Problem } from '../../components/Problem';
import { SessionExpiredError } from '../../data/errors';
import type { SimilarPostMortem } from '../../data/types';
import { ClosestPassages } from './ClosestPassages';
import { whyAlike } from './whyAlike';
import './similar.css';
import { dates } from '../../language/formats';
import { say, sayCount } from '../../language/say';

interface Props {
  postMortemId: string;
  /** Stays the same from one call to the next. */
  find(postMortemId: string): Promise<SimilarPostMortem[]>;
  onSessionExpired(): void;
}

type State =
  | { kind: 'looking' }
  | { kind: 'found'; items: readonly SimilarPostMortem[] }
  | { kind: 'failed'; error: unknown };

const day = dates({ dateStyle: 'medium' });

/** Other post-mortems that are like this one as it is saved, among those that this person may read, and why. */
export default function SimilarIncidents({ postMortemId, find, onSessionExpired }: Props) {
  const [state, setState] = useState<State>({ kind: 'looking' });
  // Counts questions, so that an answer to an older one is dropped.
  const asked = useRef(0);
  const look = useCallback(async () => {
    asked.current += 1;
    const question = asked.current;
    setState({ kind: 'looking' });
    const answer = await find(postMortemId).then(
      (items): State => ({ kind: 'found', items }),
      (error: unknown): State => ({ kind: 'failed', error }),
    );
    if (question !== asked.current) return;
    setState(answer);
    if (answer.kind === 'failed' && answer.error instanceof SessionExpiredError) onSessionExpired();
  }, [find, postMortemId, onSessionExpired]);
  useEffect(() => {
    void look();
    return () => {
      asked.current += 1;
    };
  }, [look]);
  return (
    <details className="similar small">
      <summary>
        {say('Similar incidents')}
        {state.kind === 'found' && ` (${state.items.length})`}
      </summary>
      <p className="visually-hidden" role="status">
        {words(state)}
      </p>
      {state.kind === 'failed' && <Problem error={state.error} />}
      {state.kind === 'found' && state.items.length === 0 && (
        <p className="soft">
          {say(
            'Nothing is like it yet. What shares its service, its tags, its rare words or its meaning comes here once this one is saved.',
          )}
        </p>
      )}
      {state.kind === 'found' && state.items.length > 0 && (
        <ul className="stack-tight">
          {state.items.map((item) => (
            <li key={item.id}>
              <Link to={`/post-mortems/${item.id}`}>
                <bdi>{item.title}</bdi>
              </Link>{' '}
              <span className="soft nowrap">{day.format(new Date(item.startedAt ?? item.createdAt))}</span>
              <div className="soft">{whyAlike(item)}</div>
              {item.closest && <ClosestPassages postMortemId={item.id} closest={item.closest} />}
            </li>
          ))}
        </ul>
      )}
      <button
        type="button"
        className="button button-small"
        aria-disabled={state.kind === 'looking'}
        onClick={() => {
          if (state.kind !== 'looking') void look();
        }}
      >
        {state.kind === 'looking' && <span className="spinner" />}
        {say('Look again')}
      </button>
    </details>
  );
}

function words(state: State): string {
  if (state.kind === 'looking') return say('Looking for similar incidents…');
  if (state.kind === 'failed') return '';
  const { length } = state.items;
  return sayCount(length, 'One similar incident', '{n} similar incidents');
}
