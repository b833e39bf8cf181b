import { collect, configureAmplify, stopCollecting } from './amplifyUser';
import type { Schema } from './fixture/amplify/data/resource';
import { type RunningApi, startApi } from './runningApi';
import { fixtureAssembly } from './synthesized';

type PostMortemRow = Schema['PostMortem']['type'];

let running: RunningApi;
let amplify: ReturnType<typeof configureAmplify<Schema>>;
const invocations: { payload: unknown; type: string }[] = [];
const tokens = new Map<string, string>();

/** Signs in: `ada` owns, `bob` edits, `tess` is in the team, `eve` is a stranger, `root` an admin. */
async function as(name: string): Promise<void> {
  const groups: Record<string, string[]> = { tess: ['core'], root: ['admins'] };
  const token = tokens.get(name) ?? (await running.pool.accessToken(name, groups[name]));
  tokens.set(name, token);
  amplify.as(token);
}

beforeAll(async () => {
  running = await startApi(await fixtureAssembly(), async (_, payload, type) => {
    invocations.push({ payload, type });
    const { postMortemId } = (payload as { arguments: { postMortemId: string } }).arguments;
    return { postMortemId, text: 'enhanced' };
  });
  amplify = configureAmplify<Schema>(running);
}, 120_000);

afterAll(async () => {
  stopCollecting();
  await running?.close();
  expect(running?.failures).toEqual([]);
});

/** Of this model nobody but the owner reads the secret, so the client must not ask for it as anybody else. */
const OPEN_FIELDS = [
  'id',
  'title',
  'status',
  'meta',
  'tags',
  'timeline.*',
  'score',
  'ratio',
  'published',
  'editors',
  'team',
  'version',
  'owner',
] as const;
const open = { selectionSet: OPEN_FIELDS };

const RICH = {
  title: 'Checkout down',
  status: 'draft',
  meta: JSON.stringify({ a: [1, { b: null }], text: '"quoted" \\ $ctx' }),
  tags: ['x', 'y'],
  timeline: [{ at: '2026-01-01T00:00:00Z', note: 'n' }],
  score: 7,
  ratio: 0.5,
  published: false,
  editors: ['sub-bob'],
  team: 'core',
} as const;

async function create(changes: object = {}): Promise<string> {
  await as('ada');
  const input = { ...RICH, secret: 's3cret', ...changes } as never;
  const { data, errors } = await amplify.client.models.PostMortem.create(input, open as never);
  expect(errors).toBeUndefined();
  return (data as { id: string } | null)?.id ?? '';
}

test('every kind of field comes back as it was written, with its default', async () => {
  const id = await create();
  const { data } = await amplify.client.models.PostMortem.get({ id }, open);
  expect(data).toMatchObject({ ...RICH, id, version: 1, owner: 'sub-ada' });
  expect(JSON.parse(String(data?.meta))).toEqual(JSON.parse(RICH.meta));
});

test.each([
  ['ada', ['read', 'update', 'delete', 'secret']],
  ['bob', ['read', 'update']],
  ['tess', ['read']],
  // Not delete: Amplify asks for a right on every field, and the secret is the owner's.
  ['root', ['read', 'update']],
  ['eve', []],
])('%s may do exactly: %j', async (name, allowed) => {
  const id = await create();
  await as(name);
  const { PostMortem } = amplify.client.models;
  const attempts = {
    read: await PostMortem.get({ id }, open),
    secret: await PostMortem.get({ id }, { selectionSet: ['secret'] }),
    update: await PostMortem.update({ id, published: true }, open),
    delete: await PostMortem.delete({ id }, open),
  };
  const done = Object.entries(attempts).filter(
    ([, { data, errors }]) => !errors && data !== null && Object.values(data)[0] !== null,
  );
  expect(done.map(([attempt]) => attempt).sort()).toEqual([...allowed].sort());
  for (const [attempt, { errors }] of Object.entries(attempts)) {
    if (!allowed.includes(attempt)) expect(errors?.[0]).toMatchObject({ errorType: 'Unauthorized' });
  }
});

