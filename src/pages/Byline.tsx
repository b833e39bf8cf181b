import { STATUSES } from '../../domain/postMortem';
import type { WritingState } from '../features/editor/writingState';
import { dates } from '../language/formats';
import { say, translated } from '../language/say';
import { saying } from '../language/saying';

/** Who published it and when, or why it can be read. */
export function Byline({ state: { content, statusBy, statusAt } }: { state: WritingState }) {
  if (statusBy === null || statusAt === null) return say('Shared with you to read.');
  return (
    <>
      {saying('{status} on {day} by {name}', {
        status: translated(STATUSES.find(({ id }) => id === content.status)?.label ?? ''),
        day: DAY.format(new Date(statusAt)),
        name: <bdi>{statusBy.name}</bdi>,
      })}
    </>
  );
}

const DAY = dates({ dateStyle: 'long' });
