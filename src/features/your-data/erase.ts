import type { SignedInUser } from '../../data/types';
import { binnedIds } from './binnedIds';
import type { OwnServices, Progress } from './collect';

/** That erasing was begun on this device and has not come to its end. */
const mark = (userId: string) => `nevermore.erasing.${userId}`;

/** Whether an attempt to erase everything died, so that it has to be gone on with. */
export const isHalfErased = (storage: Storage, userId: string): boolean =>
  storage.getItem(mark(userId)) !== null;

/**
 * Deletes everything of somebody for good: their post-mortems, in the bin and out of it, the templates that they
 * saved for the team, what they wanted remembered, asked the archive and said to the assistant, their words and their
 * name in comments and in reviews, and the runs that they started on post-mortems of others. What belongs to a
 * post-mortem goes with it on the server. Nothing is remembered of how far it came but in what is left: called again
 * after a crash, it goes on with that.
 */
export async function eraseOwnData(
  user: SignedInUser,
  services: Pick<OwnServices, 'bin' | 'ownData'>,
  storage: Storage,
  onProgress: Progress,
): Promise<void> {
  const { ownData } = services;
  storage.setItem(mark(user.id), '');
  const erased = new Set<string>();
  // The indexes follow the tables by a moment: what they still show was erased, and what is new to them is too.
  for (;;) {
    const left = (await everythingOf(user, services)).filter(({ id }) => !erased.has(id));
    const all = erased.size + left.length;
    onProgress(erased.size, all);
    if (left.length === 0) break;
    for (const { id, drop } of left) {
      await drop();
      forgetOnDevice(storage, id);
      erased.add(id);
      onProgress(erased.size, all);
    }
  }
  for (const { postMortemId } of await ownData.memberships(user.id))
    for (const { id } of await ownData.runsOn(String(postMortemId))) await ownData.deleteRun(String(id));
  forgetOnDevice(storage, user.id);
}

/** What is still somebody's, each with what takes it away. Comments on what they own go with that. */
async function everythingOf(
  user: SignedInUser,
  { bin, ownData }: Pick<OwnServices, 'bin' | 'ownData'>,
): Promise<{ id: string; drop(): Promise<void> }[]> {
  const [owned, deleted] = [await ownData.owned(user.id), await binnedIds(bin)];
  const [templates, comments] = [await ownData.templates(user.id), await ownData.comments()];
  const [reviews, memories] = [await ownData.reviews(), await ownData.memories()];
  const [answers, conversations] = [await ownData.answers(user.id), await ownData.conversations(user.id)];
  const own = new Set([...owned, ...deleted]);
  return [
    ...owned.map((id) => ({ id, drop: () => ownData.delete(id) })),
    ...deleted.map((id) => ({ id, drop: () => bin.deleteForGood(id) })),
    ...templates.map(({ name }) => ({
      id: `template ${name}`,
      drop: () => ownData.deleteTemplate(String(name)),
    })),
    ...conversations.map(({ id }) => ({
      id: `conversation ${id}`,
      drop: () => ownData.deleteConversation(String(id)),
    })),
    ...memories.map(({ id, isTeams }) => ({
      id: `memory ${isTeams} ${id}`,
      drop: () => ownData.forget({ id: String(id), isTeams: isTeams === true }),
    })),
    ...answers.map(({ id }) => ({ id: `question ${id}`, drop: () => ownData.deleteAnswer(String(id)) })),
    ...comments
      .filter(({ postMortemId }) => !own.has(postMortemId))
      .map(({ postMortemId, id }) => ({
        id: `comment ${postMortemId} ${id}`,
        drop: () => ownData.eraseComment(postMortemId, id),
      })),
    ...reviews
      .filter(({ postMortemId }) => !own.has(postMortemId))
      .map(({ id }) => ({ id: `review ${id}`, drop: () => ownData.eraseFromReview(id) })),
  ];
}

/** What this device has kept under an id: unsaved work, decisions on drafts, the mark itself. */
function forgetOnDevice(storage: Storage, id: string): void {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  for (const key of keys) if (key.startsWith('nevermore.') && key.includes(id)) storage.removeItem(key);
}
