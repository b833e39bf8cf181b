import type { Stored } from '../domain/postMortem/stored';
import { type Image, plainItem } from './plainValue';

/** One change of a table, as its stream tells it. */
export interface StreamRecord {
  dynamodb?: { Keys?: Record<string, { S?: string }>; OldImage?: Image; NewImage?: Image };
}

/**
 * What each record of a table went through in a batch, by its id: how it stood before, and after each change; null
 * where there was none. The records of one come in their order.
 */
export function statesById(records: readonly StreamRecord[]): Map<string, (Stored | null)[]> {
  const statesOf = new Map<string, (Stored | null)[]>();
  for (const { dynamodb: { Keys: keys, OldImage: before, NewImage: after } = {} } of records) {
    const id = keys?.id?.S;
    if (id === undefined) continue;
    const states = statesOf.get(id) ?? [before ? plainItem(before) : null];
    states.push(after ? plainItem(after) : null);
    statesOf.set(id, states);
  }
  return statesOf;
}
