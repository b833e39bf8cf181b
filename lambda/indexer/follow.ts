import type { Stored } from '../../domain/postMortem/stored';
import { type Change, changesBetween } from '../../domain/search/changes';
import { type Image, plainItem } from '../plainValue';

/** One change of the post-mortems' table, as its stream tells it. */
export interface StreamRecord {
  dynamodb?: { Keys?: Record<string, { S?: string }>; OldImage?: Image; NewImage?: Image };
}

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
  const statesOf = new Map<string, (Stored | null)[]>();
  for (const { dynamodb: { Keys: keys, OldImage: before, NewImage: after } = {} } of records) {
    const id = keys?.id?.S;
    if (id === undefined) continue;
    const states = statesOf.get(id) ?? [before ? plainItem(before) : null];
    states.push(after ? plainItem(after) : null);
    statesOf.set(id, states);
  }
  for (const states of statesOf.values()) await apply(changesBetween(states));
}