test.each([
  ['ada', true],
  ['bob', true],
  ['tess', true],
  ['root', true],
  ['eve', false],
])('lists and indexes show it to %s: %s', async (name, seen) => {
  const title = `Listed for ${name}`;
  await create({ title });
  await as(name);
  const { PostMortem } = amplify.client.models;
  const filter = { title: { eq: title } };
  for (const { data } of [
    await PostMortem.list({ ...open, filter }),
    await PostMortem.byStatus({ status: 'draft' }, { ...open, filter }),
    await PostMortem.byTeam(
      { team: 'core', scoreTitle: { ge: { score: 5, title: 'A' } } },
      { ...open, filter },
    ),
  ]) {
    expect(data.map((one) => one.title)).toEqual(seen ? [title] : []);
  }
});

test('filters reach the table whole: and, or, not, between, contains, exists', async () => {
  const title = 'Filtered';
  await create({ title, score: 9 });
  await create({ title, score: 90 });
  const { data } = await amplify.client.models.PostMortem.list({
    ...open,
    filter: {
      and: [{ title: { eq: title } }, { tags: { contains: 'x' } }],
      or: [{ score: { between: [1, 10] } }, { team: { attributeExists: false } }],
      not: { published: { eq: true } },
    },
  });
  expect(data.map(({ score }) => score)).toEqual([9]);
});

test('relations of both kinds can be read from either side', async () => {
  const postMortemId = await create();
  const { Impact, PostMortem, Remark } = amplify.client.models;
  await Impact.create({ postMortemId, users: 5 });
  await Remark.create({ postMortemId, text: 'one' });
  const { data } = await PostMortem.get(
    { id: postMortemId },
    { selectionSet: ['title', 'impact.users', 'remarks.text'] },
  );
  expect(data).toMatchObject({ impact: { users: 5 }, remarks: [{ text: 'one' }] });
  const remarks = await Remark.list({ selectionSet: ['text', 'postMortem.title'] });
  expect(remarks.data).toEqual([{ text: 'one', postMortem: { title: RICH.title } }]);
});

test('composite keys: create once, update, read, list a range, delete', async () => {
  await as('ada');
  const { Revision } = amplify.client.models;
  const key = { postMortemId: 'p', number: 1 };
  expect((await Revision.create({ ...key, text: 'a' })).data).toMatchObject({ ...key, owner: 'sub-ada' });
  const again = await Revision.create({ ...key, text: 'b' });
  expect(again.errors?.[0]).toMatchObject({ errorType: 'DynamoDB:ConditionalCheckFailedException' });
  expect((await Revision.update({ ...key, text: 'c' })).data?.text).toBe('c');
  expect((await Revision.get(key)).data?.text).toBe('c');
  expect((await Revision.list({ postMortemId: 'p', number: { ge: 1 } })).data).toHaveLength(1);
  expect((await Revision.list({ postMortemId: 'p', number: { between: [2, 3] } })).data).toHaveLength(0);
  expect((await Revision.delete(key)).data?.number).toBe(1);
});

test('field rules of validation speak up before anything is written', async () => {
  await as('ada');
  const { PostMortem } = amplify.client.models;
  const long = await PostMortem.create({ title: 'x'.repeat(41), score: 1, team: 'a' }, open);
  expect(long.errors?.[0]?.message).toBe('A title has 40 letters at most');
  expect((await PostMortem.create({ title: 't', score: 101, team: 'a' }, open)).data).toBeNull();
});

