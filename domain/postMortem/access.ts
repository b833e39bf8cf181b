/** What a post-mortem can be shared for, the most first, and the list of its record that holds those people. */
export const SHARED_FOR = [
  { id: 'EDITOR', label: 'Edit', can: 'can edit', list: 'editors' },
  { id: 'COMMENTER', label: 'Comment', can: 'can comment', list: 'commenters' },
  { id: 'READER', label: 'Read', can: 'can read', list: 'readers' },
] as const;
export type SharedFor = (typeof SHARED_FOR)[number]['id'];

/** The lists of people of a record, by their `sub`. */
export type PeopleLists = Readonly<Record<(typeof SHARED_FOR)[number]['list'], readonly string[]>>;

/** Everybody a post-mortem is shared with, each with the most that they may do. */
export function sharedWith(lists: PeopleLists): Map<string, SharedFor> {
  const people = new Map<string, SharedFor>();
  for (const { id, list } of SHARED_FOR)
    for (const person of lists[list]) if (!people.has(person)) people.set(person, id);
  return people;
}

/** The lists after one person has been given `role`, or been taken off all of them (null). */
export function withPerson(lists: PeopleLists, person: string, role: SharedFor | null): PeopleLists {
  const next = SHARED_FOR.map(({ id, list }) => {
    const others = lists[list].filter((one) => one !== person);
    return [list, id === role ? [...others, person] : others] as const;
  });
  return Object.fromEntries(next) as unknown as PeopleLists;
}

/** One person whom a post-mortem is shared with. */
export interface Member {
  /** The user pool's `sub`. */
  person: string;
  /** Their e-mail address; empty for those whom a script has put on the list by their id. */
  name: string;
  role: SharedFor;
}

/** Who asks, as their verified token says. */
export interface Caller {
  sub: string;
  /** The user pool that the token comes from. */
  issuer: string;
}

/** Whether the rules of the schema let somebody read a stored record: `amplify/data/postMortem.ts` says it to AppSync. */
export function mayRead(stored: Readonly<Record<string, unknown>>, { sub, issuer }: Caller): boolean {
  const has = (list: unknown, one: string): boolean => Array.isArray(list) && list.includes(one);
  return (
    stored.owner === sub ||
    SHARED_FOR.some(({ list }) => has(stored[list], sub)) ||
    has(stored.audience, issuer)
  );
}
