import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { factWord } from '../../../domain/search/entries';
import { settle } from '../../../lambda/archive/workflow';
import { followChanges, type StreamRecord } from '../../../lambda/indexer/follow';
import { indexIn } from '../../../lambda/indexer/store';
import { type Image, plainItem } from '../../../lambda/plainValue';
import type { Retrieval } from '../../../lambda/retrieval/retrieve';
import { answer, type SearchEvent } from '../../../lambda/search/answer';
import { searchIndexIn } from '../../../lambda/search/index';
import { SEARCH, SIMILAR, SIMILAR_TO_TEXT } from '../../../src/data/amplify/searchStore';
import { embedByWords, memoryVectors } from '../../lambda/archive/memoryArchive';
import { type RunningApi, startApi } from './runningApi';
import { productAssembly } from './synthesized';

/** Everybody who may be somebody to a post-mortem. */
const EVERYBODY = ['owner', 'editor', 'commenter', 'reader', 'stranger'] as const;
type Who = (typeof EVERYBODY)[number];
const INVITED = EVERYBODY.slice(0, 4);

let api: RunningApi;
let tokens: Record<string, string>;
let index: ReturnType<typeof indexIn>;
let tables: { postMortems: string; entries: string };
/** The index of meaning, in memory, over the words of the test. */
const { vectors, held } = memoryVectors();
let retrieval: Retrieval;

beforeAll(async () => {
  const searching = { answer: async (_: SearchEvent): Promise<unknown> => null };
  api = await startApi(await productAssembly(), (_arn, payload) => searching.answer(payload as SearchEvent));
  const named = (part: string) =>
    api.assembly.tables.find(({ tableName }) => tableName.startsWith(part))?.tableName ?? '';
  tables = { postMortems: named('PostMortem'), entries: named('SearchEntry') };
  index = indexIn(api.tables.client, tables);
  const words = searchIndexIn(api.tables.client, tables);
  retrieval = { words, vectors, embed: embedByWords, warn: (message) => expect(message).toBeUndefined() };
  searching.answer = answer(retrieval);
  tokens = Object.fromEntries(
    await Promise.all(EVERYBODY.map(async (who) => [who, await api.pool.accessToken(who)] as const)),
  );
}, 120_000);
afterAll(() => api?.close());

const CREATE = 'mutation Create($input: CreatePostMortemInput!) { createPostMortem(input: $input) { id } }';
const UPDATE = 'mutation Update($input: UpdatePostMortemInput!) { updatePostMortem(input: $input) { id } }';
const DELETE = 'mutation Delete($id: ID!) { deletePostMortem(input: { id: $id }) { id } }';
const SET = `mutation Set($id: ID!, $revision: Int!, $status: PostMortemStatus!, $isPrivate: Boolean) {
  setStatus(postMortemId: $id, revision: $revision, status: $status, isPrivate: $isPrivate) { id }
}`;

const imageOf = async (id: string): Promise<Image | undefined> =>
  (
    await api.tables.client.send(
      new GetItemCommand({ TableName: tables.postMortems, Key: { id: { S: id } } }),
    )
  ).Item as Image | undefined;

const recordOf = (id: string, before?: Image, after?: Image): StreamRecord => ({
  dynamodb: {
    Keys: { id: { S: id } },
    ...(before && { OldImage: before }),
    ...(after && { NewImage: after }),
  },
});

const entered = new Map<string, string[]>();

/** Brings the index of meaning in line with a record, as its execution does. */
const enterArchive = (documentId: string) =>
  settle(
    {
      ...{
        vectors,
        embed: embedByWords,
        owed: { all: async () => [], add: async () => {}, remove: async () => {} },
      },
      document: async (id) => {
        const image = await imageOf(id);
        return image ? plainItem(image) : null;
      },
      entered: {
        of: async (id) => entered.get(id) ?? [],
        add: async (id, keys) => void entered.set(id, [...new Set([...(entered.get(id) ?? []), ...keys])]),
        remove: async (id, keys) =>
          void entered.set(
            id,
            (entered.get(id) ?? []).filter((key) => !keys.includes(key)),
          ),
      },
    },
    { documentId },
    (_name, work) => work(),
  );

/** Does something as somebody, and tells the index of what became of the document, as its stream does. */
async function change(id: string, who: Who, mutation: string, variables: object): Promise<StreamRecord> {
  const before = await imageOf(id);
  const { errors } = await api.ask(tokens[who] as string, mutation, variables);
  expect(errors).toBeUndefined();
  const record = recordOf(id, before, await imageOf(id));
  await followChanges([record], index);
  await enterArchive(id);
  return record;
}

const shared = { editors: ['sub-editor'], commenters: ['sub-commenter'], readers: ['sub-reader'] };

