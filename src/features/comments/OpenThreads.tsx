import { useState, useSyncExternalStore } from 'react';
import { placeLabel } from '../../../domain/comments/comment';
import { isResolved, sizeOf } from '../../../domain/comments/threads';
import { Problem } from '../../components/Problem';
import type { CommentDesk } from './commentDesk';

/** Of a long list, what is shown at once. */
const AT_ONCE = 6;

/** What is being talked about in the document, with the way there; and a word on what others say meanwhile. */
export function OpenThreads({ desk }: { desk: CommentDesk }) {
  const { threads, problem, news } = useSyncExternalStore(desk.subscribe, desk.state);
  const [showsAll, setShowsAll] = useState(false);
  const open = (threads ?? []).filter((thread) => !isResolved(thread));
  const listed = showsAll ? open : open.slice(0, AT_ONCE);
  return (
    <>
      <p className="visually-hidden" role="status">
        {news}
      </p>
      {problem !== null && threads === null && (
        <Problem error={problem}>
          <button type="button" className="button button-small" onClick={() => void desk.read()}>
            Try again
          </button>
        </Problem>
      )}
      {open.length > 0 && (
        <nav className="talk-aside" aria-label="Open comments">
          <p className="field-label" aria-hidden="true">
            Open comments ({open.reduce((sum, thread) => sum + sizeOf(thread), 0)})
          </p>
          <ul className="open-threads">
            {listed.map((thread) => {
              const { first, replies } = thread;
              return (
                <li key={first.id}>
                  <button type="button" className="open-thread" onClick={() => desk.show(first.id)}>
                    <span className="small soft">
                      {placeLabel(first.place)} ·{' '}
                      <bdi>{(first.deletedAt === null ? first : (replies[0] ?? first)).author.name}</bdi>
                    </span>
                    <span className="open-thread-text" dir="auto">
                      {first.text || replies[0]?.text}
                    </span>
                  </button>
                </li>
              );
            })}
          </ul>
          {listed.length < open.length && (
            <button
              type="button"
              className="button button-quiet button-small"
              onClick={() => setShowsAll(true)}
            >
              Show all {open.length} threads
            </button>
          )}
        </nav>
      )}
    </>
  );
}
