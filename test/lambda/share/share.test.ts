import { LIMITS } from '../../../domain/limits';
import type { Member } from '../../../domain/postMortem/access';
import { findPersonIn } from '../../../lambda/directory';
import { type DynamoDb, DynamoDbError } from '../../../lambda/dynamodb';
import type { Listed, SharedDocument, StoredMember } from '../../../lambda/membership/records';
import { NoSuchPersonError } from '../../../lambda/share/errors';
import { countLookupsIn, MOST_AN_HOUR } from '../../../lambda/share/lookups';
import { sharePostMortem } from '../../../lambda/share/share';

const OWNER = 'sub-owner';
const BEN = { id: '11111111-2222-4333-8444-555555555555', email: 'ben@example.com' };

const NOON = '2026-03-04T12:40:00.000Z';
type Counts = Map<string, { count: number; goneAt: string }>;

/** The one conditional write that counting makes, in memory; a count below zero is a table that fails. */
const counting =
  (counts: Counts): DynamoDb =>
  async <Answer>(operation: string, request: object) => {
    const asked = request as {
      Key: { id: { S: string } };
      ExpressionAttributeValues: Record<string, { N: string }>;
    };
    const { ':most': most, ':goneAt': goneAt } = asked.ExpressionAttributeValues;
    const count = counts.get(asked.Key.id.S)?.count ?? 0;
    if (count < 0) throw new DynamoDbError(operation, 'ProvisionedThroughputExceededException');
    if (count >= Number(most?.N)) throw new DynamoDbError(operation, 'ConditionalCheckFailedException');
    counts.set(asked.Key.id.S, { count: count + 1, goneAt: goneAt?.N ?? '' });
    return {} as Answer;
  };

/** One post-mortem in memory, an account, and somebody who saves so many times meanwhile. */
function sharing(
  options: {
    lists?: Partial<SharedDocument['lists']>;
    overtaken?: number;
    recordsFail?: boolean;
    now?: string;
    counts?: Counts;
  } = {},
) {
  const lists = { editors: [], commenters: [], readers: [], ...options.lists };
  const stored: SharedDocument = { owner: OWNER, lists, revision: 3, listed: { title: 'Down' } };
  const members = new Map<string, StoredMember>();
  const lookedUp: string[] = [];
  const warnings: string[] = [];
  const counts: Counts = options.counts ?? new Map();
  let overtaken = options.overtaken ?? 0;
  const put = async (_id: string, member: Member, listed: Listed) => {
    if (options.recordsFail) throw new Error('no table');
    members.set(member.person, { ...member, listed, sharedAt: '2026-03-04T12:00:00.000Z' });
  };
  const share = sharePostMortem({
    document: async (id) => (id === 'pm-1' ? structuredClone(stored) : undefined),
    writeLists: async (_id, revision, next) => {
      if (overtaken > 0) {
        overtaken -= 1;
        stored.revision += 1;
      }
      if (revision !== stored.revision) return undefined;
      Object.assign(stored, { lists: next, revision: revision + 1 });
      return { revision: revision + 1, updatedAt: '2026-03-04T12:00:00.000Z' };
    },
    memberships: {
      of: async () => [...members.values()],
      create: put,
      update: put,
      delete: async (_id, person) => void members.delete(person),
    },
    countLookup: countLookupsIn('Upkeep', counting(counts), () => new Date(options.now ?? NOON)),
    findPerson: async (asked) => {
      lookedUp.push(asked);
      return [BEN.email, BEN.id].includes(asked.toLowerCase()) ? BEN : undefined;
    },
    warn: (message) => warnings.push(message),
  });
  const ask = (args: Record<string, unknown>, sub = OWNER) =>
    share({ identity: sub ? { sub } : null, arguments: { postMortemId: 'pm-1', role: 'READER', ...args } });
  return { ask, stored, members, lookedUp, warnings };
}

it.each([' ben@example.com ', 'BEN@EXAMPLE.COM', BEN.id])(
  'shares with somebody by %s, and keeps a record',
  async (person) => {
    const { ask, stored, members } = sharing();
    expect(await ask({ person })).toEqual({
      revision: 4,
      updatedAt: '2026-03-04T12:00:00.000Z',
      person: BEN.id,
      name: BEN.email,
    });
    expect(stored.lists).toEqual({ editors: [], commenters: [], readers: [BEN.id] });
    expect([...members.values()]).toEqual([
      expect.objectContaining({ person: BEN.id, name: BEN.email, role: 'READER', listed: { title: 'Down' } }),
    ]);
  },
);

it('moves somebody from one role to another and off again, leaving all others', async () => {
  const { ask, stored, members } = sharing({ lists: { editors: ['sub-cara'] } });
  await ask({ person: BEN.email, role: 'EDITOR' });
  await ask({ person: BEN.email, role: 'COMMENTER' });
  expect(stored.lists).toEqual({ editors: ['sub-cara'], commenters: [BEN.id], readers: [] });
  await ask({ person: BEN.id, role: null });
  expect(stored.lists).toEqual({ editors: ['sub-cara'], commenters: [], readers: [] });
  expect([...members.keys()]).toEqual(['sub-cara']);
});

it('takes off somebody whose account is gone, or who never had one', async () => {
  const { ask, stored, lookedUp } = sharing({ lists: { readers: ['no such sub'] } });
  await ask({ person: 'no such sub', role: null });
  expect([stored.lists.readers, lookedUp]).toEqual([[], []]);
});

it('says that nobody has such an account, and changes nothing', async () => {
  const { ask, stored } = sharing();
  await expect(ask({ person: 'eve@example.com' })).rejects.toMatchObject({
    name: 'NoSuchPersonError',
    message: expect.stringContaining('Nobody has an account here as eve@example.com'),
  });
  expect(stored.revision).toBe(3);
});

