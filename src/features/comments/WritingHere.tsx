import { useSyncExternalStore } from 'react';
import type { PresenceDesk } from './presenceDesk';

/** Who writes in this place at this moment. */
export function WritingHere({ place, presence }: { place: string; presence: PresenceDesk }) {
  const others = useSyncExternalStore(presence.subscribe, presence.others);
  const here = others.filter((one) => one.isWriting && one.place === place);
  if (here.length === 0) return null;
  return (
    <span className="soft small writing-here">
      {here.map(({ person, name }, index) => (
        <span key={person}>
          {index > 0 && ', '}
          <bdi>{name}</bdi>
        </span>
      ))}{' '}
      {here.length === 1 ? 'is' : 'are'} writing here
    </span>
  );
}
