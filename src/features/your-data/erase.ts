import type { SignedInUser } from '../../data/types';
import { binnedIds } from './binnedIds';
import type { OwnServices, Progress } from './collect';

/** That erasing was begun on this device and has not come to its end. */
const mark = (userId: string) => `nevermore.erasing.${userId}`;

/** Whether an attempt to erase everything died, so that it has to be gone on with. */
export const isHalfErased = (storage: Storage, userId: string): boolean =>
  storage.getItem(mark(userId)) !== null;

/**
 * Deletes everything of somebody for good: their post-mortems, in the bin and out of it, and the runs that they
 * started on those of others. What belongs to a post-mortem goes with it on the server. Nothing is remembered of how
 * far it came but in what is left: called again after a crash, it goes on with that.
 */
export async function eraseOwnData(
  user: SignedInUser,
  { bin, ownData }: Pick<OwnServices, 'bin' | 'ownData'>,
  storage: Storage,
  onProgress: Progress,
): Promise<void> {
  storage.setItem(mark(user.id), '');
  const erased = new Set<string>();
  // The index follows the table by a moment: what it still shows was erased, and what is new to it is too.
  for (;;) {
    const owned = (await ownData.owned(user.id)).filter((id) => !erased.has(id));
    const deleted = (await binnedIds(bin)).filter((id) => !erased.has(id));
    const all = erased.size + owned.length + deleted.length;
    onProgress(erased.size, all);
    if (owned.length + deleted.length === 0) break;
    for (const [ids, drop] of [
      [owned, ownData.delete],
      [deleted, bin.deleteForGood],
    ] as const) {
      for (const id of ids) {
        await drop(id);
        forgetOnDevice(storage, id);
        erased.add(id);
        onProgress(erased.size, all);
      }
    }
  }
  for (const { postMortemId } of await ownData.memberships(user.id))
    for (const { id } of await ownData.runsOn(String(postMortemId))) await ownData.deleteRun(String(id));
  forgetOnDevice(storage, user.id);
}

/** What this device has kept under an id: unsaved work, decisions on drafts, the mark itself. */
function forgetOnDevice(storage: Storage, id: string): void {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  for (const key of keys) if (key.startsWith('nevermore.') && key.includes(id)) storage.removeItem(key);
}