describe('functions and custom handlers', () => {
  test('a group is the only one that may call what is for a group', async () => {
    await as('root');
    const { mutations } = amplify.client;
    expect((await mutations.enhancePostMortem({ postMortemId: '1' })).data).toMatchObject({
      text: 'enhanced',
    });
    await as('eve');
    expect((await mutations.enhancePostMortem({ postMortemId: '1' })).errors?.[0]).toMatchObject({
      errorType: 'Unauthorized',
    });
  });

  test('an asynchronous one is started and not waited for', async () => {
    await as('eve');
    const { data } = await amplify.client.mutations.startEnhance({ postMortemId: '7' });
    expect(data).toMatchObject({ success: true });
    expect(invocations.at(-1)).toMatchObject({
      type: 'Event',
      payload: { arguments: { postMortemId: '7' } },
    });
  });

  test('JavaScript resolvers query, update on a condition, pass on, return early and fail', async () => {
    const id = await create({ title: 'By JavaScript', status: 'final' });
    const { mutations, queries } = amplify.client;
    expect((await queries.titlesByStatus({ status: 'final' })).data).toContain('By JavaScript');
    expect((await mutations.touch({ id })).data).toBe(2);
    expect((await queries.shout({ text: 'hi' })).data).toBe('hi -> HI!');
    expect((await queries.shout({ text: '' })).errors?.[0]).toMatchObject({
      errorType: 'EmptyText',
      errorInfo: { hint: 'say something' },
    });
    await as('eve');
    expect((await mutations.touch({ id })).errors?.[0]).toMatchObject({
      errorType: 'DynamoDB:ConditionalCheckFailedException',
    });
  });

  test('a custom subscription hears its mutation, filtered by its argument', async () => {
    await as('eve');
    const { mutations, subscriptions } = amplify.client;
    const all = await collect<{ postMortemId: string }>(subscriptions.onEnhanced({}));
    const one = await collect<{ postMortemId: string }>(subscriptions.onEnhanced({ postMortemId: 'b' }));
    await as('root');
    await mutations.enhancePostMortem({ postMortemId: 'a' });
    await mutations.enhancePostMortem({ postMortemId: 'b' });
    expect((await all.atLeast(2)).map(({ postMortemId }) => postMortemId)).toEqual(['a', 'b']);
    expect((await one.atLeast(1)).map(({ postMortemId }) => postMortemId)).toEqual(['b']);
  });
});

describe('live updates', () => {
  test.each(['ada', 'bob', 'tess', 'root'])('reach %s and, meanwhile, not a stranger', async (name) => {
    const { PostMortem } = amplify.client.models;
    await as(name);
    const heard = await collect<PostMortemRow>(PostMortem.onCreate(open));
    await as('eve');
    const unheard = await collect<PostMortemRow>(PostMortem.onCreate(open));
    const id = await create({ title: `For ${name}` });
    expect((await heard.atLeast(1))[0]).toMatchObject({ id, title: `For ${name}`, tags: ['x', 'y'] });
    await as('eve');
    const own = await PostMortem.create({ title: 'Own', score: 1, team: 'eves' }, open);
    expect((await unheard.atLeast(1)).map((one) => one.id)).toEqual([own.data?.id]);
  });

  test('can be narrowed by a filter, which never widens what one may see', async () => {
    const { PostMortem } = amplify.client.models;
    await as('ada');
    const high = await collect<PostMortemRow>(
      PostMortem.onCreate({ ...open, filter: { score: { gt: 50 } } }),
    );
    await as('eve');
    const all = await collect<PostMortemRow>(PostMortem.onCreate({ ...open, filter: { score: { ge: 0 } } }));
    await create({ score: 10 });
    const id = await create({ score: 60 });
    expect((await high.atLeast(1)).map((one) => one.id)).toEqual([id]);
    await as('eve');
    const own = await PostMortem.create({ title: 'Own', score: 1, team: 'eves' }, open);
    expect((await all.atLeast(1)).map((one) => one.id)).toEqual([own.data?.id]);
  });

  test('carry only what the mutation selected', async () => {
    const { PostMortem } = amplify.client.models;
    await as('ada');
    const heard = await collect<PostMortemRow>(PostMortem.onUpdate(open));
    const id = await create();
    const narrow =
      'mutation($id: ID!) { renamed: updatePostMortem(input: { id: $id, title: "Narrow", score: 1, team: "core" }) { id name: title owner } }';
    expect((await running.ask(tokens.get('ada') ?? '', narrow, { id })).errors).toBeUndefined();
    expect((await heard.atLeast(1))[0]).toMatchObject({ id, title: 'Narrow', tags: null, team: null });
  });
});
