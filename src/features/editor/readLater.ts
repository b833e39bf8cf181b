import type { PostMortem } from '../../../domain/postMortem';
import { isLater } from '../../../domain/postMortem/nextRevision';
import type { WritingTools } from './writingTools';

/** How long a save may take until every answer of the database is from after it, in milliseconds. */
export const EVERYWHERE_AFTER_MS = 1_500;

/** What the server has after it was changed there: read again where the answer is from before. @throws the store's errors */
export async function readLater(
  { postMortems, after }: WritingTools,
  id: string,
  revision: number,
): Promise<PostMortem> {
  const read = await postMortems.get(id);
  if (isLater(read.revision, revision)) return read;
  await new Promise<void>((resolve) => void after(EVERYWHERE_AFTER_MS, resolve));
  return postMortems.get(id);
}
