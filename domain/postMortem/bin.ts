/** How long a deleted post-mortem can be brought back, in days. `amplify/data/binPostMortem.js` says it again. */
export const BIN_DAYS = 30;

/**
 * What stands before a person's id where something is theirs that lies in the bin. No token's `sub` begins so: to
 * every rule that compares with one, a binned record is nobody's.
 */
const BINNED = 'bin:';

/** Whose it is while it lies in the bin. Of one that does already, the same. */
export const inBin = (person: string): string => (isInBin(person) ? person : `${BINNED}${person}`);

/** Whether it lies in the bin, by the owner that its record names. */
export const isInBin = (owner: string | null): boolean => owner?.startsWith(BINNED) ?? false;

/** Whose it is when it is taken out of the bin. */
export const outOfBin = (person: string): string => (isInBin(person) ? person.slice(BINNED.length) : person);
