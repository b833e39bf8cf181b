import type { ActionListing } from '../../domain/actions/openActions';
import type { ActionReading } from './actions';
import { NotFoundOrNotYoursError } from './errors';
import type { PostMortemStore } from './types';

/** So many that others shared are read, those shared last: each is one document. */
const SHARED_READ = 30;

/** The actions of what others shared with this person, whatever its status. Throws the errors of `errors.ts`. */
export async function sharedActions(postMortems: PostMortemStore, userId: string): Promise<ActionReading> {
  const query = { severity: '', status: '', limit: SHARED_READ, next: null } as const;
  const { items, unreadable, next } = await postMortems.listShared(userId, query);
  const found = await Promise.all(
    items.map(async ({ id }): Promise<ActionListing[]> => {
      try {
        return [await postMortems.get(id)];
      } catch (error) {
        // It was deleted, or is no longer shared.
        if (error instanceof NotFoundOrNotYoursError) return [];
        throw error;
      }
    }),
  );
  return { listings: found.flat(), isWhole: next === null, unreadable };
}
