import { type AttributeValue, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { BIN_DAYS } from '../../../domain/postMortem/bin';
import { itemOf } from '../../../lambda/plainValue';
import { LIST_OWNED } from '../../../src/data/amplify/documents';
import { collect } from './amplifyUser';
import {
  amplifyFor,
  MINIMAL,
  type NevermoreApi,
  type People,
  peopleOf,
  startNevermoreApi,
  WITH_ALL,
} from './nevermoreApi';

let api: NevermoreApi;
let amplify: ReturnType<typeof amplifyFor>;
let people: People;
type Who = keyof typeof people;

beforeAll(async () => {
  api = await startNevermoreApi();
  amplify = amplifyFor(api);
  people = await peopleOf(api);
}, 120_000);
afterAll(() => api?.close());

/** A post-mortem that is shared with one of each. */
async function shared(): Promise<string> {
  amplify.as(people.owner);
  const { data } = await amplify.client.models.PostMortem.create({
    ...MINIMAL,
    ...WITH_ALL,
  });
  return data?.id ?? '';
}

describe('what lies in its owner’s bin', () => {
  const BIN = 'mutation Bin($id: ID!) { binPostMortem(postMortemId: $id) { id title deletedAt goneAt } }';
  const RESTORE = `mutation Restore($id: ID!) {
    restorePostMortem(postMortemId: $id) { id owner revision updatedAt }
  }`;
  const GONE = 'mutation Gone($id: ID!) { deleteForGood(postMortemId: $id) }';
  const MY_BIN = 'query { myBin { items { id title severity status deletedAt goneAt } nextToken } }';
  const PUBLISH = `mutation Publish($id: ID!) {
    setStatus(postMortemId: $id, revision: 1, status: PUBLISHED) { revision }
  }`;
  const ONE = 'query One($id: ID!) { getPostMortem(id: $id) { title summary editors revision updatedAt } }';
  const LISTS = [
    'listPostMortems',
    'listPostMortems(filter: { id: { eq: "ID" } })',
    ...['postMortemsByOwner', 'listingsByOwner', 'actionsByOwner'].flatMap((list) =>
      ['sub-owner', 'bin:sub-owner'].map((owner) => `${list}(owner: "${owner}")`),
    ),
    ...['listingsByStatus', 'actionsByStatus'].map((list) => `${list}(status: PUBLISHED)`),
  ];
  const binOf = async (who: Who): Promise<Record<string, unknown>[]> =>
    (await api.running.ask(people[who], MY_BIN, {})).data.myBin.items;

  /** Published, and in the bin. */
  async function binned(): Promise<string> {
    const id = await shared();
    expect((await api.running.ask(people.owner, PUBLISH, { id })).errors).toBeUndefined();
    expect((await api.running.ask(people.stranger, ONE, { id })).data.getPostMortem.title).toBe(
      MINIMAL.title,
    );
    const { data, errors } = await api.running.ask(people.owner, BIN, { id });
    expect(errors).toBeUndefined();
    const { deletedAt, goneAt } = data.binPostMortem;
    expect(Date.parse(goneAt) - Date.parse(deletedAt)).toBeGreaterThan((BIN_DAYS * 86_400 - 1) * 1_000);
    expect(Date.parse(goneAt) - Date.parse(deletedAt)).toBeLessThanOrEqual(BIN_DAYS * 86_400_000);
    return id;
  }

  test('is not there if it was changed since the revision that was named', async () => {
    const id = await shared();
    const binAt = (revision: number) =>
      api.running.ask(
        people.owner,
        'mutation Bin($id: ID!, $revision: Int) { binPostMortem(postMortemId: $id, revision: $revision) { id } }',
        { id, revision },
      );
    expect((await api.running.ask(people.owner, PUBLISH, { id })).errors).toBeUndefined();
    expect((await binAt(1)).errors?.[0]?.errorType).toBe('DynamoDB:ConditionalCheckFailedException');
    expect((await binOf('owner')).map((one) => one.id)).not.toContain(id);
    expect((await binAt(2)).errors).toBeUndefined();
    expect((await binOf('owner')).map((one) => one.id)).toContain(id);
  });

  test('is read, listed, changed, published and heard of by nobody, whatever they were to it', async () => {
    const id = await binned();
    const model = amplify.client.models.PostMortem;
    amplify.as(people.editor);
    const heard = await collect<{ id: string }>(model.onUpdate());
    for (const who of Object.keys(people) as Who[]) {
      const ask = (query: string) => api.running.ask(people[who], query, { id });
      expect([who, (await ask(ONE)).data?.getPostMortem]).toEqual([who, null]);
      for (const list of LISTS) {
        const { data } = await ask(`query { found: ${list.replace('ID', id)} { items { id title } } }`);
        const found = (data?.found?.items ?? []).map((item: { id: string }) => item.id);
        expect([who, list, found.includes(id)]).toEqual([who, list, false]);
      }
      for (const parts of [
        ...(who === 'owner' ? [] : ['revisionsOfPostMortem(postMortemId: $id) { items { place } }']),
        'runsOfPostMortem(postMortemId: $id) { id }',
        'membersOfPostMortem(postMortemId: $id) { person }',
      ]) {
        const { found } = (await ask(`query Parts($id: ID!) { found: ${parts} }`)).data;
        expect([who, parts, found.items ?? found]).toEqual([who, parts, []]);
      }
      for (const change of [
        'updatePostMortem(input: { id: $id, summary: "Mine" }) { id }',
        'updatePostMortem(input: { id: $id, owner: "sub-owner" }) { id }',
        'deletePostMortem(input: { id: $id }) { id }',
        'setStatus(postMortemId: $id, revision: 3, status: PUBLISHED) { id }',
        'binPostMortem(postMortemId: $id) { id }',
        'createPostMortem(input: { id: $id, title: "Mine", severity: SEV1, status: DRAFT, revision: 1 }) { id }',
        ...(who === 'owner'
          ? []
          : ['restorePostMortem(postMortemId: $id) { id }', 'deleteForGood(postMortemId: $id)']),
      ]) {
        const { data, errors } = await ask(`mutation Change($id: ID!) { done: ${change} }`);
        expect([who, change, data?.done ?? null, errors?.length]).toEqual([who, change, null, 1]);
      }
      const whole = await ask('query Whole($id: ID!) { binnedDocument(postMortemId: $id) }');
      expect([who, whole.data?.binnedDocument?.includes(MINIMAL.title) ?? false]).toEqual([
        who,
        who === 'owner',
      ]);
      expect((await binOf(who)).map((one) => one.id).includes(id)).toBe(who === 'owner');
    }
    expect(await binOf('owner')).toContainEqual({
      id,
      title: MINIMAL.title,
      severity: 'SEV2',
      status: 'PUBLISHED',
      deletedAt: expect.any(String),
      goneAt: expect.any(String),
    });
    expect(heard.received).toEqual([]);
  });

  test('comes back with everybody it was shared with, with its audience and in its place', async () => {
    const id = await shared();
    await api.running.ask(people.owner, PUBLISH, { id });
    const before = (await api.running.ask(people.owner, ONE, { id })).data.getPostMortem;
    await api.running.ask(people.owner, BIN, { id });
    const { data, errors } = await api.running.ask(people.owner, RESTORE, { id });
    expect(errors).toBeUndefined();
    // A save that somebody wrote for it as it was before is not taken for one that knows better.
    expect(data.restorePostMortem).toEqual({
      id,
      owner: 'sub-owner',
      revision: 4,
      updatedAt: before.updatedAt,
    });
    for (const who of Object.keys(people) as Who[]) {
      const found = await api.running.ask(people[who], ONE, { id });
      expect([who, found.data.getPostMortem]).toEqual([who, { ...before, revision: 4 }]);
    }
    amplify.as(people.editor);
    expect((await amplify.client.models.PostMortem.update({ id, revision: 5 })).errors).toBeUndefined();
    expect((await binOf('owner')).map((one) => one.id)).not.toContain(id);
    const again = await api.running.ask(people.owner, RESTORE, { id });
    expect(again.errors?.[0]?.message).toContain('it was restored already');
  });

  /** Sets fields of a stored record past the API, as functions do with their own roles. */
  const store = (kind: string, id: string, fields: object) =>
    api.running.tables.client.send(
      new UpdateItemCommand({
        TableName: api.running.assembly.tables.find(({ tableName }) => tableName.startsWith(`${kind}-`))
          ?.tableName,
        Key: { id: { S: id } },
        UpdateExpression: `SET ${Object.keys(fields).map((name) => `#${name} = :${name}`)}`,
        ExpressionAttributeNames: Object.fromEntries(Object.keys(fields).map((name) => [`#${name}`, name])),
        ExpressionAttributeValues: itemOf(
          Object.fromEntries(Object.entries(fields).map(([name, value]) => [`:${name}`, value])),
        ) as unknown as Record<string, AttributeValue>,
      }),
    );

  test('does not get there while people review it: the review is called off first, and nobody else is told of it', async () => {
    const id = await shared();
    const under = { postMortemId: id, submittedAt: '2026-03-02T10:00:00.000Z' };
    await store('Review', `review-of-${id}`, under);
    expect((await api.running.ask(people.owner, BIN, { id })).errors?.[0]).toMatchObject({
      errorType: 'UnderReview',
      message: expect.stringContaining('call the review off first'),
    });
    const stranger = await api.running.ask(people.stranger, BIN, { id });
    expect(stranger.errors?.[0]?.errorType).toBe('Unauthorized');
    await store('Review', `review-of-${id}`, { decision: { outcome: 'CANCELLED' } });
    expect((await api.running.ask(people.owner, BIN, { id })).errors).toBeUndefined();
  });

  test('and was in review comes back as a draft, for those it was shared with and no other colleague', async () => {
    const id = await shared();
    const { iss } = JSON.parse(Buffer.from(people.owner.split('.')[1] ?? '', 'base64url').toString());
    await store('PostMortem', id, { status: 'IN_REVIEW', audience: [iss] });
    expect((await api.running.ask(people.stranger, ONE, { id })).data.getPostMortem?.title).toBe(
      MINIMAL.title,
    );
    await api.running.ask(people.owner, BIN, { id });
    expect((await api.running.ask(people.owner, RESTORE, { id })).errors).toBeUndefined();
    const now = 'query Now($id: ID!) { getPostMortem(id: $id) { status audience readers } }';
    for (const who of Object.keys(people) as Who[])
      expect([who, (await api.running.ask(people[who], now, { id })).data.getPostMortem]).toEqual([
        who,
        who === 'stranger' ? null : { status: 'DRAFT', audience: [], readers: WITH_ALL.readers },
      ]);
  });

  test('goes for good when its owner says so, and not from outside the bin', async () => {
    const id = await binned();
    expect((await api.running.ask(people.owner, GONE, { id })).data.deleteForGood).toBe(id);
    expect((await binOf('owner')).map((one) => one.id)).not.toContain(id);
    for (const query of [RESTORE, GONE])
      expect((await api.running.ask(people.owner, query, { id })).errors?.[0]?.errorType).toBe('NotInBin');
    const kept = await shared();
    expect((await api.running.ask(people.owner, GONE, { id: kept })).errors?.[0]?.errorType).toBe('NotInBin');
    // As scripts do it, without the bin.
    amplify.as(people.owner);
    expect((await amplify.client.models.PostMortem.delete({ id: kept })).data?.id).toBe(kept);
  });

  test('is not brought back after its time, also while the table still has it', async () => {
    const id = await binned();
    const past = Math.floor(Date.now() / 1_000) - 60;
    await api.running.tables.client.send(
      new UpdateItemCommand({
        TableName: api.running.assembly.tables.find(({ tableName }) => tableName.startsWith('PostMortem-'))
          ?.tableName,
        Key: { id: { S: id } },
        UpdateExpression: 'SET goneAt = :past, updatedAt = :deleted',
        ExpressionAttributeValues: {
          ':past': { N: String(past) },
          ':deleted': { S: new Date((past - BIN_DAYS * 86_400) * 1_000).toISOString() },
        },
      }),
    );
    expect((await binOf('owner')).map((one) => one.id)).not.toContain(id);
    const { errors } = await api.running.ask(people.owner, RESTORE, { id });
    expect(errors?.[0]?.errorType).toContain('ConditionalCheckFailed');
  });
});

describe('what its owner has archived', () => {
  test('is out of the owner’s first list and in the one of the archive, and is read and shared as before', async () => {
    const id = await shared();
    const ARCHIVE = `mutation Archive($id: ID!, $archived: Boolean) {
      updatePostMortem(input: { id: $id, archived: $archived }) { id }
    }`;
    const listed = async (isArchived: boolean) => {
      const filter = { archived: isArchived ? { eq: true } : { ne: true } };
      const { data } = await api.running.ask(people.owner, LIST_OWNED, { owner: 'sub-owner', filter });
      return data.listingsByOwner.items.map((item: { id: string }) => item.id).includes(id);
    };
    expect([await listed(false), await listed(true)]).toEqual([true, false]);
    for (const who of ['editor', 'commenter', 'reader', 'stranger'] as const) {
      const { errors } = await api.running.ask(people[who], ARCHIVE, { id, archived: true });
      expect([who, errors?.[0]?.errorType]).toEqual([who, 'Unauthorized']);
    }
    for (const archived of [true, false, true]) {
      const { errors } = await api.running.ask(people.owner, ARCHIVE, { id, archived });
      expect(errors).toBeUndefined();
      expect([await listed(false), await listed(true)]).toEqual([!archived, archived]);
    }
    amplify.as(people.reader);
    expect((await amplify.client.models.PostMortem.get({ id })).data?.title).toBe(MINIMAL.title);
    amplify.as(people.owner);
    expect((await amplify.client.models.PostMortem.delete({ id })).errors).toBeUndefined();
  });
});
