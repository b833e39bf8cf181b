import { type Caller, mayRead } from '../../domain/postMortem/access';
import { isInBin } from '../../domain/postMortem/bin';
import { batchGet } from '../batchGet';
import type { DynamoDb } from '../dynamodb';
import { plainItem } from '../plainValue';

/** Whose a post-mortem is and who may read it: what `mayRead` asks for, and no word of its text. */
export type Access = Readonly<Record<string, unknown>> & { owner: string };

/** The access of post-mortems by their ids. One that is gone, or lies in the bin, is not among them. */
export type AccessOf = (postMortemIds: readonly string[]) => Promise<ReadonlyMap<string, Access>>;

/**
 * Of some reviews those whose document the caller may read as it stands now: it may have been taken from them, or out
 * of everybody's sight, since they had to do with it. Each with that document's access.
 */
export async function ofReadable<Review extends { postMortemId: string }>(
  accessOf: AccessOf,
  reviews: readonly Review[],
  caller: Caller,
): Promise<{ review: Review; document: Access }[]> {
  const access = await accessOf(reviews.map(({ postMortemId }) => postMortemId));
  return reviews.flatMap((review) => {
    const document = access.get(review.postMortemId);
    return document && mayRead(document, caller) ? [{ review, document }] : [];
  });
}

const FIELDS = ['id', 'owner', 'editors', 'commenters', 'readers', 'audience'] as const;

/** Read in batches, and as it is at this moment: what was taken from somebody a moment ago is not told them. */
export const accessIn =
  (table: string, dynamoDb: DynamoDb): AccessOf =>
  async (ids) => {
    const keys = ids.map((id) => ({ id: { S: id } }));
    const items = await batchGet(dynamoDb, table, keys, { fields: FIELDS });
    const found = items.map((item) => plainItem(item) as unknown as Access & { id: string });
    return new Map(found.filter(({ owner }) => !isInBin(owner)).map((one) => [one.id, one]));
  };
