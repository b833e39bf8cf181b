import { type CountedName, countNames } from '../../../domain/postMortem/names';
import type { PostMortemListing } from '../../data/types';
import { say } from '../../language/say';

/** An owner whose documents have been read. */
export interface OwnerChoice {
  id: string;
  /** Their name, where they have saved one of these documents themselves. */
  name: string;
  count: number;
}

/** What a list can be filtered by, as far as it has been read, each with how many there are. */
export interface Choices {
  services: CountedName[];
  tags: CountedName[];
  owners: OwnerChoice[];
}

export const choicesIn = (listings: readonly PostMortemListing[]): Choices => ({
  services: countNames(listings.map(({ service }) => [service])),
  tags: countNames(listings.map(({ tags }) => tags)),
  owners: ownersOf(listings),
});

/**
 * A record names who saved it and not whose it is: an owner is called by the name under which they saved one
 * themselves, and by the beginning of their id where they did not.
 */
function ownersOf(listings: readonly PostMortemListing[]): OwnerChoice[] {
  const owners = new Map<string, OwnerChoice>();
  for (const { owner, savedBy } of listings) {
    if (owner === '') continue;
    const known = owners.get(owner) ?? { id: owner, name: '', count: 0 };
    const name = known.name || (savedBy?.id === owner ? savedBy.name : '');
    owners.set(owner, { id: owner, name, count: known.count + 1 });
  }
  return [...owners.values()]
    .map((one) => ({ ...one, name: one.name || say('Somebody ({id})', { id: one.id.slice(0, 8) }) }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}
