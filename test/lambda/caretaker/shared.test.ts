import { outOfBin } from '../../../domain/postMortem/bin';
import type { StreamRecord } from '../../../lambda/caretaker/forget';
import { followShared } from '../../../lambda/caretaker/shared';
import type { SharedDocument } from '../../../lambda/membership/records';

type Image = NonNullable<NonNullable<StreamRecord['dynamodb']>['NewImage']>;

const MARCH = '2026-03-04T12:00:00.000Z';
const LATER = '2026-11-04T12:00:00.000Z';

/** What a stored post-mortem and its records look like after the stream has told of a change. */
async function after(
  change: { before?: Image; now?: Image; eventName?: StreamRecord['eventName'] },
  lists: Partial<SharedDocument['lists']> | undefined,
  present: Record<string, 'EDITOR' | 'READER'> = {},
  owner = 'o',
) {
  const asked: string[] = [];
  const members = new Map(
    Object.entries(present).map(([person, role]) => [
      person,
      { person, role, name: `${outOfBin(person)}@example.com`, listed: { title: 'Down' }, sharedAt: MARCH },
    ]),
  );
  const put = async (_id: string, member: { person: string }, listed: object, sharedAt = LATER) =>
    void members.set(member.person, { ...member, listed, sharedAt } as never);
  const record: StreamRecord = {
    eventName: change.eventName ?? 'MODIFY',
    dynamodb: {
      Keys: { id: { S: 'pm-1' } },
      ...(change.before && { OldImage: change.before }),
      ...(change.now && { NewImage: change.now }),
    },
  };
  await followShared(
    [record, record],
    async (id) => {
      asked.push(id);
      return (
        lists && {
          owner,
          revision: 1,
          listed: { title: 'Down' },
          lists: { editors: [], commenters: [], readers: [], ...lists },
        }
      );
    },
    {
      of: async () => [...members.values()],
      create: put,
      // Like the API: what is not given stays as it is.
      update: (id, member, listed) => put(id, { ...members.get(member.person), ...member }, listed),
      delete: async (_id, person) => void members.delete(person),
    },
  );
  return {
    asked,
    members: Object.fromEntries([...members].map(([id, { role, name }]) => [id, [role, name]])),
    since: Object.fromEntries([...members].map(([id, { sharedAt }]) => [id, sharedAt])),
  };
}

const image = (editors: string[], title = 'Down', summary = ''): Image => ({
  editors: { L: editors.map((S) => ({ S })) },
  title: { S: title },
  summary: { S: summary },
});

test('somebody whom a script has put on the list finds it among what is shared with them, and one taken off does not', async () => {
  const change = { before: image(['ann']), now: image(['ben']) };
  expect((await after(change, { editors: ['ben'] }, { ann: 'EDITOR' })).members).toEqual({
    ben: ['EDITOR', ''],
  });
});

test('a change of role keeps the name', async () => {
  const change = { before: image(['ann']), now: image([]) };
  expect((await after(change, { readers: ['ann'] }, { ann: 'EDITOR' })).members).toEqual({
    ann: ['READER', 'ann@example.com'],
  });
});

test('a deleted post-mortem is shared with nobody', async () => {
  expect((await after({ before: image(['ann']) }, undefined, { ann: 'EDITOR' })).members).toEqual({});
  const gone = await after({ before: image([]), eventName: 'REMOVE' }, undefined, { 'bin:ann': 'EDITOR' });
  expect(gone.members).toEqual({});
});

test('what lies in the bin is in nobody’s list, and comes back with names and dates, also after a crash half way', async () => {
  const binned = await after({ before: image(['ann']), now: image([]) }, {}, { ann: 'EDITOR' }, 'bin:o');
  expect(binned.members).toEqual({ 'bin:ann': ['EDITOR', 'ann@example.com'] });
  expect(binned.since).toEqual({ 'bin:ann': MARCH });
  const back = { before: image([]), now: image(['ann']) };
  for (const left of [
    { 'bin:ann': 'EDITOR' },
    { 'bin:ann': 'EDITOR', ann: 'EDITOR' },
    { ann: 'EDITOR' },
  ] as Record<string, 'EDITOR'>[]) {
    const restored = await after(back, { editors: ['ann'] }, left);
    expect(restored.members).toEqual({ ann: ['EDITOR', 'ann@example.com'] });
    expect(restored.since).toEqual({ ann: MARCH });
  }
});

test('a save of a text asks for nothing, nor does anything of a post-mortem that is not shared', async () => {
  const text = { before: image(['ann'], 'Down', 'a'), now: image(['ann'], 'Down', 'b') };
  expect((await after(text, { editors: ['ann'] })).asked).toEqual([]);
  const alone = { before: image([], 'Down'), now: image([], 'Up') };
  expect((await after(alone, {})).asked).toEqual([]);
  const renamed = { before: image(['ann'], 'Down'), now: image(['ann'], 'Up') };
  expect((await after(renamed, { editors: ['ann'] })).asked).toEqual(['pm-1']);
});
