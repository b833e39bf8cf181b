import { useSyncExternalStore } from 'react';
import { saying } from '../../language/saying';
import type { PresenceDesk } from './presenceDesk';

/** Who writes in this place at this moment. */
export function WritingHere({ place, presence }: { place: string; presence: PresenceDesk }) {
  const others = useSyncExternalStore(presence.subscribe, presence.others);
  const here = others.filter((one) => one.isWriting && one.place === place);
  if (here.length === 0) return null;
  return (
    <span className="soft small writing-here">
      {saying(here.length === 1 ? '{names} is writing here' : '{names} are writing here', {
        names: here.map(({ person, name }, index) => (
          <span key={person}>
            {index > 0 && ', '}
            <bdi>{name}</bdi>
          </span>
        )),
      })}
    </span>
  );
}