async function made(id: string, content: object): Promise<string> {
  const input = { id, title: 'Checkout down', severity: 'SEV2', status: 'DRAFT', revision: 1, ...content };
  await change(id, 'owner', CREATE, { input });
  return id;
}

interface Page {
  items: { id: string; passage: { field: string; text: string; marks: { start: number; end: number }[] } }[];
  count: number;
  nextToken: string | null;
}

async function search(who: Who, text: string, more: object = {}): Promise<Page> {
  const { data, errors } = await api.ask(tokens[who] as string, SEARCH, { text, ...more });
  expect(errors).toBeUndefined();
  return data.searchPostMortems;
}
const foundBy = async (who: Who, text: string, more: object = {}) =>
  (await search(who, text, more)).items.map(({ id }) => id);
const whoFinds = async (text: string, more: object = {}): Promise<Who[]> => {
  const finders: Who[] = [];
  for (const who of EVERYBODY) {
    const { items, count } = await search(who, text, more);
    // Not even how many there are may tell of what somebody may not read.
    expect(count).toBe(items.length);
    if (items.length > 0) finders.push(who);
  }
  return finders;
};

describe('a search', () => {
  test('finds a draft for those it is shared with, a published one for every colleague, and forgets it with each right that ends', async () => {
    const id = await made('11111111-1111-4111-8111-111111111111', {
      summary: 'The ravencache fell over.',
      ...shared,
    });
    expect(await whoFinds('ravencache')).toEqual(INVITED);
    await change(id, 'editor', SET, { id, revision: 1, status: 'PUBLISHED' });
    expect(await whoFinds('ravencache')).toEqual(EVERYBODY);
    expect(await foundBy('stranger', 'ravencache', { shelf: 'PUBLISHED' })).toEqual([id]);
    await change(id, 'owner', SET, { id, revision: 2, status: 'PUBLISHED', isPrivate: true });
    expect(await whoFinds('ravencache')).toEqual(INVITED);
    await change(id, 'owner', SET, { id, revision: 3, status: 'PUBLISHED', isPrivate: false });
    await change(id, 'owner', SET, { id, revision: 4, status: 'WITHDRAWN' });
    expect(await whoFinds('ravencache')).toEqual(INVITED);
    await change(id, 'owner', UPDATE, { input: { id, readers: [], commenters: [], revision: 6 } });
    expect(await whoFinds('ravencache')).toEqual(['owner', 'editor']);
    await change(id, 'owner', DELETE, { id });
    expect(await whoFinds('ravencache')).toEqual([]);
  });

  test('tells nothing of what a moment ago was readable, even before the index has heard of it', async () => {
    const id = await made('22222222-2222-4222-8222-222222222222', {
      summary: 'A poecertificate ran out.',
      ...shared,
    });
    const before = await imageOf(id);
    const save = async (input: object) =>
      expect(
        (await api.ask(tokens.owner as string, UPDATE, { input: { id, ...input } })).errors,
      ).toBeUndefined();
    await save({ readers: [], revision: 2 });
    expect(await search('reader', 'poecertificate')).toEqual({
      items: [],
      count: 0,
      isWhole: true,
      nextToken: null,
    });
    expect(await foundBy('editor', 'poecertificate')).toEqual([id]);
    await save({ title: 'Renamed', summary: 'Gone', severity: 'SEV4', revision: 3 });
    expect(await foundBy('owner', 'poecertificate')).toEqual([]);
    expect(await foundBy('owner', 'checkout', { severity: 'SEV2' })).toEqual([]);
    await followChanges([recordOf(id, before, await imageOf(id))], index);
    expect(await whoFinds('poecertificate')).toEqual([]);
    expect(await whoFinds('renamed')).toEqual(['owner', 'editor', 'commenter']);
  });

  test('looks into one list, and filters by severity, status, service and tag', async () => {
    const id = await made('33333333-3333-4333-8333-333333333333', {
      description: 'The ushermigration locked a table.',
      service: 'Orders#1',
      tags: ['Database'],
      ...shared,
    });
    expect(await whoFinds('ushermigration', { shelf: 'MINE' })).toEqual(['owner']);
    expect(await whoFinds('ushermigration', { shelf: 'SHARED' })).toEqual(['editor', 'commenter', 'reader']);
    expect(await whoFinds('ushermigration', { shelf: 'PUBLISHED' })).toEqual([]);
    expect(await foundBy('owner', 'ushermigration', { severity: 'SEV2', status: 'DRAFT' })).toEqual([id]);
    expect(await foundBy('owner', 'ushermigration', { severity: 'SEV1' })).toEqual([]);
    const filtered = `query($service: String, $tag: String) {
      searchPostMortems(text: "ushermigration", service: $service, tag: $tag) { items { id } }
    }`;
    const by = async (variables: object) =>
      (await api.ask(tokens.owner as string, filtered, variables)).data.searchPostMortems.items.length;
    expect([await by({ service: 'orders#1', tag: 'database' }), await by({ service: 'orders' })]).toEqual([
      1, 0,
    ]);
    expect(factWord('service', 'a#b')).not.toContain('#');
  });

  test('goes on page by page without leaving one out or showing one twice', async () => {
    const ids = Array.from({ length: 7 }, (_, at) => `44444444-4444-4444-8444-44444444444${at}`);
    for (const id of ids)
      await made(id, {
        summary: 'amontillado',
        startedAt: `2026-03-0${id.at(-1)}T10:00:00Z`.replace('-00T', '-09T'),
      });
    const paged = `query($nextToken: String) {
      searchPostMortems(text: "amontillado", limit: 3, nextToken: $nextToken) { items { id } count nextToken }
    }`;
    const seen: string[] = [];
    let nextToken: string | null = null;
    do {
      const { data }: { data: { searchPostMortems: Page } } = await api.ask(tokens.owner as string, paged, {
        nextToken,
      });
      expect(data.searchPostMortems.count).toBe(7);
      seen.push(...data.searchPostMortems.items.map(({ id }) => id));
      nextToken = data.searchPostMortems.nextToken;
    } while (nextToken);
    expect(seen).toEqual([ids[0], ...ids.slice(1).reverse()]);
  });

  test('last changed first, by one more entry of the index, page by page', async () => {
    for (const [id, day] of [
      ['first', 5],
      ['second', 7],
      ['third', 6],
    ] as const) {
      await made(id, { summary: 'A word of metzengerstein.' });
      const now = await imageOf(id);
      const later = { ...now, updatedAt: { S: `2036-03-0${day}T10:00:00.000Z` } } as Image;
      await followChanges([recordOf(id, now, later)], index);
    }
    const paged = `query Paged($nextToken: String) {
      searchPostMortems(text: "metzengerstein", limit: 2, order: CHANGED, nextToken: $nextToken) { items { id } nextToken }
    }`;
    const seen: string[] = [];
    let nextToken: string | null = null;
    do {
      const { data }: { data: { searchPostMortems: Page } } = await api.ask(tokens.owner as string, paged, {
        nextToken,
      });
      seen.push(...data.searchPostMortems.items.map(({ id }) => id));
      nextToken = data.searchPostMortems.nextToken;
    } while (nextToken);
    expect(seen).toEqual(['second', 'third', 'first']);
  });

  test('needs somebody who is signed in, and refuses what it cannot read by saying what is wrong', async () => {
    const asking = answer(retrieval);
    const event = { fieldName: 'searchPostMortems', arguments: { text: 'x' }, identity: null };
    await expect(asking(event)).rejects.toThrow('Sign in to search');
    const { errors } = await api.ask(tokens.owner as string, SEARCH, { text: 'a'.repeat(501) });
    expect(errors?.[0]?.message).toContain('Search for fewer words');
    const bad = await api.ask(tokens.owner as string, SEARCH, { text: 'amontillado', nextToken: 'x' });
    expect(bad.errors?.[0]?.message).toContain('no token of a search');
  });
});

