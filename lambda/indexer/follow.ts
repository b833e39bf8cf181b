import { type Change, changesBetween } from '../../domain/search/changes';
import { type StreamRecord, statesById } from '../streamRecord';

/** Makes changes of the index, in any order; each is one atomic write. */
export type Apply = (changes: readonly Change[]) => Promise<void>;

/**
 * Keeps the index in step with the post-mortems. Records of one document come in their order, and a batch that
 * failed comes again from its beginning: what is written follows from the records alone, adding to a set and
 * taking out of it, so that doing it again, or going on after a crash, ends at the same index.
 */
export async function followChanges(
  records: readonly StreamRecord[],
  { apply }: { apply: Apply },
): Promise<void> {
  for (const states of statesById(records).values()) await apply(changesBetween(states));
}
