import { NoSuchPostMortemError, NoSuchRunError } from '../errors';
import type { Library } from '../library';

/** What a text is called that belongs to no document and is kept in one of its own. */
export const KEPT_TITLE = 'A text of an assistant';

/** An answer can get lost on its way: so long its run can be asked for again. */
const KEPT_MS = 60 * 60_000;

/** Drafts that are looked through, the latest first, and those that one call tidies up. */
const LOOKED_AT = 100;
const MOST_AT_ONCE = 10;

/**
 * Takes a text whose run is over out of its person's library, into their bin: the run stays, in case its answer got
 * lost. Earlier ones are deleted from there, and those that were never read are put there. A draft that somebody has
 * written in is a post-mortem of theirs, and stays where it is.
 */
export async function tidyUp(library: Library, read: string, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_MS).toISOString();
  await putAway(read, library);
  const drafts = await library.latest('mine', LOOKED_AT);
  const left = drafts.filter((one) => one.title === KEPT_TITLE && isAsMade(one) && one.createdAt < before);
  for (const { id } of left.slice(0, MOST_AT_ONCE))
    if (await isOver(id, library, before)) await library.binUntouched(id);
  let forgotten = 0;
  for (const { id, title, deletedAt } of await library.binned()) {
    if (id === read || title !== KEPT_TITLE || deletedAt >= before) continue;
    if (await library.forgetBinned(id)) forgotten += 1;
    if (forgotten === MOST_AT_ONCE) return;
  }
}

/** Some clients write and count no revision. */
const isAsMade = ({ createdAt, updatedAt }: { createdAt: string; updatedAt: string }): boolean =>
  createdAt === updatedAt;

async function putAway(id: string, library: Library): Promise<void> {
  try {
    if (isAsMade(await library.document(id))) await library.binUntouched(id);
  } catch (error) {
    // Read a second time, or deleted by its person.
    if (!(error instanceof NoSuchPostMortemError)) throw error;
  }
}

/** Whether the run of a kept text was over by then, or never began. */
async function isOver(id: string, library: Library, by: string): Promise<boolean> {
  try {
    const { postMortemId, stage, finishedAt } = await library.run(id);
    return postMortemId === id && stage === 'FINISHED' && (finishedAt ?? '') < by;
  } catch (error) {
    if (error instanceof NoSuchRunError) return true;
    throw error;
  }
}
