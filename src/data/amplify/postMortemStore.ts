import type { Origins } from '../../../domain/history/revision';
import { readListing, readPostMortem, type Stored } from '../../../domain/postMortem/stored';
import { NotFoundOrNotYoursError } from '../errors';
import type { PostMortemStore, Saved, SignedInUser } from '../types';
import {
  CREATE_POST_MORTEM,
  DELETE_POST_MORTEM,
  GET_POST_MORTEM,
  LIST_OWNED,
  SET_STATUS,
  UPDATE_POST_MORTEM,
} from './documents';
import { request, requestPage, requestRecord } from './graphql';

/** Post-mortems behind the Amplify data client, for the person who saves them. */
export const amplifyPostMortems = (savedBy: SignedInUser): PostMortemStore => ({
  async listOwned(owner, { severity, status, limit, next }) {
    const filter = {
      ...(severity !== '' && { severity: { eq: severity } }),
      ...(status !== '' && { status: { eq: status } }),
    };
    const { items, unreadable, nextToken } = await requestPage(LIST_OWNED, {
      owner,
      filter: Object.keys(filter).length > 0 ? filter : null,
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

  create: (id, content, editors, origins = {}) =>
    requestRecord<Saved>(
      CREATE_POST_MORTEM,
      { input: { id, ...content, editors, savedBy, revision: 1, provenance: provenance(1, origins) } },
      // An id that exists already means that an earlier answer was lost on its way.
      { postMortemId: id, expectedRevision: 0 },
    ),

  update: (id, expected, changes, origins) => write(id, expected, { ...changes, savedBy }, origins),

  share: (id, expected, editors) => write(id, expected, { editors, savedBy }, {}),

  setStatus: (id, revision, { status, isPrivate }) =>
    requestRecord<Saved>(
      SET_STATUS,
      { id, revision, status, isPrivate, name: savedBy.name },
      { postMortemId: id, expectedRevision: revision },
    ),

  async delete(id) {
    await request(DELETE_POST_MORTEM, { id }, { postMortemId: id });
  },
});

/** GraphQL's Int ends here. */
const LARGEST_REVISION = 2 ** 31 - 1;

/** One more; after the last number, which only another client can have written, it begins again. */
const nextRevision = (revision: number): number => (revision >= LARGEST_REVISION ? 1 : revision + 1);

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
