import { STATUSES, type Status } from '../../../domain/postMortem';
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
/** Everybody who may be somebody to a post-mortem, by their token. */
let people: People;

beforeAll(async () => {
  api = await startNevermoreApi();
  amplify = amplifyFor(api);
  people = await peopleOf(api);
}, 120_000);
afterAll(() => api?.close());

const model = () => amplify.client.models.PostMortem;

async function made(title = 'Shared with all kinds'): Promise<string> {
  amplify.as(people.owner);
  const { data, errors } = await model().create({
    ...MINIMAL,
    title,
    summary: 'What happened',
    startedAt: '2026-03-04T13:02:00.000Z',
    ...WITH_ALL,
  });
  expect(errors).toBeUndefined();
  return data?.id ?? '';
}

const SET = `mutation Set($id: ID!, $revision: Int!, $status: PostMortemStatus!, $isPrivate: Boolean, $name: String) {
  setStatus(postMortemId: $id, revision: $revision, status: $status, isPrivate: $isPrivate, name: $name) {
    id status isPrivate statusAt statusBy { id name } revision
  }
}`;
type Who = keyof typeof people;
const setStatus = (
  who: Who,
  id: string,
  revision: number,
  status: Status,
  isPrivate: boolean | null = null,
) => api.running.ask(people[who], SET, { id, revision, status, isPrivate, name: `${who}@nevermore.test` });

const readsWhole = async (who: Who, id: string): Promise<boolean> => {
  amplify.as(people[who]);
  const { data, errors } = await model().get({ id });
  if (data === null) return false;
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({ summary: 'What happened', startedAt: '2026-03-04T13:02:00.000Z' });
  return true;
};

const whoReads = async (id: string): Promise<Who[]> => {
  const readers: Who[] = [];
  for (const who of Object.keys(people) as Who[]) if (await readsWhole(who, id)) readers.push(who);
  return readers;
};

const INVITED = ['owner', 'editor', 'commenter', 'reader'];
const EVERYBODY = ['owner', 'editor', 'stranger', 'commenter', 'reader'];

describe('a post-mortem', () => {
  test('is read as a draft and in review by those it is shared with, and by every colleague while it is published', async () => {
    const id = await made();
    expect(await whoReads(id)).toEqual(INVITED);
    await setStatus('editor', id, 1, 'IN_REVIEW');
    expect(await whoReads(id)).toEqual(INVITED);
    const { data } = await setStatus('editor', id, 2, 'PUBLISHED');
    expect(data?.setStatus).toMatchObject({
      status: 'PUBLISHED',
      statusBy: { id: 'sub-editor', name: 'editor@nevermore.test' },
      statusAt: expect.stringMatching(/^20\d\d-/),
      revision: 3,
    });
    expect(await whoReads(id)).toEqual(EVERYBODY);
    await setStatus('owner', id, 3, 'WITHDRAWN');
    expect(await whoReads(id)).toEqual(INVITED);
  });

  test('that is private stays with those it is shared with when it is published, and leaves all others at once', async () => {
    const id = await made('A break-in');
    expect((await setStatus('owner', id, 1, 'PUBLISHED', true)).data?.setStatus).toMatchObject({
      isPrivate: true,
    });
    expect(await whoReads(id)).toEqual(INVITED);
    await setStatus('owner', id, 2, 'PUBLISHED', false);
    expect(await whoReads(id)).toEqual(EVERYBODY);
    await setStatus('owner', id, 3, 'PUBLISHED', true);
    expect(await whoReads(id)).toEqual(INVITED);
  });

  test('is published and withdrawn by its owner and editors only, and made private by its owner only', async () => {
    const id = await made();
    for (const who of ['commenter', 'reader', 'stranger'] as const) {
      expect([who, (await setStatus(who, id, 1, 'PUBLISHED')).errors?.[0]]).toEqual([
        who,
        expect.objectContaining({ errorType: 'Unauthorized' }),
      ]);
    }
    for (const isPrivate of [true, false]) {
      await setStatus('owner', id, isPrivate ? 1 : 2, 'DRAFT', !isPrivate);
      const refused = await setStatus('editor', id, isPrivate ? 2 : 3, 'PUBLISHED', isPrivate);
      expect(refused.errors?.[0]).toMatchObject({ message: expect.stringContaining('Only its owner') });
    }
    expect(await whoReads(id)).toEqual(INVITED);
    const missing = await setStatus('owner', 'no-such-id', 1, 'PUBLISHED');
    expect(missing.errors?.[0]).toMatchObject({ errorType: 'Unauthorized' });
  });

  test('that somebody saved meanwhile is not published as it was not read, and only a published one is withdrawn', async () => {
    const id = await made();
    amplify.as(people.editor);
    await model().update({ id, summary: 'What happened', revision: 2 });
    expect((await setStatus('owner', id, 1, 'PUBLISHED')).errors?.[0]).toMatchObject({
      errorType: expect.stringContaining('ConditionalCheckFailed'),
    });
    expect((await setStatus('owner', id, 2, 'WITHDRAWN')).errors?.[0]).toMatchObject({
      message: 'Only what is published can be withdrawn.',
    });
    expect(await whoReads(id)).toEqual(INVITED);
  });

  test('has a status, an audience and a private mark that no update changes, whoever asks', async () => {
    const id = await made();
    for (const who of Object.keys(people) as Who[]) {
      for (const change of [
        'status: PUBLISHED',
        'isPrivate: true',
        'audience: ["https://issuer.test"]',
        'statusAt: "2026-01-01T00:00:00Z"',
        'statusBy: { id: "a", name: "b" }',
      ]) {
        const update = `mutation($id: ID!) { updatePostMortem(input: { id: $id, ${change} }) { id } }`;
        const { errors } = await api.running.ask(people[who], update, { id });
        expect([who, change, errors?.[0]?.errorType]).toEqual([who, change, 'Unauthorized']);
      }
    }
    expect(await whoReads(id)).toEqual(INVITED);
  });

  test('that is only read is neither changed, shared nor deleted by its readers', async () => {
    const id = await made();
    await setStatus('owner', id, 1, 'PUBLISHED');
    for (const who of ['commenter', 'reader', 'stranger'] as const) {
      amplify.as(people[who]);
      for (const refused of [
        await model().update({ id, title: 'Mine', revision: 3 }),
        await model().update({ id, readers: [`sub-${who}`], editors: [`sub-${who}`], revision: 3 }),
        await model().update({ id, startedAt: null, revision: 3 }),
        await model().delete({ id }),
      ]) {
        expect([who, refused.data, refused.errors?.[0]?.errorType]).toEqual([who, null, 'Unauthorized']);
      }
    }
    expect(await readsWhole('owner', id)).toBe(true);
  });
});

