import { repairIn, repairMemberships } from '../../../lambda/caretaker/repair';
import type { DynamoDb } from '../../../lambda/dynamodb';
import type { SharedDocument, StoredMember } from '../../../lambda/membership/records';

/** Post-mortems by their id, each with its readers, in pages of two; and what is kept of the rounds. */
function tables(readersOf: Record<string, string[]>) {
  const members = new Map<string, StoredMember>();
  const stored = new Map<string, object>();
  let clock = Date.parse('2026-03-04T12:00:00.000Z');
  const scans: unknown[] = [];
  const asked: string[] = [];
  const dynamoDb: DynamoDb = async <Answer>(operation: string, request: object) => {
    const { ExclusiveStartKey: after, Item } = request as {
      ExclusiveStartKey?: { id: { S: string } };
      Item?: object;
    };
    if (operation === 'GetItem') return structuredClone({ Item: stored.get('round') }) as Answer;
    if (operation === 'PutItem') {
      stored.set('round', Item ?? {});
      return {} as Answer;
    }
    scans.push(after?.id.S);
    const ids = Object.keys(readersOf);
    const from = after ? ids.indexOf(after.id.S) + 1 : 0;
    const page = ids.slice(from, from + 2);
    return {
      Items: page.map((id) => ({ id: { S: id }, readers: { L: readersOf[id]?.map((S) => ({ S })) } })),
      ...(from + 2 < ids.length && { LastEvaluatedKey: { id: { S: page.at(-1) } } }),
    } as Answer;
  };
  const put = async (id: string, member: object, listed: object, sharedAt = 'now') =>
    void members.set(`${id} ${(member as StoredMember).person}`, {
      ...member,
      listed,
      sharedAt,
    } as StoredMember);
  let diesAt = '';
  return {
    members,
    scans,
    asked,
    dieAt: (id: string) => {
      diesAt = id;
    },
    wait: (hours: number) => {
      clock += hours * 3_600_000;
    },
    sweep: () =>
      repairMemberships({
        ...repairIn({ postMortems: 'PostMortem', upkeep: 'Upkeep' }, dynamoDb),
        document: async (id): Promise<SharedDocument> => {
          asked.push(id);
          if (id === diesAt) throw new Error('killed');
          const lists = { editors: [], commenters: [], readers: readersOf[id] ?? [] };
          return { owner: 'o', lists, revision: 1, listed: { title: id } };
        },
        memberships: {
          of: async (id) => [...members].flatMap(([key, one]) => (key.startsWith(`${id} `) ? [one] : [])),
          create: put,
          update: put,
          delete: async (id, person) => void members.delete(`${id} ${person}`),
        },
        now: () => new Date(clock),
      }),
  };
}

test('post-mortems that were shared before there were records get theirs, some with each sweep, also after one that died', async () => {
  const { sweep, members, asked, dieAt } = tables({
    a: ['ann'],
    b: [],
    c: [],
    d: ['ben', 'ann'],
    e: ['ben'],
  });
  await sweep();
  expect([...members.keys()]).toEqual(['a ann']);
  dieAt('d');
  await expect(sweep()).rejects.toThrow('killed');
  dieAt('');
  await sweep();
  await sweep();
  expect([...members.keys()]).toEqual(['a ann', 'd ben', 'd ann', 'e ben']);
  // What nobody shares costs no question.
  expect(asked).toEqual(['a', 'd', 'd', 'e']);
});

test('a round that has come to its end rests for a day', async () => {
  const { sweep, scans, wait } = tables({ a: ['ann'], b: [], c: [] });
  for (let count = 0; count < 4; count += 1) await sweep();
  expect(scans).toEqual([undefined, 'b']);
  wait(23);
  await sweep();
  expect(scans).toHaveLength(2);
  wait(1);
  for (let count = 0; count < 3; count += 1) await sweep();
  expect(scans).toEqual([undefined, 'b', undefined, 'b']);
});
