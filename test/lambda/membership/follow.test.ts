import { followLists } from '../../../lambda/membership/follow';
import type {
  MemberChange,
  Memberships,
  SharedDocument,
  StoredMember,
} from '../../../lambda/membership/records';

const lists = { editors: [], commenters: ['ann'], readers: [] };
const document: SharedDocument = { owner: 'o', lists, revision: 1, listed: { title: 'Down' } };
const ANN = { person: 'ann', name: 'ann@example.com' };

/** Records as the API keeps them. `meanwhile` runs between somebody's look and their first write. */
function records(
  meanwhile: (table: Map<string, StoredMember>) => void,
  stored: readonly StoredMember[] = [],
) {
  const table = new Map(stored.map((one) => [one.person, one]));
  const memberships: Memberships = {
    of: async () => {
      const seen = [...table.values()];
      meanwhile(table);
      return seen;
    },
    create: async (_id, member, listed, sharedAt = '2026-03-04T12:00:00.000Z') => {
      if (!table.has(member.person)) table.set(member.person, { ...member, listed, sharedAt });
    },
    update: async (_id, member: MemberChange, listed) => {
      const before = table.get(member.person);
      if (before) table.set(member.person, { ...before, ...member, listed });
    },
    delete: async (_id, person) => void table.delete(person),
  };
  return { table, memberships };
}
const nameless: StoredMember = {
  ...{ person: 'ann', name: '', role: 'COMMENTER', listed: { title: 'Down' } },
  sharedAt: '2026-03-04T12:00:00.000Z',
};

it('names somebody whose record was made in the same moment by whoever does not know names', async () => {
  const { table, memberships } = records((now) => now.set('ann', nameless));
  await followLists('pm', document, memberships, ANN);
  expect(table.get('ann')?.name).toBe(ANN.name);
});

it('does not take a name away that came while the lists were followed by whoever does not know names', async () => {
  const { table, memberships } = records(
    (now) => now.set('ann', { ...nameless, name: ANN.name }),
    [{ ...nameless, listed: { title: 'Up' } }],
  );
  await followLists('pm', document, memberships);
  expect(table.get('ann')).toMatchObject({ name: ANN.name, listed: { title: 'Down' } });
});
