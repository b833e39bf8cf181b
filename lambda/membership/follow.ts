import { type Member, type SharedFor, sharedWith } from '../../domain/postMortem/access';
import type { Listed, Memberships, SharedDocument } from './records';

/** Why the memberships are looked at: somebody whose name is known was given a role a moment ago. */
export interface KnownPerson {
  person: string;
  name: string;
}

/**
 * Brings the memberships of a post-mortem in line with its lists: whoever is on one has a record, with what a
 * list shows, and nobody else has. Doing it again changes nothing, so it may be done twice or at once.
 * @param document as it is stored; undefined for one that was deleted
 */
export async function followLists(
  postMortemId: string,
  document: SharedDocument | undefined,
  memberships: Memberships,
  known?: KnownPerson,
): Promise<void> {
  const wanted = document ? sharedWith(document.lists) : new Map<string, SharedFor>();
  const present = new Map((await memberships.of(postMortemId)).map((one) => [one.person, one]));
  for (const person of present.keys())
    if (!wanted.has(person)) await memberships.delete(postMortemId, person);
  if (!document) return;
  for (const [person, role] of wanted) {
    const there = present.get(person);
    const name = known?.person === person ? known.name : (there?.name ?? '');
    const member: Member = { person, name, role };
    if (!there) await memberships.create(postMortemId, member, document.listed);
    else if (there.role !== role || there.name !== name || differs(there.listed, document.listed))
      await memberships.update(postMortemId, member, document.listed);
  }
}

const differs = (one: Listed, other: Listed): boolean =>
  Object.keys(other).some((field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]));