describe('the index', () => {
  test('ends the same when a batch is delivered again, wholly or from its middle', async () => {
    const id = await made('55555555-5555-4555-8555-555555555555', { summary: 'ligeia' });
    const first = await change(id, 'owner', UPDATE, {
      input: { id, summary: 'ligeia morella', revision: 2 },
    });
    const second = await change(id, 'owner', UPDATE, { input: { id, summary: 'berenice', revision: 3 } });
    for (const batch of [[first], [first, second]]) await followChanges(batch, index);
    expect(await foundBy('owner', 'berenice')).toEqual([id]);
    expect((await search('owner', 'ligeia')).count).toBe(0);
    expect((await search('owner', 'morella')).count).toBe(0);
    const gone = await change(id, 'owner', DELETE, { id });
    await followChanges([first, second, gone], index);
    for (const word of ['ligeia', 'morella', 'berenice']) expect((await search('owner', word)).count).toBe(0);
  });
});

describe('similar post-mortems', () => {
  const similar = async (who: Who, postMortemId: string) => {
    const { data, errors } = await api.ask(tokens[who] as string, SIMILAR, { postMortemId });
    expect(errors).toBeUndefined();
    return data.similarPostMortems as {
      id: string;
      words: string[];
      sameService: boolean;
      sameTags: string[];
      closest: { own: { section: string; text: string }; other: { section: string; text: string } } | null;
    }[];
  };
  const toText = async (who: Who, text: string, except?: string) => {
    const { data, errors } = await api.ask(tokens[who] as string, SIMILAR_TO_TEXT, { text, except });
    expect(errors).toBeUndefined();
    return data.similarToText as { id: string; words: string[]; section: string; quote: string }[];
  };
  test('say why they are alike, and only to those who may read both', async () => {
    const text = { rootCause: 'The gearbox of valdemar-7f9c deadlocked in HikariPool.' };
    const subject = await made('66666666-6666-4666-8666-666666666666', {
      ...text,
      service: 'mesmer',
      tags: ['pool'],
      ...shared,
    });
    const own = await made('77777777-7777-4777-8777-777777777777', {
      ...text,
      service: 'Mesmer',
      tags: ['pool'],
    });
    const open = await made('88888888-8888-4888-8888-888888888888', { description: text.rootCause });
    await made('99999999-9999-4999-8999-999999999999', { description: 'Nothing of the kind at all.' });
    await change(open, 'owner', SET, { id: open, revision: 1, status: 'PUBLISHED' });
    const forOwner = await similar('owner', subject);
    const byId = new Map(forOwner.map((one) => [one.id, one]));
    expect([...byId.keys()].sort()).toEqual([own, open]);
    expect(byId.get(own)).toMatchObject({ sameService: true, sameTags: ['pool'], closest: null });
    expect(byId.get(open)).toMatchObject({
      sameService: false,
      words: expect.arrayContaining(['valdemar-7f9c', 'HikariPool']),
      // The draft's own words are quoted to whoever may read it, beside those that are published.
      closest: {
        own: { section: 'rootCause', text: text.rootCause },
        other: { section: 'description', text: text.rootCause },
      },
    });
    expect((await similar('reader', subject)).map(({ id }) => id)).toEqual([open]);
    expect(await similar('stranger', subject)).toEqual([]);
    expect(await similar('stranger', 'no-such-id')).toEqual([]);
  });

  test('are told by a title that is typed: published ones alone, never the one that it is of, and nothing by chance', async () => {
    const id = await made('aaaaaaaa-6666-4666-8666-666666666666', {
      title: 'Mailgate queue stuck',
      rootCause: 'The poison letter blocked the mailgate queue.',
    });
    for (const who of EVERYBODY) expect(await toText(who, 'mailgate queue is stuck')).toEqual([]);
    await change(id, 'owner', SET, { id, revision: 1, status: 'PUBLISHED' });
    for (const who of EVERYBODY)
      expect(await toText(who, 'mailgate queue is stuck')).toEqual([
        expect.objectContaining({
          ...{ id, section: 'rootCause', quote: 'The poison letter blocked the mailgate queue.' },
          words: expect.arrayContaining(['mailgate', 'queue', 'stuck']),
        }),
      ]);
    expect(await toText('owner', 'mailgate queue is stuck', id)).toEqual([]);
    expect(await toText('owner', 'the lift to the third floor')).toEqual([]);
    expect(await toText('owner', '')).toEqual([]);
    const long = await api.ask(tokens.owner as string, SIMILAR_TO_TEXT, { text: 'x'.repeat(501) });
    expect(long.errors?.[0]?.message).toContain('at most 500 characters');
    await change(id, 'owner', SET, { id, revision: 2, status: 'WITHDRAWN' });
    expect([...held.keys()].filter((key) => key.includes(id))).toEqual([]);
    for (const who of EVERYBODY) expect(await toText(who, 'mailgate queue is stuck')).toEqual([]);
  });

  test('leak nothing through an index that is stale or poisoned: what is withdrawn or private is gone at once', async () => {
    const id = await made('bbbbbbbb-6666-4666-8666-666666666666', {
      rootCause: 'The lantern of ulalume went dark.',
      ...shared,
    });
    const subject = await made('cccccccc-6666-4666-8666-666666666666', {
      rootCause: 'The lantern of ulalume went dark again.',
      readers: ['sub-stranger'],
    });
    await change(id, 'owner', SET, { id, revision: 1, status: 'PUBLISHED' });
    const stale = [...held].filter(([key]) => key.includes(id));
    expect(stale).toHaveLength(1);
    const found = async () => (await similar('stranger', subject)).map((one) => one.id);
    expect((await found())[0]).toBe(id);
    for (const [revision, then] of [
      [2, { status: 'PUBLISHED', isPrivate: true }],
      [3, { status: 'WITHDRAWN', isPrivate: false }],
    ] as const) {
      await change(id, 'owner', SET, { id, revision, ...then });
      // As if the execution had died, or somebody had put it there by hand.
      for (const [key, vector] of stale) held.set(key, vector);
      expect(await found()).not.toContain(id);
      for (const who of EVERYBODY) expect(await toText(who, 'lantern of ulalume')).toEqual([]);
    }
    for (const [key] of stale) held.delete(key);
  });
});
