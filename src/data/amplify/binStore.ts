import { RefusedError, RevisionConflictError } from '../errors';
import type { BinnedPostMortem, BinStore } from '../types';
import { request, requestRecord } from './graphql';

const MY_BIN = `query MyBin($nextToken: String) {
  myBin(nextToken: $nextToken) { items { id title deletedAt goneAt } nextToken }
}`;
const DELETE_FOR_GOOD = `mutation DeleteForGood($id: ID!) { deleteForGood(postMortemId: $id) }`;

/** What somebody has deleted, behind the Amplify data client. */
export const amplifyBin: BinStore = {
  async list(next) {
    type Page = { items: BinnedPostMortem[]; nextToken: string | null };
    const { items, nextToken } = await requestRecord<Page>(MY_BIN, { nextToken: next });
    return { items, next: nextToken };
  },

  async deleteForGood(id) {
    try {
      await request(DELETE_FOR_GOOD, { id }, { postMortemId: id });
    } catch (error) {
      if (!hasLeftTheBin(error)) throw error;
    }
  },
};

/** Another page, or its time, was quicker; what was restored elsewhere is not this person's to lose. */
const hasLeftTheBin = (error: unknown): boolean =>
  error instanceof RevisionConflictError || (error instanceof RefusedError && error.reason === 'NotInBin');
