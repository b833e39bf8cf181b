import { useEffect, useSyncExternalStore } from 'react';
import { placeLabel } from '../../../domain/comments/comment';
import { initialsOf } from '../../../domain/comments/presence';
import { say, translated } from '../../language/say';
import { followPlace } from './followPlace';
import type { PresenceDesk } from './presenceDesk';

/** Who else is here, and where, as long as others can be. Nothing for somebody who is alone. */
export function AlsoHere({ isShared, presence }: { isShared: boolean; presence: PresenceDesk }) {
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
  const others = useSyncExternalStore(presence.subscribe, presence.others);
  if (others.length === 0) return null;
  return (
    <section className="talk-aside" aria-label={say('Also here')}>
      <p className="field-label" aria-hidden="true">
        {say('Also here')}
      </p>
      <ul className="stack-tight">
        {others.map(({ person, name, place }) => (
          <li key={person} className="somebody">
            <span className="initials" aria-hidden="true">
              {initialsOf(name)}
            </span>
            <span className="somebody-name">
              <bdi>{name}</bdi> {place && <span className="soft">({translated(placeLabel(place))})</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
