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

const CREATE = `mutation Create($input: CreateMembershipInput!) {
  createMembership(input: $input) { postMortemId person }
}`;
const MEMBERS = `query Members($id: ID!) {
  membersOfPostMortem(postMortemId: $id) { person name role }
}`;
const SHARED = `query Shared($person: String!) {
  membershipsByPerson(person: $person, sortDirection: DESC) { items { postMortemId role title } }
}`;

const membership = (postMortemId: string, who: Who, role: string) => ({
  postMortemId,
  person: `sub-${who}`,
  name: `${who}@example.com`,
  role,
  sharedAt: '2026-03-04T12:00:00.000Z',
  title: 'Shared with all kinds',
  severity: 'SEV2',
  status: 'DRAFT',
});

/** A post-mortem that is shared with one of each, as the function leaves it. */
async function shared(): Promise<string> {
  amplify.as(people.owner);
  const { data } = await amplify.client.models.PostMortem.create({
    ...MINIMAL,
    ...WITH_ALL,
  });
  const id = data?.id ?? '';
  for (const [who, role] of [
    ['editor', 'EDITOR'],
    ['commenter', 'COMMENTER'],
    ['reader', 'READER'],
  ] as const) {
    const input = membership(id, who, role);
    const { errors } = await api.running.askAs(api.functionNamed('share'), CREATE, { input });
    expect(errors).toBeUndefined();
  }
  return id;
}

describe('what is shared with somebody', () => {
  test('is listed for them by index, and for nobody else who asks for it', async () => {
    const id = await shared();
    for (const who of Object.keys(people) as Who[]) {
      const own = await api.running.ask(people[who], SHARED, { person: `sub-${who}` });
      const found = own.data.membershipsByPerson.items.map(
        (item: { postMortemId: string }) => item.postMortemId,
      );
      expect([who, found.includes(id)]).toEqual([who, !['owner', 'stranger'].includes(who)]);
      const foreign = await api.running.ask(people[who], SHARED, {
        person: who === 'reader' ? 'sub-editor' : 'sub-reader',
      });
      expect([who, foreign.data?.membershipsByPerson?.items ?? []]).toEqual([who, []]);
    }
    amplify.as(people.stranger);
    expect((await amplify.client.models.Membership.list({ postMortemId: id })).data).toEqual([]);
    amplify.as(people.reader);
    const mine = (await amplify.client.models.Membership.list({ postMortemId: id })).data;
    expect(mine.map(({ person }) => person)).toEqual(['sub-reader']);
  });

  test('is written by the functions only: nobody gives themselves or others a record, changes or deletes one', async () => {
    const id = await shared();
    for (const who of Object.keys(people) as Who[]) {
      amplify.as(people[who]);
      const own = { postMortemId: id, person: `sub-${who}` };
      const model = amplify.client.models.Membership as unknown as Record<
        string,
        (input: object) => Promise<{ errors?: { errorType: string }[] }>
      >;
      const input = membership(id, who, 'EDITOR');
      for (const [operation, asked] of [
        ['create', input],
        ['update', { ...own, role: 'EDITOR' }],
        ['delete', own],
      ] as const) {
        const { errors } = (await model[operation]?.(asked)) ?? {};
        expect([who, operation, errors?.[0]?.errorType]).toEqual([who, operation, 'Unauthorized']);
      }
    }
  });
});

describe('whom a post-mortem is shared with', () => {
  test('is told by name to its owner and editors, and to nobody else', async () => {
    const id = await shared();
    for (const who of Object.keys(people) as Who[]) {
      const { data, errors } = await api.running.ask(people[who], MEMBERS, { id });
      expect(errors).toBeUndefined();
      const names = data.membersOfPostMortem.map(({ name }: { name: string }) => name).sort();
      expect([who, names]).toEqual([
        who,
        ['owner', 'editor'].includes(who)
          ? ['commenter@example.com', 'editor@example.com', 'reader@example.com']
          : [],
      ]);
    }
    expect((await api.running.ask(people.owner, MEMBERS, { id: 'none' })).data.membersOfPostMortem).toEqual(
      [],
    );
  });
});

describe('the function behind sharePostMortem', () => {
  test('may share and keep the records, and nothing else', async () => {
    const share = api.functionNamed('share');
    for (const [refused, variables] of [
      ['mutation($id: ID!) { deletePostMortem(input: { id: $id }) { id } }', { id: await shared() }],
      ['query { listPostMortems { items { id } } }', {}],
      ['query { listEnhancements { items { id } } }', {}],
    ] as const) {
      const { errors } = await api.running.askAs(share, refused, variables);
      expect([refused, errors?.[0]?.errorType]).toEqual([refused, 'Unauthorized']);
    }
  });

  test('hears who asks, whatever they say of themselves', async () => {
    const before = api.invocations.length;
    await api.running.ask(
      people.stranger,
      'mutation($id: ID!) { sharePostMortem(postMortemId: $id, person: "a@example.com", role: READER) { revision } }',
      { id: 'pm' },
    );
    expect(api.invocations[before]?.payload).toMatchObject({
      identity: { sub: 'sub-stranger' },
      arguments: { postMortemId: 'pm', person: 'a@example.com', role: 'READER' },
    });
  });
});
