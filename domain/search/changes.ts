import type { Stored } from '../postMortem/stored';
import { CHANGED, type Entry, entriesOf, scopesOf } from './entries';
import { type Key, keyOf } from './keys';
import { referenceByChange, referenceIn } from './reference';

/** What is to be done at one place of the index. Doing it twice changes nothing. */
export interface Change {
  key: Key;
  reference: string;
  holds: boolean;
}

/** Where a stored record stands in the index, by its place. Nothing for one that is not there. */
export function standingOf(stored: Stored | null): Map<string, Omit<Change, 'holds'>> {
  const standing = new Map<string, Omit<Change, 'holds'>>();
  if (stored === null) return standing;
  const reference = referenceIn(stored);
  const entries = [...entriesOf(stored).values()];
  const changed = referenceByChange(stored);
  const stand = (scope: string, entry: Entry, as: string) => {
    const key = keyOf(scope, entry, as);
    standing.set(`${key.place} ${key.term} ${as}`, { key, reference: as });
  };
  for (const scope of scopesOf(stored)) {
    for (const entry of entries) stand(scope, entry, reference);
    stand(scope, CHANGED, changed);
  }
  return standing;
}

/**
 * What brings the index from the first of these states of one document to the last. Whatever stood in one between
 * them is set as well: an earlier attempt may have come as far as that one.
 * @param states null where there was no such document
 */
export function changesBetween(states: readonly (Stored | null)[]): Change[] {
  const standings = states.map(standingOf);
  const last = standings.at(-1) ?? new Map();
  const touched = new Map(standings.flatMap((standing) => [...standing]));
  return [...touched]
    .filter(([place]) => !standings.every((standing) => standing.has(place)))
    .map(([place, one]) => ({ ...one, holds: last.has(place) }));
}
