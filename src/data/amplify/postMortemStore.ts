import type { Origins } from '../../../domain/history/revision';
import type { Member } from '../../../domain/postMortem/access';
import { nextRevision } from '../../../domain/postMortem/nextRevision';
import { readListing, readPostMortem, type Stored } from '../../../domain/postMortem/stored';
import { NotFoundOrNotYoursError, RevisionConflictError } from '../errors';
import type { BinnedPostMortem, ListingQuery, PostMortemStore, Saved, SignedInUser } from '../types';
import {
  BIN_POST_MORTEM,
  CREATE_POST_MORTEM,
  GET_POST_MORTEM,
  GET_REVISION,
  LIST_OWNED,
  LIST_PUBLISHED,
  LIST_SHARED,
  MEMBERS,
  RESTORE_POST_MORTEM,
  SET_STATUS,
  SHARE,
  UPDATE_POST_MORTEM,
} from './documents';
import { request, requestPage, requestRecord } from './graphql';

/** Post-mortems behind the Amplify data client, for the person who saves them. */
export const amplifyPostMortems = (savedBy: SignedInUser): PostMortemStore => ({
  async listOwned(owner, { severity, status, limit, next, isArchived = false }) {
    const { items, unreadable, nextToken } = await requestPage(LIST_OWNED, {
      owner,
      filter: {
        ...filterOf({ severity, status }),
        ...(isArchived !== null && { archived: isArchived ? { eq: true } : { ne: true } }),
      },
      limit,
      nextToken: next,
    });
    return { items: items.map(readListing), unreadable, next: nextToken };
  },

  async listShared(person, { severity, status, limit, next }) {
    const filter = filterOf({ severity, status });
    const { items, unreadable, nextToken } = await requestPage(LIST_SHARED, {
      person,
      filter,
      limit,
      nextToken: next,
    });
    const shared = items.map((item) => ({ ...item, id: item.postMortemId, updatedAt: item.sharedAt }));
    return { items: shared.map(readListing), unreadable, next: nextToken };
  },

  async listPublished({ severity, limit, next }) {
    const filter = filterOf({ severity, status: '' });
    const { items, unreadable, nextToken } = await requestPage(LIST_PUBLISHED, {
      filter,
      limit,
      nextToken: next,
    });
    return { items: items.map(readListing), unreadable, next: nextToken };
  },

  async get(id) {
    const subject = { postMortemId: id };
    const stored = await request<Stored>(GET_POST_MORTEM, { id }, subject);
    if (stored === null) throw new NotFoundOrNotYoursError(id);
    return readPostMortem(stored);
  },

  async revisionOf(id) {
    const stored = await request<Saved>(GET_REVISION, { id }, { postMortemId: id });
    if (stored === null) throw new NotFoundOrNotYoursError(id);
    return stored.revision;
  },

  create: (id, content, editors, origins = {}) =>
    requestRecord<Saved>(
      CREATE_POST_MORTEM,
      { input: { id, ...content, editors, savedBy, revision: 1, provenance: provenance(1, origins) } },
      // An id that exists already means that an earlier answer was lost on its way.
      { postMortemId: id, expectedRevision: 0 },
    ),

  update: (id, expected, changes, origins) => write(id, expected, { ...changes, savedBy }, origins),

  share: (id, person, role) => requestRecord<Saved>(SHARE, { id, person, role }, { postMortemId: id }),

  members: (id) => requestRecord<Member[]>(MEMBERS, { id }, { postMortemId: id }),

  setStatus: (id, revision, { status, isPrivate }) =>
    requestRecord<Saved>(
      SET_STATUS,
      { id, revision, status, isPrivate, name: savedBy.name },
      { postMortemId: id, expectedRevision: revision },
    ),

  bin: (id) =>
    inSpiteOfSaves(() => requestRecord<BinnedPostMortem>(BIN_POST_MORTEM, { id }, { postMortemId: id })),

  async restore(id) {
    await inSpiteOfSaves(() => request(RESTORE_POST_MORTEM, { id }, { postMortemId: id }));
  },

  async archive(id, archived) {
    await request(UPDATE_POST_MORTEM, { input: { id, archived } }, { postMortemId: id });
  },
});

/** Where a post-mortem lies has nothing to do with what somebody is writing in it at the same time. */
async function inSpiteOfSaves<T>(move: () => Promise<T>): Promise<T> {
  for (let left = 4; ; left -= 1) {
    try {
      return await move();
    } catch (error) {
      if (!(error instanceof RevisionConflictError) || left === 1) throw error;
    }
  }
}

function filterOf({ severity, status }: Pick<ListingQuery, 'severity' | 'status'>): object | null {
  const filter = {
    ...(severity !== '' && { severity: { eq: severity } }),
    ...(status !== '' && { status: { eq: status } }),
  };
  return Object.keys(filter).length > 0 ? filter : null;
}

/** Where what is saved came from, said of this very revision: the history takes it for no other. */
const provenance = (revision: number, origins: Origins) => ({
  revision,
  parts: Object.entries(origins).map(([field, from]) => ({ field, from })),
});

function write(id: string, expected: number, changes: object, origins: Origins): Promise<Saved> {
  const revision = nextRevision(expected);
  return requestRecord<Saved>(
    UPDATE_POST_MORTEM,
    {
      input: { id, ...changes, revision, provenance: provenance(revision, origins) },
      condition: { revision: { eq: expected } },
    },
    { postMortemId: id, expectedRevision: expected },
  );
}
