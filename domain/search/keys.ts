import { fnv1a } from '../fnv';
import { END } from './ends';
import type { Entry, Kind } from './entries';

/** Where an entry is kept: the documents that have it stand in a set there, with those of other words beside it. */
export interface Key {
  /** Who may see it, and how the word begins: what spreads over the partitions of a table. */
  place: string;
  /** The word, how it stands, and one of the sets that its documents are spread over. */
  term: string;
}

/**
 * The documents of a word are spread over as many sets, by a hash of the reference: each change writes one of
 * them, and DynamoDB charges for the size of what it writes.
 */
export const SETS = 16;
/** Letters of a word in its place; a search by the beginning of a word must give as many. */
export const PLACE_LETTERS = 2;

/** Where a document stands for one of its words, in the part of one scope. */
export const keyOf = (scope: string, { word, kind }: Entry, reference: string): Key => ({
  place: placeOf(scope, word),
  term: `${word}${END}${kind}${setOf(reference)}`,
});

export const placeOf = (scope: string, word: string): string =>
  `${scope}${END}${word.slice(0, PLACE_LETTERS)}`;

/** What all keys of a word begin with. */
export const exactly = (word: string): string => `${word}${END}`;

/** The word of a key, and how it stands. */
export function readTerm(term: string): Entry {
  const end = term.lastIndexOf(END);
  return { word: term.slice(0, end), kind: term.charAt(end + 1) as Kind };
}

/** The set that a reference is in, as one digit. */
export const setOf = (reference: string): string => (fnv1a(reference) % SETS).toString(SETS);
