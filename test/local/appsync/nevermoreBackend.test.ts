import type { Schema } from '../../../amplify/data/schema';
import { collect } from './amplifyUser';
import { amplifyFor, MINIMAL, type NevermoreApi, sharedBy, startNevermoreApi } from './nevermoreApi';

type PostMortemRow = Schema['PostMortem']['type'];

let api: NevermoreApi;
let running: NevermoreApi['running'];
let owner: NevermoreApi['owner'];
let editor: NevermoreApi['editor'];
let stranger: NevermoreApi['stranger'];
let amplify: ReturnType<typeof amplifyFor>;

beforeAll(async () => {
  api = await startNevermoreApi();
  ({ running, owner, editor, stranger } = api);
  amplify = amplifyFor(api);
}, 120_000);
afterAll(() => api?.close());

const shared = (title?: string) => sharedBy(amplify, owner, title);

describe('post-mortems', () => {
  test('nobody changes when one was made or changed, and the server still does', async () => {
    const id = await shared('By the server’s clock');
    const { PostMortem } = amplify.client.models;
    for (const [who, token] of [
      ['owner', owner],
      ['editor', editor],
    ] as const) {
      amplify.as(token);
      for (const field of ['createdAt', 'updatedAt']) {
        const { errors } = await PostMortem.update({
          id,
          revision: 2,
          [field]: '9999-01-01T00:00:00.000Z',
        } as never);
        expect([who, field, errors?.[0]?.message]).toEqual([
          who,
          field,
          expect.stringContaining('Unauthorized'),
        ]);
      }
      const { data } = await PostMortem.update({ id, title: `Changed by ${who}` });
      expect(Date.parse(data?.updatedAt ?? '')).toBeLessThanOrEqual(Date.now());
      expect(Date.parse(data?.updatedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(data?.createdAt ?? ''));
    }
    amplify.as(owner);
    // The page names what it creates, so that a creation whose answer was lost is not made twice.
    const made = await PostMortem.create({ ...MINIMAL, id: 'named-by-the-page' });
    expect(made.errors).toBeUndefined();
    expect(made.data?.id).toBe('named-by-the-page');
    expect((await PostMortem.delete({ id })).data?.id).toBe(id);
  });

  test('the owner creates, reads, lists, updates and deletes a complete post-mortem', async () => {
    amplify.as(owner);
    const { PostMortem } = amplify.client.models;
    const written = {
      ...MINIMAL,
      service: 'checkout',
      tags: ['cache', 'deploy'],
      startedAt: '2026-01-01T10:00:00.000Z',
      detectedAt: '2026-01-01T10:02:00.000Z',
      summary: 'S',
      description: 'D "quoted" \\ $ctx.identity #if(true) </script>',
      timeline: [{ at: '10:02', text: 'Alarm' }],
      actionItems: [{ text: 'Alert earlier', owner: 'Ada', dueDate: '2026-02-01', done: false }],
      editors: ['sub-editor'],
      savedBy: { id: 'sub-owner', name: 'owner@nevermore.test' },
    };
    const created = await PostMortem.create(written);
    expect(created.errors).toBeUndefined();
    expect(created.data).toMatchObject({ ...written, owner: 'sub-owner' });
    const id = created.data?.id ?? '';

    expect((await PostMortem.get({ id })).data).toMatchObject(written);
    const listed = await PostMortem.postMortemsByOwner({ owner: 'sub-owner' }, { sortDirection: 'DESC' });
    expect(listed.data.map((one) => one.id)).toContain(id);
    const lean = `query($owner: String!) { listingsByOwner(owner: $owner, sortDirection: DESC) {
      items { id title severity status service tags startedAt detectedAt resolvedAt createdAt updatedAt editors revision } } }`;
    const { data: library, errors: unread } = await running.ask(owner, lean, { owner: 'sub-owner' });
    const { title, severity, status, service, tags, startedAt, detectedAt } = created.data ?? {};
    expect(unread).toBeUndefined();
    expect(library).toMatchObject({
      listingsByOwner: {
        items: expect.arrayContaining([
          expect.objectContaining({
            ...{ id, title, severity, status, service, tags, startedAt, detectedAt, resolvedAt: null },
            revision: 1,
          }),
        ]),
      },
    });
    const updated = await PostMortem.update({ id, title: 'Checkout up', service: null, revision: 2 });
    expect(updated.data).toMatchObject({ title: 'Checkout up', service: null, summary: 'S', revision: 2 });
    expect((await PostMortem.delete({ id })).data?.id).toBe(id);
    expect((await PostMortem.get({ id })).data).toBeNull();
  });

  test('an editor reads and updates, says who saved, and cannot delete', async () => {
    const id = await shared();
    amplify.as(editor);
    const { PostMortem } = amplify.client.models;
    expect((await PostMortem.get({ id })).data?.title).toBe('Shared');
    expect((await PostMortem.update({ id, summary: 'From the editor', revision: 2 })).data?.summary).toBe(
      'From the editor',
    );
    const savedBy = { id: 'sub-editor', name: 'ada@nevermore.test' };
    expect((await PostMortem.update({ id, savedBy, revision: 3 })).data?.savedBy).toEqual(savedBy);
    const refused = await PostMortem.delete({ id });
    expect(refused.data).toBeNull();
    expect(refused.errors?.[0]).toMatchObject({ errorType: 'Unauthorized' });
  });

  test('an editor can neither take a post-mortem over nor let others in', async () => {
    const id = await shared('Kept');
    for (const change of ['owner: "sub-editor"', 'editors: ["sub-editor", "sub-stranger"]']) {
      const takeOver = `mutation($id: ID!) { updatePostMortem(input: { id: $id, ${change} }) { id } }`;
      const { errors } = await running.ask(editor, takeOver, { id });
      expect(errors?.[0]).toMatchObject({ errorType: 'Unauthorized' });
    }
    amplify.as(owner);
    const { data } = await amplify.client.models.PostMortem.get({ id });
    expect(data).toMatchObject({ owner: 'sub-owner', editors: ['sub-editor'] });
  });

  test('a stranger sees nothing and changes nothing, whatever the operation', async () => {
    const id = await shared('Secret');
    amplify.as(stranger);
    const { PostMortem } = amplify.client.models;
    for (const refused of [
      await PostMortem.get({ id }),
      await PostMortem.update({ id, title: 'Mine now', revision: 2 }),
      await PostMortem.delete({ id }),
      await PostMortem.create({ ...MINIMAL, owner: 'sub-owner' }),
    ]) {
      expect(refused.data).toBeNull();
      expect(refused.errors?.[0]).toMatchObject({ errorType: 'Unauthorized' });
    }
    expect((await PostMortem.list()).data).toEqual([]);
    expect((await PostMortem.postMortemsByOwner({ owner: 'sub-owner' })).data).toEqual([]);
    expect((await PostMortem.listingsByOwner({ owner: 'sub-owner' })).data).toEqual([]);
    amplify.as(owner);
    expect((await PostMortem.get({ id })).data?.title).toBe('Secret');
  });

  test('a save on the condition of the revision that was read is refused when somebody else saved', async () => {
    const id = await shared();
    const save = `mutation($id: ID!, $revision: Int!) { updatePostMortem(
      input: { id: $id, title: "Later", revision: 9 }, condition: { revision: { eq: $revision } }) { revision } }`;
    const late = await running.ask(owner, save, { id, revision: 7 });
    expect(late.errors?.[0]?.errorType).toBe('DynamoDB:ConditionalCheckFailedException');
    expect((await running.ask(owner, save, { id, revision: 1 })).data.updatePostMortem.revision).toBe(9);
  });

  test('the resolver itself refuses a title that is too long, empty, or a section over its limit', async () => {
    amplify.as(owner);
    const { PostMortem } = amplify.client.models;
    const long = await PostMortem.create({ ...MINIMAL, title: 'x'.repeat(300) });
    expect(long.data).toBeNull();
    expect(long.errors?.[0]?.message).toMatch(/title under 200 characters/);
    expect((await PostMortem.create({ ...MINIMAL, title: '' })).errors?.[0]?.message).toMatch(/title/);
    const section = await PostMortem.create({ ...MINIMAL, description: 'x'.repeat(20_001) });
    expect(section.errors?.[0]?.message).toMatch(/20000 characters/);
  });

  test('pages through the list of an owner without losing or repeating one', async () => {
    const sorter = await running.pool.accessToken('sorter');
    amplify.as(sorter);
    const { PostMortem } = amplify.client.models;
    for (const title of ['a', 'b', 'c']) await PostMortem.create({ ...MINIMAL, title });
    const titles: string[] = [];
    let nextToken: string | null | undefined;
    do {
      const page = await PostMortem.postMortemsByOwner({ owner: 'sub-sorter' }, { limit: 2, nextToken });
      titles.push(...page.data.map((one) => one.title));
      nextToken = page.nextToken;
    } while (nextToken);
    expect(titles.sort()).toEqual(['a', 'b', 'c']);
  });
});

describe('live updates of post-mortems', () => {
  test.each(['owner', 'editor'] as const)('reach the %s and nobody else', async (reader) => {
    const { PostMortem } = amplify.client.models;
    amplify.as(reader === 'owner' ? owner : editor);
    const [created, updated, deleted] = [
      await collect<PostMortemRow>(PostMortem.onCreate()),
      await collect<PostMortemRow>(PostMortem.onUpdate()),
      await collect<PostMortemRow>(PostMortem.onDelete()),
    ];
    amplify.as(stranger);
    const unseen = [
      await collect<PostMortemRow>(PostMortem.onCreate()),
      await collect<PostMortemRow>(PostMortem.onUpdate()),
      await collect<PostMortemRow>(PostMortem.onDelete()),
    ];

    const id = await shared('Live');
    await PostMortem.update({ id, title: 'Livelier', revision: 2 });
    await PostMortem.delete({ id });
    expect((await created.atLeast(1))[0]).toMatchObject({ id, title: 'Live' });
    expect((await updated.atLeast(1))[0]).toMatchObject({ id, title: 'Livelier' });
    expect((await deleted.atLeast(1))[0]).toMatchObject({ id });

    // The stranger's own post-mortem is the first thing the stranger hears of.
    amplify.as(stranger);
    const own = await PostMortem.create({ ...MINIMAL, title: 'Own' });
    await PostMortem.update({ id: own.data?.id ?? '', title: 'Own 2', revision: 2 });
    await PostMortem.delete({ id: own.data?.id ?? '' });
    for (const subscription of unseen) {
      const [first] = await subscription.atLeast(1);
      expect(first?.id).toBe(own.data?.id);
    }
  });
});

test('the local AppSync itself never failed', () => {
  expect(running.failures).toEqual([]);
});
