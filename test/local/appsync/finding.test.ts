import { SEARCH_MARKED } from '../../../domain/postMortem/searchQueries';
import { factWord } from '../../../domain/search/entries';
import { followChanges } from '../../../lambda/indexer/follow';
import type { Image } from '../../../lambda/plainValue';
import { answer } from '../../../lambda/search/answer';
import {
  DELETE,
  EVERYBODY,
  recordOf,
  SET,
  type SearchedApi,
  shared,
  startSearchedApi,
  UPDATE,
  type Who,
} from './searchedApi';

const INVITED = EVERYBODY.slice(0, 4);

let searched: SearchedApi;
beforeAll(async () => {
  searched = await startSearchedApi();
}, 120_000);
afterAll(() => searched?.close());

interface Page {
  items: { id: string; passage: { field: string; text: string; marks: { start: number; end: number }[] } }[];
  count: number;
  nextToken: string | null;
}

async function search(who: Who, text: string, more: object = {}): Promise<Page> {
  const { data, errors } = await searched.ask(who, SEARCH_MARKED, { text, ...more });
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
    const id = await searched.made('11111111-1111-4111-8111-111111111111', {
      summary: 'The ravencache fell over.',
      ...shared,
    });
    expect(await whoFinds('ravencache')).toEqual(INVITED);
    await searched.change(id, 'editor', SET, { id, revision: 1, status: 'PUBLISHED' });
    expect(await whoFinds('ravencache')).toEqual(EVERYBODY);
    expect(await foundBy('stranger', 'ravencache', { shelf: 'PUBLISHED' })).toEqual([id]);
    await searched.change(id, 'owner', SET, { id, revision: 2, status: 'PUBLISHED', isPrivate: true });
    expect(await whoFinds('ravencache')).toEqual(INVITED);
    await searched.change(id, 'owner', SET, { id, revision: 3, status: 'PUBLISHED', isPrivate: false });
    await searched.change(id, 'owner', SET, { id, revision: 4, status: 'WITHDRAWN' });
    expect(await whoFinds('ravencache')).toEqual(INVITED);
    await searched.change(id, 'owner', UPDATE, { input: { id, readers: [], commenters: [], revision: 6 } });
    expect(await whoFinds('ravencache')).toEqual(['owner', 'editor']);
    await searched.change(id, 'owner', DELETE, { id });
    expect(await whoFinds('ravencache')).toEqual([]);
  });

  test('tells nothing of what a moment ago was readable, even before the index has heard of it', async () => {
    const id = await searched.made('22222222-2222-4222-8222-222222222222', {
      summary: 'A poecertificate ran out.',
      ...shared,
    });
    const before = await searched.imageOf(id);
    const save = async (input: object) =>
      expect((await searched.ask('owner', UPDATE, { input: { id, ...input } })).errors).toBeUndefined();
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
    await followChanges([recordOf(id, before, await searched.imageOf(id))], searched.index);
    expect(await whoFinds('poecertificate')).toEqual([]);
    expect(await whoFinds('renamed')).toEqual(['owner', 'editor', 'commenter']);
  });

  test('looks into one list, and filters by severity, status, service and tag', async () => {
    const id = await searched.made('33333333-3333-4333-8333-333333333333', {
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
      (await searched.ask('owner', filtered, variables)).data.searchPostMortems.items.length;
    expect([await by({ service: 'orders#1', tag: 'database' }), await by({ service: 'orders' })]).toEqual([
      1, 0,
    ]);
    expect(factWord('service', 'a#b')).not.toContain('#');
  });

  test('goes on page by page without leaving one out or showing one twice', async () => {
    const ids = Array.from({ length: 7 }, (_, at) => `44444444-4444-4444-8444-44444444444${at}`);
    for (const id of ids)
      await searched.made(id, {
        summary: 'amontillado',
        startedAt: `2026-03-0${id.at(-1)}T10:00:00Z`.replace('-00T', '-09T'),
      });
    const paged = `query($nextToken: String) {
      searchPostMortems(text: "amontillado", limit: 3, nextToken: $nextToken) { items { id } count nextToken }
    }`;
    const seen: string[] = [];
    let nextToken: string | null = null;
    do {
      const { data }: { data: { searchPostMortems: Page } } = await searched.ask('owner', paged, {
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
      await searched.made(id, { summary: 'A word of metzengerstein.' });
      const now = await searched.imageOf(id);
      const later = { ...now, updatedAt: { S: `2036-03-0${day}T10:00:00.000Z` } } as Image;
      await followChanges([recordOf(id, now, later)], searched.index);
    }
    const paged = `query Paged($nextToken: String) {
      searchPostMortems(text: "metzengerstein", limit: 2, order: CHANGED, nextToken: $nextToken) { items { id } nextToken }
    }`;
    const seen: string[] = [];
    let nextToken: string | null = null;
    do {
      const { data }: { data: { searchPostMortems: Page } } = await searched.ask('owner', paged, {
        nextToken,
      });
      seen.push(...data.searchPostMortems.items.map(({ id }) => id));
      nextToken = data.searchPostMortems.nextToken;
    } while (nextToken);
    expect(seen).toEqual(['second', 'third', 'first']);
  });

  test('needs somebody who is signed in, and refuses what it cannot read by saying what is wrong', async () => {
    const asking = answer(searched.retrieval);
    const event = { fieldName: 'searchPostMortems', arguments: { text: 'x' }, identity: null };
    await expect(asking(event)).rejects.toThrow('Sign in to search');
    const { errors } = await searched.ask('owner', SEARCH_MARKED, { text: 'a'.repeat(501) });
    expect(errors?.[0]?.message).toContain('Search for fewer words');
    const bad = await searched.ask('owner', SEARCH_MARKED, { text: 'amontillado', nextToken: 'x' });
    expect(bad.errors?.[0]?.message).toContain('no token of a search');
  });
});

describe('the index', () => {
  test('ends the same when a batch is delivered again, wholly or from its middle', async () => {
    const id = await searched.made('55555555-5555-4555-8555-555555555555', { summary: 'ligeia' });
    const first = await searched.change(id, 'owner', UPDATE, {
      input: { id, summary: 'ligeia morella', revision: 2 },
    });
    const second = await searched.change(id, 'owner', UPDATE, {
      input: { id, summary: 'berenice', revision: 3 },
    });
    for (const batch of [[first], [first, second]]) await followChanges(batch, searched.index);
    expect(await foundBy('owner', 'berenice')).toEqual([id]);
    expect((await search('owner', 'ligeia')).count).toBe(0);
    expect((await search('owner', 'morella')).count).toBe(0);
    const gone = await searched.change(id, 'owner', DELETE, { id });
    await followChanges([first, second, gone], searched.index);
    for (const word of ['ligeia', 'morella', 'berenice']) expect((await search('owner', word)).count).toBe(0);
  });
});
