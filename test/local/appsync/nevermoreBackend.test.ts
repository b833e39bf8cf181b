import type { Schema } from '../../../amplify/data/schema';
import { collect, configureAmplify, stopCollecting } from './amplifyUser';
import { CREATE_RUN, DRAFT, RUN, UPDATE_RUN } from './enhancementRun';
import { type RunningApi, startApi } from './runningApi';
import { productAssembly } from './synthesized';

type PostMortemRow = Schema['PostMortem']['type'];
type EnhancementRow = Schema['Enhancement']['type'];

let running: RunningApi;
let owner: string;
let editor: string;
let stranger: string;
let amplify: ReturnType<typeof configureAmplify<Schema>>;
const invocations: { arn: string; payload: Record<string, unknown> }[] = [];

const MINIMAL = { title: 'Checkout down', severity: 'SEV2', status: 'DRAFT', revision: 1 } as const;

const functionNamed = (part: string): string => {
  const found = running.assembly.functions.find(({ name }) => name.toLowerCase().includes(part));
  if (!found) throw new Error(`no function like ${part}`);
  return found.name;
};

beforeAll(async () => {
  running = await startApi(await productAssembly(), async (arn, payload) => {
    invocations.push({ arn, payload: payload as Record<string, unknown> });
    return { ...RUN, id: 'run-1', createdAt: RUN.startedAt, updatedAt: RUN.startedAt };
  });
  owner = await running.pool.accessToken('owner');
  editor = await running.pool.accessToken('editor');
  stranger = await running.pool.accessToken('stranger');
  amplify = configureAmplify<Schema>(running);
}, 120_000);

afterAll(async () => {
  stopCollecting();
  await running?.close();
});

/** A post-mortem of the owner, shared with the editor. */
async function shared(title = 'Shared'): Promise<string> {
  amplify.as(owner);
  const { data, errors } = await amplify.client.models.PostMortem.create({
    ...MINIMAL,
    title,
    editors: ['sub-editor'],
  });
  expect(errors).toBeUndefined();
  return data?.id ?? '';
}

const RUNS_OF = `query($postMortemId: ID!) { runsOfPostMortem(postMortemId: $postMortemId) { id owner source } }`;

