import type { Caller } from '../postMortem/access';
import { ownedBy, publishedFor, sharedWithPerson } from './entries';

/** The lists that somebody searches, as the first page has them. */
export const SEARCHED_SHELVES = ['MINE', 'SHARED', 'PUBLISHED'] as const;
export type SearchedShelf = (typeof SEARCHED_SHELVES)[number];

/** The part of the index that a list of somebody is. It follows from who they are, and from nothing they say. */
export function scopeOf(shelf: SearchedShelf, { sub, issuer }: Caller): string {
  switch (shelf) {
    case 'MINE':
      return ownedBy(sub);
    case 'SHARED':
      return sharedWithPerson(sub);
    case 'PUBLISHED':
      return publishedFor(issuer);
  }
}
