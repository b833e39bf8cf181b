import type { Member, PeopleLists } from '../../domain/postMortem/access';
import { LISTED_FIELDS, RECORD_FIELDS } from '../../domain/postMortem/fields';
import { shapeOf } from '../../domain/postMortem/recordShape';
import type { Shape } from '../../domain/shape';
import { type Graphql, unlessChanged } from '../appsync';

/** What a membership says of its post-mortem, beside the owner. */
export const LISTED_SHAPE: Shape = { ...shapeOf(LISTED_FIELDS), savedBy: RECORD_FIELDS.savedBy };
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

/** A post-mortem by its id, whoever's it is: who asks must be compared with what it says. */
export type ReadDocument = (postMortemId: string) => Promise<SharedDocument | undefined>;

/** @param of reads the records as they are at this moment */
export function membershipsThrough(
  graphql: Graphql,
  of: Memberships['of'],
  now: () => Date = () => new Date(),
): Memberships {
  return {
    of,
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
