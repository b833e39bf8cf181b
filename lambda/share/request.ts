import { SHARED_FOR, type SharedFor } from '../../domain/postMortem/access';
import { InvalidShareError } from './errors';

/** The arguments of `sharePostMortem`, checked. */
export interface ShareRequest {
  postMortemId: string;
  /** An e-mail address or an id, trimmed. */
  person: string;
  /** Null to stop sharing with them. */
  role: SharedFor | null;
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Cognito's longest user name has 128 characters. What is an address, the user pool decides. */
const ADDRESS = /^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u;
const LONGEST = 128;

/** @throws InvalidShareError with the remedy */
export function readShareRequest(input: Record<string, unknown>): ShareRequest {
  const { postMortemId, person: said, role = null } = input;
  if (typeof postMortemId !== 'string' || typeof said !== 'string')
    throw new InvalidShareError('A post-mortem and a person must be named.');
  const person = said.trim();
  const known = SHARED_FOR.find(({ id }) => id === role);
  if (role !== null && !known)
    throw new InvalidShareError(`A role is one of ${SHARED_FOR.map(({ id }) => id).join(', ')}.`);
  // Whoever a script has put on a list can be taken off it, whatever was written there.
  if (known && (person.length > LONGEST || !(ID.test(person) || ADDRESS.test(person))))
    throw new InvalidShareError('Name them by their e-mail address, or by the ID in their account menu.');
  return { postMortemId, person, role: known?.id ?? null };
}
