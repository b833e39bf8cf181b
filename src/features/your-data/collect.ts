import { explain } from '../../data/errors';
import { isReadable } from '../../data/ownData';
import type { Services, SignedInUser } from '../../data/types';
import { binnedIds } from './binnedIds';

/** Where somebody's data stand. */
export type OwnServices = Pick<Services, 'postMortems' | 'history' | 'bin' | 'ownData'>;

/** How far it has come: `done` of `all` post-mortems. */
export type Progress = (done: number, all: number) => void;

/**
 * Everything that belongs to somebody, as the text of one JSON file: their post-mortems with every save of them and
 * the runs that they started, those in the bin too, what others have shared with them, what they said in comments
 * on any of them, the templates that they saved for the team, the reviews that they had a part in, what they wanted
 * remembered, and what they asked the archive or said to the assistant. One that cannot be read is in it with the reason. Throws the errors of
 * `src/data/errors.ts` when the lists themselves cannot be read.
 */
export async function collectOwnData(
  user: SignedInUser,
  { postMortems, history, bin, ownData }: OwnServices,
  now: () => Date,
  onProgress: Progress,
): Promise<string> {
  const [owned, deleted, memberships, comments, templates, reviews, memories, answers, conversations] = [
    await ownData.owned(user.id),
    await binnedIds(bin),
    await ownData.memberships(user.id),
    await ownData.comments(),
    await ownData.templates(user.id),
    await ownData.reviews(),
    await ownData.memories(),
    await ownData.answers(user.id),
    await ownData.conversations(user.id),
  ];
  const all = owned.length + deleted.length + memberships.length;
  let done = 0;
  onProgress(done, all);
  // Text by text: a library is many times larger as objects.
  const each = async (ids: readonly string[], read: (id: string) => Promise<object>): Promise<string> => {
    const parts: string[] = [];
    for (const id of ids) {
      parts.push(
        JSON.stringify(await read(id).catch((error) => ({ id, cannotBeRead: explain(error).message }))),
      );
      done += 1;
      onProgress(done, all);
    }
    return `[${parts.join(',\n')}]`;
  };
  const rest = async (id: string) => ({ saves: await history.of(id), runs: await ownData.runsOn(id) });
  const sharedOf = new Map(
    memberships.map((one, at) => [isReadable(one) ? String(one.postMortemId) : `unreadable-${at}`, one]),
  );
  const parts = {
    format: JSON.stringify('nevermore-own-data-1'),
    collectedAt: JSON.stringify(now().toISOString()),
    person: JSON.stringify(user),
    postMortems: await each(owned, async (id) => ({ ...(await postMortems.get(id)), ...(await rest(id)) })),
    recentlyDeleted: await each(deleted, async (id) => ({
      ...(await ownData.binned(id)),
      ...(await rest(id)),
    })),
    sharedWithMe: await each([...sharedOf.keys()], async (id) => ({
      ...sharedOf.get(id),
      ...(isReadable(sharedOf.get(id) ?? {}) && { runs: await ownData.runsOn(id) }),
    })),
    comments: JSON.stringify(comments),
    templates: JSON.stringify(templates),
    reviews: JSON.stringify(reviews),
    memories: JSON.stringify(memories),
    questions: JSON.stringify(answers),
    conversations: JSON.stringify(conversations),
  };
  return `{${Object.entries(parts)
    .map(([name, text]) => `\n"${name}": ${text}`)
    .join(',')}\n}\n`;
}
