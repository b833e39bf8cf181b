import type { Caller } from '../postMortem/access';
import { isInBin } from '../postMortem/bin';
import type { Stored } from '../postMortem/stored';

/** Letters of an id of a document or of a user pool, as a key writes it; keys and what vectors are filtered by have room for it. */
const LONGEST_ID = 300;
/** User pools that may read one document; there is one unless two deployments share a table. */
const MOST_POOLS = 3;

/** No text of Unicode, so that nothing could write it into a key. */
const LONE_SURROGATE = /[\uD800-\uDFFF]/u;

const fits = (id: unknown): id is string =>
  typeof id === 'string' &&
  id !== '' &&
  !LONE_SURROGATE.test(id) &&
  encodeURIComponent(id).length <= LONGEST_ID;

/** The user pools whose people read a record as published; nobody's, for whatever is not, is private or is in the bin. */
export function poolsOf({ id, status, isPrivate, owner, audience }: Stored): string[] {
  if (status !== 'PUBLISHED' || isPrivate === true) return [];
  if (!fits(id)) return [];
  if (typeof owner === 'string' && isInBin(owner)) return [];
  const pools = Array.isArray(audience) ? audience : [];
  return pools.filter(fits).slice(0, MOST_POOLS);
}

/** Whether the archive may hold it. Nothing of a draft, of a private document or of what was deleted is ever in it. */
export const isEnterable = (stored: Stored): boolean => poolsOf(stored).length > 0;

/** Whether the archive may show it to somebody. */
export const mayBeShown = (stored: Stored, { issuer }: Caller): boolean => poolsOf(stored).includes(issuer);
