import type { Author } from '../../domain/postMortem';
import type { Caller, Collaborators } from './collaborators';

/** Whoever asks, with the address that the user pool has verified; with their id where it knows none. */
export const namedSelf = async (
  { findPerson }: Pick<Collaborators, 'findPerson'>,
  { sub }: Caller,
): Promise<Author> => ({ id: sub, name: (await findPerson(sub))?.email ?? sub });
