import { useEffect, useState, useSyncExternalStore } from 'react';
import { placeLabel } from '../../../domain/comments/comment';
import { initialsOf } from '../../../domain/comments/presence';
import { isResolved, sizeOf } from '../../../domain/comments/threads';
import { Problem } from '../../components/Problem';
import type { CommentDesk } from './commentDesk';
import { followPlace } from './followPlace';
import type { PresenceDesk } from './presenceDesk';
import type { RoomView } from './roomView';

interface Props {
  view: RoomView;
  desk: CommentDesk;
  presence: PresenceDesk;
}

/** Of a long list, what is shown at once. */
const AT_ONCE = 6;

/** Who else is here, and what is being talked about in the document. Nothing where there is neither. */
export function Aside({ view, desk, presence }: Props) {
  const { isShared } = view;
  useEffect(() => {
    if (!isShared) return;
    const leave = presence.open();
    const turn = () => presence.turn();
    document.addEventListener('visibilitychange', turn);
    const stopFollowing = followPlace((where) => presence.move(where));
    return () => {
      stopFollowing();
      document.removeEventListener('visibilitychange', turn);
      leave();
    };
  }, [isShared, presence]);
  return (
    <>
      <AlsoHere presence={presence} />
      <OpenThreads desk={desk} />
    </>
  );
}

function AlsoHere({ presence }: { presence: PresenceDesk }) {
  const others = useSyncExternalStore(presence.subscribe, presence.others);
  if (others.length === 0) return null;
  return (
    <section className="talk-aside" aria-label="Also here">
      <p className="field-label" aria-hidden="true">
        Also here
      </p>
      <ul className="stack-tight">
        {others.map(({ person, name, place }) => (
          <li key={person} className="somebody">
            <span className="initials" aria-hidden="true">
              {initialsOf(name)}
            </span>
            <span className="somebody-name">
              <bdi>{name}</bdi> {place && <span className="soft">({placeLabel(place)})</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function OpenThreads({ desk }: { desk: CommentDesk }) {
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
                      {placeLabel(first.place)} · <bdi>{first.author.name}</bdi>
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
