import { DataError } from '../../data/errors';
import { isReadable } from '../../data/ownData';
import type { SignedInUser } from '../../data/types';
import { say, sayCount } from '../../language/say';
import { binnedIds } from './binnedIds';
import type { OwnServices, Progress } from './collect';

/** All that can be named is erased; what breaks the schema cannot be, and still stands on the server. */
class NotAllErasedError extends DataError {
  override name = 'NotAllErasedError';
  readonly advice = say('Ask whoever runs this server to delete them, and erase once more.');
  constructor(unreadable: number) {
    super(
      sayCount(
        unreadable,
        'One of your records cannot be read, and so was not erased. Everything else is gone.',
        '{n} of your records cannot be read, and so were not erased. Everything else is gone.',
      ),
    );
  }
}

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
  let unreadable = 0;
  // The indexes follow the tables by a moment: what they still show was erased, and what is new to them is too.
  for (;;) {
    const found = await everythingOf(user, services);
    const left = found.named.filter(({ id }) => !erased.has(id));
    const all = erased.size + left.length;
    onProgress(erased.size, all);
    unreadable = found.unreadable;
    if (left.length === 0) break;
    for (const { id, drop } of left) {
      await drop();
      forgetOnDevice(storage, id);
      erased.add(id);
      onProgress(erased.size, all);
    }
  }
  const count = <T extends object>(records: readonly T[]): T[] => {
    const readable = records.filter(isReadable);
    unreadable += records.length - readable.length;
    return readable;
  };
  for (const { postMortemId } of count(await ownData.memberships(user.id)))
    for (const { id } of count(await ownData.runsOn(String(postMortemId))))
      await ownData.deleteRun(String(id));
  if (unreadable > 0) throw new NotAllErasedError(unreadable);
  forgetOnDevice(storage, user.id);
}

/** What is still somebody's and how much of it cannot be read, each that can with what takes it away. Comments on what they own go with that. */
async function everythingOf(
  user: SignedInUser,
  { bin, ownData }: Pick<OwnServices, 'bin' | 'ownData'>,
): Promise<{ named: { id: string; drop(): Promise<void> }[]; unreadable: number }> {
  let unreadable = 0;
  const those = async <T extends object>(list: Promise<readonly T[]>): Promise<T[]> => {
    const all = await list;
    const readable = all.filter(isReadable);
    unreadable += all.length - readable.length;
    return readable;
  };
  const [owned, deleted] = [await ownData.owned(user.id), await binnedIds(bin)];
  const [templates, comments] = [await those(ownData.templates(user.id)), await those(ownData.comments())];
  const [reviews, memories] = [await those(ownData.reviews()), await those(ownData.memories())];
  const [answers, conversations] = [
    await those(ownData.answers(user.id)),
    await those(ownData.conversations(user.id)),
  ];
  const own = new Set([...owned, ...deleted]);
  const named = [
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
  return { named, unreadable };
}

/** What this device has kept under an id: unsaved work, decisions on drafts, the mark itself. */
function forgetOnDevice(storage: Storage, id: string): void {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  for (const key of keys) if (key.startsWith('nevermore.') && key.includes(id)) storage.removeItem(key);
}