describe('who sees the runs on a post-mortem', () => {
  test('owner and editors see all of them, whoever started which, the latest first; nobody else sees any', async () => {
    const postMortemId = await shared();
    const record = async (id: string, owner_: string, startedAt: string) =>
      running.askAs(functionNamed('start'), CREATE_RUN, {
        input: { ...RUN, id, postMortemId, owner: owner_, startedAt },
      });
    await record('run-of-owner', 'sub-owner', '2026-01-01T00:00:00.000Z');
    await record('run-of-editor', 'sub-editor', '2026-01-02T00:00:00.000Z');
    const all = [
      { id: 'run-of-editor', owner: 'sub-editor', source: RUN.source },
      { id: 'run-of-owner', owner: 'sub-owner', source: RUN.source },
    ];
    for (const [token, seen] of [
      [owner, all],
      [editor, all],
      [stranger, []],
    ] as const) {
      const { data, errors } = await running.ask(token, RUNS_OF, { postMortemId });
      expect(errors).toBeUndefined();
      expect(data.runsOfPostMortem).toEqual(seen);
    }
    amplify.as(owner);
    await amplify.client.models.PostMortem.update({ id: postMortemId, editors: [] });
    const { data } = await running.ask(editor, RUNS_OF, { postMortemId });
    expect(data.runsOfPostMortem).toEqual([]);
  });

  test('a post-mortem that is not there answers as a foreign one does', async () => {
    const { data, errors } = await running.ask(owner, RUNS_OF, { postMortemId: 'nobody-has-this' });
    expect({ data, errors }).toEqual({ data: { runsOfPostMortem: [] }, errors: undefined });
  });
});

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
      items { id title severity status service tags startedAt createdAt updatedAt editors revision } } }`;
    const { data: library, errors: unread } = await running.ask(owner, lean, { owner: 'sub-owner' });
    const { title, severity, status, service, tags, startedAt } = created.data ?? {};
    expect(unread).toBeUndefined();
    expect(library).toMatchObject({
      listingsByOwner: {
        items: expect.arrayContaining([
          expect.objectContaining({ id, title, severity, status, service, tags, startedAt, revision: 1 }),
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

describe('enhancements', () => {
  test('only functions write them; their owner reads, lists and deletes them, nobody else', async () => {
    const written = await running.askAs(functionNamed('start'), CREATE_RUN, { input: RUN });
    expect(written.errors).toBeUndefined();
    const { id } = written.data.createEnhancement as { id: string };
    const progress = { id, stage: 'DRAFTING', progress: 2 };
    expect(
      (await running.askAs(functionNamed('enhance'), UPDATE_RUN, { input: progress })).data.updateEnhancement,
    ).toMatchObject({ stage: 'DRAFTING', progress: 2, source: RUN.source });

    for (const token of [owner, editor, stranger]) {
      expect((await running.ask(token, CREATE_RUN, { input: RUN })).errors?.[0]?.errorType).toBe(
        'Unauthorized',
      );
      expect((await running.ask(token, UPDATE_RUN, { input: progress })).errors?.[0]?.errorType).toBe(
        'Unauthorized',
      );
    }
    const { Enhancement } = amplify.client.models;
    amplify.as(stranger);
    expect((await Enhancement.get({ id })).data).toBeNull();
    expect((await Enhancement.delete({ id })).data).toBeNull();
    expect((await Enhancement.list()).data).toEqual([]);
    expect((await Enhancement.enhancementsByPostMortem({ postMortemId: 'pm-1' })).data).toEqual([]);
    amplify.as(owner);
    expect((await Enhancement.get({ id })).data).toMatchObject({ id, source: RUN.source });
    expect(
      (await Enhancement.enhancementsByPostMortem({ postMortemId: 'pm-1' })).data.map((one) => one.id),
    ).toEqual([id]);
    expect((await Enhancement.delete({ id })).data?.id).toBe(id);
  });

  test('the durable function may publish progress and nothing else', async () => {
    const enhance = functionNamed('enhance');
    expect((await running.askAs(enhance, CREATE_RUN, { input: RUN })).errors?.[0]).toMatchObject({
      errorType: 'Unauthorized',
      message: 'Not Authorized to access createEnhancement on type Mutation',
    });
    const list = '{ listPostMortems { items { id } } }';
    expect((await running.askAs(enhance, list)).errors?.[0]?.errorType).toBe('Unauthorized');
  });

  test('progress reaches the owner stage by stage, and nobody else', async () => {
    const { Enhancement } = amplify.client.models;
    const start = functionNamed('start');
    amplify.as(owner);
    const created = await collect<EnhancementRow>(Enhancement.onCreate());
    const updated = await collect<EnhancementRow>(Enhancement.onUpdate());
    const deleted = await collect<EnhancementRow>(Enhancement.onDelete());
    amplify.as(stranger);
    const unseen = await collect<EnhancementRow>(Enhancement.onUpdate());

    const run = await running.askAs(start, CREATE_RUN, { input: RUN });
    const { id } = run.data.createEnhancement as { id: string };
    const publish = (input: object) => running.askAs(functionNamed('enhance'), UPDATE_RUN, { input });
    await publish({ id, stage: 'DRAFTING', progress: 2, drafts: [DRAFT] });
    await publish({ id, stage: 'FINISHED', progress: 3, status: 'SUCCEEDED' });
    expect((await created.atLeast(1))[0]).toMatchObject({ id, stage: 'QUEUED' });
    const stages = await updated.atLeast(2);
    expect(stages.map(({ stage }) => stage)).toEqual(['DRAFTING', 'FINISHED']);
    expect(stages[0]?.drafts?.[0]).toMatchObject({ text: 'Draft', costUsd: 0.1 });

    const other = await running.askAs(start, CREATE_RUN, { input: { ...RUN, owner: 'sub-stranger' } });
    const { id: otherId } = other.data.createEnhancement as { id: string };
    await publish({ id: otherId, stage: 'JUDGING', progress: 2 });
    expect((await unseen.atLeast(1)).map((one) => one.id)).toEqual([otherId]);
    expect(updated.received).toHaveLength(2);

    amplify.as(owner);
    await Enhancement.delete({ id });
    expect((await deleted.atLeast(1))[0]?.id).toBe(id);
  });

  test('startEnhancement hands the proxy the arguments and the caller, and needs a signed-in one', async () => {
    amplify.as(editor);
    const args = { postMortemId: 'pm-1', section: 'description', theme: 'addams', text: 'T "x"' };
    const { data, errors } = await amplify.client.mutations.startEnhancement(args);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ id: 'run-1', stage: 'QUEUED' });
    const { arn, payload } = invocations.at(-1) ?? {};
    expect(arn).toContain(functionNamed('start'));
    expect(payload).toMatchObject({
      typeName: 'Mutation',
      fieldName: 'startEnhancement',
      arguments: args,
      identity: { sub: 'sub-editor', username: 'sub-editor', claims: { token_use: 'access' } },
    });
    const key = await running.post({ 'x-api-key': 'da2-guess' }, '{"query":"{ __typename }"}');
    expect(key.status).toBe(401);
  });
});

test('the local AppSync itself never failed', () => {
  expect(running.failures).toEqual([]);
});
