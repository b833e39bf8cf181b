import { SIMILAR, SIMILAR_TO_TEXT } from '../../../domain/postMortem/searchQueries';
import { EVERYBODY, SET, type SearchedApi, shared, startSearchedApi, type Who } from './searchedApi';

let searched: SearchedApi;
beforeAll(async () => {
  searched = await startSearchedApi();
}, 120_000);
afterAll(() => searched?.close());

describe('similar post-mortems', () => {
  const similar = async (who: Who, postMortemId: string) => {
    const { data, errors } = await searched.ask(who, SIMILAR, { postMortemId });
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
    const { data, errors } = await searched.ask(who, SIMILAR_TO_TEXT, { text, except });
    expect(errors).toBeUndefined();
    return data.similarToText as { id: string; words: string[]; section: string; quote: string }[];
  };
  test('say why they are alike, and only to those who may read both', async () => {
    const text = { rootCause: 'The gearbox of valdemar-7f9c deadlocked in HikariPool.' };
    const subject = await searched.made('66666666-6666-4666-8666-666666666666', {
      ...text,
      service: 'mesmer',
      tags: ['pool'],
      ...shared,
    });
    const own = await searched.made('77777777-7777-4777-8777-777777777777', {
      ...text,
      service: 'Mesmer',
      tags: ['pool'],
    });
    const open = await searched.made('88888888-8888-4888-8888-888888888888', { description: text.rootCause });
    await searched.made('99999999-9999-4999-8999-999999999999', {
      description: 'Nothing of the kind at all.',
    });
    await searched.change(open, 'owner', SET, { id: open, revision: 1, status: 'PUBLISHED' });
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
    const id = await searched.made('aaaaaaaa-6666-4666-8666-666666666666', {
      title: 'Mailgate queue stuck',
      rootCause: 'The poison letter blocked the mailgate queue.',
    });
    for (const who of EVERYBODY) expect(await toText(who, 'mailgate queue is stuck')).toEqual([]);
    await searched.change(id, 'owner', SET, { id, revision: 1, status: 'PUBLISHED' });
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
    const long = await searched.ask('owner', SIMILAR_TO_TEXT, { text: 'x'.repeat(501) });
    expect(long.errors?.[0]?.message).toContain('at most 500 characters');
    await searched.change(id, 'owner', SET, { id, revision: 2, status: 'WITHDRAWN' });
    expect([...searched.held.keys()].filter((key) => key.includes(id))).toEqual([]);
    for (const who of EVERYBODY) expect(await toText(who, 'mailgate queue is stuck')).toEqual([]);
  });

  test('leak nothing through an index that is stale or poisoned: what is withdrawn or private is gone at once', async () => {
    const id = await searched.made('bbbbbbbb-6666-4666-8666-666666666666', {
      rootCause: 'The lantern of ulalume went dark.',
      ...shared,
    });
    const subject = await searched.made('cccccccc-6666-4666-8666-666666666666', {
      rootCause: 'The lantern of ulalume went dark again.',
      readers: ['sub-stranger'],
    });
    await searched.change(id, 'owner', SET, { id, revision: 1, status: 'PUBLISHED' });
    const stale = [...searched.held].filter(([key]) => key.includes(id));
    expect(stale).toHaveLength(1);
    const found = async () => (await similar('stranger', subject)).map((one) => one.id);
    expect((await found())[0]).toBe(id);
    for (const [revision, then] of [
      [2, { status: 'PUBLISHED', isPrivate: true }],
      [3, { status: 'WITHDRAWN', isPrivate: false }],
    ] as const) {
      await searched.change(id, 'owner', SET, { id, revision, ...then });
      // As if the execution had died, or somebody had put it there by hand.
      for (const [key, vector] of stale) searched.held.set(key, vector);
      expect(await found()).not.toContain(id);
      for (const who of EVERYBODY) expect(await toText(who, 'lantern of ulalume')).toEqual([]);
    }
    for (const [key] of stale) searched.held.delete(key);
  });
});
