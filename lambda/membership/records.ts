import type { Member, PeopleLists } from '../../domain/postMortem/access';
import { LISTED_FIELDS, RECORD_FIELDS } from '../../domain/postMortem/fields';
import { shapeOf } from '../../domain/postMortem/recordShape';
import { selectionOf } from '../../domain/shape';
import { type Graphql, unlessChanged } from '../appsync';

const LISTED = selectionOf({ ...shapeOf(LISTED_FIELDS), savedBy: RECORD_FIELDS.savedBy });
const GET = `query Shared($id: ID!) {
  getPostMortem(id: $id) { owner editors commenters readers revision ${LISTED} }
}`;
const OF = `query Members($postMortemId: ID!, $nextToken: String) {
  listMemberships(postMortemId: $postMortemId, limit: 100, nextToken: $nextToken) {
    items { person name role owner sharedAt ${LISTED} } nextToken
  }
}`;
const mutation = (name: string, verb: string) => `mutation ${verb}($input: ${verb}MembershipInput!) {
  ${name}(input: $input) { postMortemId person }
}`;
const CREATE = mutation('createMembership', 'Create');
const UPDATE = mutation('updateMembership', 'Update');
const DELETE = mutation('deleteMembership', 'Delete');

/** What a list shows of a post-mortem. */
export type Listed = Readonly<Record<string, unknown>>;

/** A stored post-mortem, as far as sharing is concerned. */
export interface SharedDocument {
  owner: string | null;
  lists: PeopleLists;
  revision: number;
  listed: Listed;
}

/** A stored record. */
export interface StoredMember extends Member {
  listed: Listed;
  /** ISO 8601: their list has what was shared last first. */
  sharedAt: string;
}

/** Of somebody who has a record already. */
export type MemberChange = Omit<Member, 'name'> & Partial<Pick<Member, 'name'>>;

/** The records of whom a post-mortem is shared with, as a function's own role. */
export interface Memberships {
  of(postMortemId: string): Promise<StoredMember[]>;
  /** Shared now, unless told when. One that is there already is left to be followed the next time. */
  create(postMortemId: string, member: Member, listed: Listed, sharedAt?: string): Promise<void>;
  /** A name that is not given stays as it is. */
  update(postMortemId: string, member: MemberChange, listed: Listed): Promise<void>;
  /** One that is gone already is fine. */
  delete(postMortemId: string, person: string): Promise<void>;
}

type Stored = { owner: string | null; revision: number | null } & {
  [List in keyof PeopleLists]: string[] | null;
};

/** A post-mortem by its id, whoever's it is: who asks must be compared with what it says. */
export type ReadDocument = (postMortemId: string) => Promise<SharedDocument | undefined>;

export const documentThrough =
  (graphql: Graphql): ReadDocument =>
  async (id) => {
    const { getPostMortem } = await graphql<{ getPostMortem: Stored | null }>(GET, { id });
    if (!getPostMortem) return undefined;
    const { owner, editors, commenters, readers, revision, ...listed } = getPostMortem;
    const lists = { editors: editors ?? [], commenters: commenters ?? [], readers: readers ?? [] };
    return { owner, lists, revision: revision ?? 0, listed: { ...listed, owner } };
  };

export function membershipsThrough(graphql: Graphql, now: () => Date = () => new Date()): Memberships {
  return {
    of: async (postMortemId) => {
      type Page = { items: (Omit<StoredMember, 'listed'> & Listed)[]; nextToken: string | null };
      const found: StoredMember[] = [];
      let nextToken: string | null = null;
      do {
        const answer: { listMemberships: Page } = await graphql(OF, { postMortemId, nextToken });
        for (const { person, name, role, sharedAt, ...listed } of answer.listMemberships.items)
          found.push({ person, name, role, sharedAt, listed });
        nextToken = answer.listMemberships.nextToken;
      } while (nextToken);
      return found;
    },
    create: (postMortemId, member, listed, sharedAt = now().toISOString()) => {
      const input = { postMortemId, ...member, ...listed, sharedAt };
      return unlessChanged(() => graphql(CREATE, { input }));
    },
    update: (postMortemId, member, listed) =>
      unlessChanged(() => graphql(UPDATE, { input: { postMortemId, ...member, ...listed } })),
    delete: (postMortemId, person) =>
      unlessChanged(() => graphql(DELETE, { input: { postMortemId, person } })),
  };
}
