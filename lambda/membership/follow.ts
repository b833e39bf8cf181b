import { type Member, type SharedFor, sharedWith } from '../../domain/postMortem/access';
import { inBin, isInBin } from '../../domain/postMortem/bin';
import type { Listed, Memberships, SharedDocument, StoredMember } from './records';

/** Why the memberships are looked at: somebody whose name is known was given a role a moment ago. */
export interface KnownPerson {
  person: string;
  name: string;
}

/**
 * Brings the memberships of a post-mortem in line with its lists: whoever is on one has a record, with what a
 * list shows, and nobody else has. While it lies in the bin its records lie there too: as nobody's, so that nobody
 * finds it, and with the names, which stand nowhere else. Doing it again changes nothing, so it may be done twice
 * or at once, and one that died in the middle is done by the next.
 * @param document as it is stored; undefined for one that was deleted
 */
export async function followLists(
  postMortemId: string,
  document: SharedDocument | undefined,
  memberships: Memberships,
  known?: KnownPerson,
): Promise<void> {
  const stored = await memberships.of(postMortemId);
  if (document && isInBin(document.owner)) return hide(postMortemId, stored, memberships);
  const wanted = document ? sharedWith(document.lists) : new Map<string, SharedFor>();
  const listed = document?.listed ?? {};
  const present = new Map(stored.map((one) => [one.person, one]));
  for (const [person, role] of wanted) {
    const there = present.get(person);
    const before = there ?? present.get(inBin(person));
    const isKnown = known?.person === person;
    const name = isKnown ? known.name : (before?.name ?? '');
    const member: Member = { person, name, role };
    if (!there) {
      await memberships.create(postMortemId, member, listed, before?.sharedAt);
      // Whoever was quicker to make the record may not have known the name: it is told all the same.
      if (isKnown) await memberships.update(postMortemId, member, listed);
    } else if (there.role !== role || there.name !== name || differs(there.listed, listed)) {
      // Whoever does not know it leaves it as it is by then.
      await memberships.update(postMortemId, isKnown ? member : { person, role }, listed);
    }
  }
  // After the new ones: until then the names stand in these.
  for (const person of present.keys())
    if (!wanted.has(person)) await memberships.delete(postMortemId, person);
}

/** Puts the records of a post-mortem into the bin with it. */
async function hide(postMortemId: string, stored: readonly StoredMember[], memberships: Memberships) {
  for (const { person, name, role, listed, sharedAt } of stored) {
    if (isInBin(person)) continue;
    await memberships.create(postMortemId, { person: inBin(person), name, role }, listed, sharedAt);
    await memberships.delete(postMortemId, person);
  }
}

const differs = (one: Listed, other: Listed): boolean =>
  Object.keys(other).some((field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]));
