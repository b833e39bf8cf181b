import { LIMITS } from '../../domain/limits';
import { type PeopleLists, sharedWith, withPerson } from '../../domain/postMortem/access';
import type { FindPerson, Person } from '../directory';
import { followLists } from '../membership/follow';
import type { Memberships, ReadDocument, SharedDocument } from '../membership/records';
import { InvalidShareError, NoSuchPersonError, NotYoursToShareError, TooBusyToShareError } from './errors';
import type { CountLookup } from './lookups';
import { readShareRequest, type ShareRequest } from './request';

/** What AppSync hands to a Lambda resolver, as far as it is used here. */
export interface ShareEvent {
  arguments: Record<string, unknown>;
  identity: { sub?: string } | null;
}

/** What sharing did, as the mutation answers it. */
export interface ShareResult {
  revision: number;
  updatedAt: string;
  person: string;
  name: string;
}

/** Writes the lists if the record is still at `revision`; undefined when somebody has saved meanwhile. */
export type WriteLists = (
  postMortemId: string,
  revision: number,
  lists: PeopleLists,
) => Promise<{ revision: number; updatedAt: string } | undefined>;

export interface Collaborators {
  document: ReadDocument;
  writeLists: WriteLists;
  memberships: Memberships;
  findPerson: FindPerson;
  countLookup: CountLookup;
  warn: (message: string, error: unknown) => void;
}

/** Who sees a post-mortem has nothing to do with the text that somebody saves at the same time. */
const TRIES = 4;

/**
 * Shares a post-mortem, or stops sharing it.
 *
 * The function's role may change every post-mortem: AppSync's owner rules do not apply to it. So it compares the
 * signed-in caller with the owner, before it looks anybody up: who may not share learns nothing of who has an account.
 * @throws ShareRefusedError with a message for the owner
 */
export const sharePostMortem =
  (with_: Collaborators) =>
  async (event: ShareEvent): Promise<ShareResult> => {
    const caller = event.identity?.sub;
    if (!caller) throw new NotYoursToShareError();
    const request = readShareRequest(event.arguments);
    const found = await with_.document(request.postMortemId);
    if (!found || found.owner !== caller) throw new NotYoursToShareError();
    const person = await personOf(with_, request, found, caller);
    if (person.id === caller)
      throw new InvalidShareError('It is yours already: its owner may do everything.');

    let document = found;
    for (let left = TRIES; left > 0; left--) {
      const lists = withPerson(document.lists, person.id, request.role);
      if (request.role !== null && sharedWith(lists).size > LIMITS.editors)
        throw new InvalidShareError(
          `It can be shared with at most ${LIMITS.editors} people. Take somebody off first.`,
        );
      const saved = await with_.writeLists(request.postMortemId, document.revision, lists);
      if (saved) {
        await recordIt(with_, request.postMortemId, { ...document, lists }, person);
        return { ...saved, person: person.id, name: person.email };
      }
      const again = await with_.document(request.postMortemId);
      if (!again || again.owner !== caller) throw new NotYoursToShareError();
      document = again;
    }
    throw new TooBusyToShareError({ cause: `${TRIES} saves in a row were overtaken.` });
  };

async function personOf(
  { findPerson, countLookup }: Collaborators,
  request: ShareRequest,
  { lists }: SharedDocument,
  caller: string,
): Promise<Person> {
  const { person, role } = request;
  // Somebody whose account is gone can still be taken off.
  if (role === null && sharedWith(lists).has(person)) return { id: person, email: '' };
  if (person === '') throw new NoSuchPersonError(person);
  await countLookup(caller);
  const known = await findPerson(person);
  if (!known) throw new NoSuchPersonError(person);
  return known;
}

/** The lists are written, and they decide; the caretaker follows them too, so a failure here is not one of sharing. */
async function recordIt(
  { memberships, warn }: Collaborators,
  id: string,
  document: SharedDocument,
  person: Person,
) {
  try {
    await followLists(id, document, memberships, { person: person.id, name: person.email });
  } catch (error) {
    warn(`The memberships of ${id} are left to the caretaker.`, error);
  }
}