describe('a list', () => {
  const LISTED = `query($status: PostMortemStatus!) { listingsByStatus(status: $status) {
    items { id title owner savedBy { name } startedAt detectedAt mitigatedAt resolvedAt } } }`;
  const listed = async (who: Who, status: Status): Promise<string[]> => {
    const { data, errors } = await api.running.ask(people[who], LISTED, { status });
    expect(errors).toBeUndefined();
    return (data as { listingsByStatus: { items: { id: string }[] } }).listingsByStatus.items.map(
      ({ id }) => id,
    );
  };

  test('shows a colleague what is published and not private, whatever they ask for', async () => {
    const [draft, open, closed] = [await made('d'), await made('o'), await made('c')];
    await setStatus('owner', open, 1, 'PUBLISHED');
    await setStatus('owner', closed, 1, 'PUBLISHED', true);
    for (const { id: status } of STATUSES) {
      const seen = await listed('stranger', status);
      expect(seen).not.toContain(draft);
      expect(seen).not.toContain(closed);
      expect(seen.includes(open)).toBe(status === 'PUBLISHED');
    }
    expect(await listed('reader', 'PUBLISHED')).toEqual(expect.arrayContaining([open, closed]));
    amplify.as(people.stranger);
    const all = (await model().list()).data.map(({ id }) => id);
    expect(all).toContain(open);
    expect(all).not.toContain(draft);
    expect(all).not.toContain(closed);
  });
});

describe('a subscription', () => {
  test('tells a colleague of changes to what is published, and never of a draft or a private one', async () => {
    const [draft, open, closed] = [await made('d'), await made('o'), await made('c')];
    await setStatus('owner', open, 1, 'PUBLISHED');
    await setStatus('owner', closed, 1, 'PUBLISHED', true);
    amplify.as(people.stranger);
    const heard = await collect<{ id: string }>(model().onUpdate());
    amplify.as(people.owner);
    for (const id of [draft, closed, open]) await model().update({ id, title: 'Changed', revision: 3 });
    const [first] = await heard.atLeast(1);
    expect(first?.id).toBe(open);
    expect(heard.received.map(({ id }) => id)).toEqual([open]);
  });
});