it.each([
  ['an editor', 'sub-editor', 'pm-1'],
  ['nobody', '', 'pm-1'],
  ['the owner of another one', OWNER, 'pm-2'],
])('refuses %s before anybody is looked up', async (_who, sub, postMortemId) => {
  const { ask, stored, lookedUp } = sharing({ lists: { editors: ['sub-editor'] } });
  await expect(ask({ person: BEN.email, postMortemId }, sub)).rejects.toMatchObject({
    name: 'NotYoursToShareError',
  });
  expect([stored.revision, lookedUp]).toEqual([3, []]);
});

it.each([
  ['', 'READER'],
  ['ben', 'READER'],
  ['a@b\u0000c', 'READER'],
  ['two @words', 'READER'],
  [`${'x'.repeat(200)}@example.com`, 'READER'],
  [BEN.email, 'OWNER'],
  [BEN.email, 7],
  [7, 'READER'],
])('refuses %j as %j without looking anybody up', async (person, role) => {
  const { ask, lookedUp } = sharing();
  await expect(ask({ person, role })).rejects.toMatchObject({ name: 'InvalidShareError' });
  expect(lookedUp).toEqual([]);
});

it('shares with so many and no more', async () => {
  const editors = Array.from({ length: LIMITS.editors }, (_, index) => `sub-${index}`);
  const { ask } = sharing({ lists: { editors } });
  await expect(ask({ person: BEN.email })).rejects.toMatchObject({
    message: expect.stringContaining('at most 50'),
  });
});

it('meets somebody who saves at the same time, and gives up in words when they never stop', async () => {
  const patient = sharing({ overtaken: 2 });
  expect(await patient.ask({ person: BEN.email })).toMatchObject({ revision: 6 });
  const busy = sharing({ overtaken: 99 });
  await expect(busy.ask({ person: BEN.email })).rejects.toMatchObject({ name: 'TooBusyToShareError' });
  expect(busy.stored.lists.readers).toEqual([]);
});

it('has shared when only its own record could not be written, and says so to the operator', async () => {
  const { ask, stored, warnings } = sharing({ recordsFail: true });
  await ask({ person: BEN.email });
  expect(stored.lists.readers).toEqual([BEN.id]);
  expect(warnings).toEqual([expect.stringContaining('left to the caretaker')]);
});

describe('the user pool', () => {
  const account = { Enabled: true, UserStatus: 'CONFIRMED' };
  const attributes = (verified: string) => [
    { Name: 'sub', Value: BEN.id },
    { Name: 'email', Value: BEN.email },
    { Name: 'email_verified', Value: verified },
  ];
  const find = (status: number, body: unknown) =>
    findPersonIn('pool', async () => new Response(JSON.stringify(body), { status }))(BEN.email);

  it('knows somebody with a confirmed address', async () => {
    expect(await find(200, { ...account, UserAttributes: attributes('true') })).toEqual(BEN);
  });

  it.each([
    ['never confirmed it', { ...account, UserStatus: 'UNCONFIRMED', UserAttributes: attributes('true') }],
    ['has not verified it', { ...account, UserAttributes: attributes('false') }],
    ['was disabled', { ...account, Enabled: false, UserAttributes: attributes('true') }],
    ['has none', account],
  ])('knows nobody who signed up with an address and %s', async (_what, body) => {
    expect(await find(200, body)).toBeUndefined();
  });

  it('is not taken for empty when it refuses or fails', async () => {
    expect(await find(400, { __type: 'UserNotFoundException' })).toBeUndefined();
    await expect(find(400, { __type: 'AccessDeniedException' })).rejects.toMatchObject({
      name: 'DirectoryFailedError',
      message: expect.stringContaining('AccessDeniedException'),
    });
    const silent = findPersonIn('pool', () => Promise.reject(new Error('no line')));
    await expect(silent(BEN.email)).rejects.toMatchObject({ name: 'DirectoryFailedError' });
  });
});

it('looks up so many people an hour for each person, says when to try again, and forgets the hour', async () => {
  const counts: Counts = new Map();
  const { ask, lookedUp } = sharing({ counts });
  for (let count = 0; count < MOST_AN_HOUR; count += 1)
    await expect(ask({ person: 'nobody@example.com' })).rejects.toThrow(NoSuchPersonError);
  await expect(ask({ person: BEN.email })).rejects.toThrow('Nothing has changed; try again at 13:00 UTC.');
  expect(lookedUp).toHaveLength(MOST_AN_HOUR);
  // Whoever may not share is not counted, and who is on a list already is taken off without a lookup.
  await expect(ask({ person: BEN.email }, 'stranger')).rejects.toThrow('among those you own');
  const listed = sharing({ counts, lists: { readers: [BEN.id] } });
  expect(await listed.ask({ person: BEN.id, role: null })).toMatchObject({ person: BEN.id });
  expect([...counts.values()]).toEqual([
    { count: MOST_AN_HOUR, goneAt: String(Date.parse('2026-03-04T14:00:00.000Z') / 1_000) },
  ]);
  const later = sharing({ counts, now: '2026-03-04T13:00:00.000Z' });
  expect(await later.ask({ person: BEN.email })).toMatchObject({ person: BEN.id });
});

it('looks nobody up where lookups cannot be counted', async () => {
  const hour = Math.floor(Date.parse(NOON) / 3_600_000);
  const { ask, lookedUp } = sharing({
    counts: new Map([[`lookups ${hour} ${OWNER}`, { count: -1, goneAt: '' }]]),
  });
  await expect(ask({ person: BEN.email })).rejects.toThrow(/could not be looked up .+ProvisionedThroughput/);
  expect(lookedUp).toEqual([]);
});
