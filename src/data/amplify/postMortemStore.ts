import type { PostMortem } from '../../../domain/postMortem';
import { SECTION_IDS } from '../../../domain/sections';
import { NotFoundOrNotYoursError } from '../errors';
import type { PostMortemListing, PostMortemStore, Saved } from '../types';
import {
  CREATE_POST_MORTEM,
  DELETE_POST_MORTEM,
  GET_POST_MORTEM,
  LIST_OWNED,
  UPDATE_POST_MORTEM,
} from './documents';
import { request, requestRecord } from './graphql';

/** Lists and texts that were never written come back as null. */
type Stored<T> = { [K in keyof T]: T[K] | null };

/** Post-mortems behind the Amplify data client. */
export const amplifyPostMortems: PostMortemStore = {
  async listOwned(owner, next) {
    const page = await requestRecord<{ items: Stored<PostMortemListing>[]; nextToken: string | null }>(
      LIST_OWNED,
      { owner, nextToken: next },
    );
    return { items: page.items.map(listing), next: page.nextToken };
  },

  async get(id) {
    const subject = { postMortemId: id };
    const stored = await request<Stored<PostMortem>>(GET_POST_MORTEM, { id }, subject);
    if (stored === null) throw new NotFoundOrNotYoursError(id);
    return postMortem(stored);
  },

  create: (id, content, editors) =>
    requestRecord<Saved>(
      CREATE_POST_MORTEM,
      { input: { id, ...content, editors, revision: 1 } },
      // An id that exists already means that an earlier answer was lost on its way.
      { postMortemId: id, expectedRevision: 0 },
    ),

  update: (id, expected, changes) => write(id, expected, changes),

  share: (id, expected, editors) => write(id, expected, { editors }),

  async delete(id) {
    await request(DELETE_POST_MORTEM, { id }, { postMortemId: id });
  },
};

const write = (id: string, expected: number, changes: object): Promise<Saved> =>
  requestRecord<Saved>(
    UPDATE_POST_MORTEM,
    { input: { id, ...changes, revision: expected + 1 }, condition: { revision: { eq: expected } } },
    { postMortemId: id, expectedRevision: expected },
  );

const listing = (stored: Stored<PostMortemListing>): PostMortemListing => ({
  ...(stored as PostMortemListing),
  service: stored.service ?? '',
  tags: stored.tags ?? [],
});

function postMortem(stored: Stored<PostMortem>): PostMortem {
  const sections = Object.fromEntries(SECTION_IDS.map((id) => [id, stored[id] ?? '']));
  return {
    ...(stored as PostMortem),
    ...sections,
    ...listing(stored),
    timeline: (stored.timeline ?? []).map(({ at, text }) => ({ at, text })),
    actionItems: (stored.actionItems ?? []).map(({ text, owner, dueDate, done }) => ({
      text,
      owner,
      dueDate,
      done,
    })),
    editors: stored.editors ?? [],
  };
}
