import type { Shape } from '../shape';

/** That somebody is there, as the API tells it. */
export const PRESENCE = {
  person: 'ID',
  name: 'String',
  page: 'ID',
  place: 'String',
  isWriting: 'Boolean',
  isLeaving: 'Boolean',
} as const satisfies Shape;

export interface Presence {
  person: string;
  name: string;
  /** One of their pages. */
  page: string;
  place: string | null;
  /** They have a field there before them, and do not only read. */
  isWriting: boolean;
  isLeaving: boolean;
}

/** A page that somebody has open. Times are this device's, in milliseconds. */
interface Sighting extends Presence {
  heardAt: number;
  movedAt: number;
}

/** The pages on a document, by person and page. */
export type Sightings = ReadonlyMap<string, Sighting>;

/** Somebody who is there, and where. */
export interface Somebody {
  person: string;
  name: string;
  place: string | null;
  isWriting: boolean;
}

/** Whoever says nothing for so long is gone: two beats, and time on the way. */
export const GONE_AFTER_MS = 45_000;
/** How often one says that one is still there, while others are. */
export const BEAT_MS = 20_000;

const keyOf = ({ person, page }: Presence): string => `${person} ${page}`;

/** What is known once this was heard. */
export function withHeard(known: Sightings, heard: Presence, now: number): Sightings {
  const next = new Map([...known].filter(([, { heardAt }]) => now - heardAt < GONE_AFTER_MS));
  const key = keyOf(heard);
  const before = next.get(key);
  if (heard.isLeaving) next.delete(key);
  else {
    const movedAt = before && before.place === heard.place ? before.movedAt : now;
    next.set(key, { ...heard, heardAt: now, movedAt });
  }
  return next;
}

/** Whether this page was not known to be there. */
export const isNew = (known: Sightings, heard: Presence, now: number): boolean => {
  const before = known.get(keyOf(heard));
  return !heard.isLeaving && (before === undefined || now - before.heardAt >= GONE_AFTER_MS);
};

/**
 * Who is there at a moment, by name. With several pages open somebody is where they moved last: so nobody jumps to
 * and fro between their pages.
 */
export function whoIsThere(known: Sightings, now: number): Somebody[] {
  const people = new Map<string, Sighting>();
  for (const sighting of known.values()) {
    if (now - sighting.heardAt >= GONE_AFTER_MS) continue;
    const other = people.get(sighting.person);
    if (!other || other.movedAt < sighting.movedAt) people.set(sighting.person, sighting);
  }
  return [...people.values()]
    .map(({ person, name, place, isWriting }) => ({ person, name, place, isWriting }))
    .sort((a, b) => a.name.localeCompare(b.name) || a.person.localeCompare(b.person));
}

/** One or two letters that stand for a name or an e-mail address. */
export function initialsOf(name: string): string {
  const words = (name.split('@')[0] ?? '').split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => [...(word ?? '')][0] ?? '',
  );
  return letters.join('').toLocaleUpperCase() || '?';
}
