import { STATUSES } from '../../domain/postMortem';
import type { WritingState } from '../features/editor/writingState';

/** Who published it and when, or why it can be read. */
export function Byline({ state: { content, statusBy, statusAt } }: { state: WritingState }) {
  if (statusBy === null || statusAt === null) return 'Shared with you to read.';
  return (
    <>
      {STATUSES.find(({ id }) => id === content.status)?.label} on {DAY.format(new Date(statusAt))} by{' '}
      <bdi>{statusBy.name}</bdi>
    </>
  );
}

const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: 'long' });
