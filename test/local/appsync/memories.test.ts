import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LONGEST_MEMORY, LONGEST_WORDS } from '../../../domain/memory/memory';
import { type NevermoreApi, peopleOf, startNevermoreApi } from './nevermoreApi';

let api: NevermoreApi;
beforeAll(async () => {
  api = await startNevermoreApi();
}, 120_000);
afterAll(() => api?.close());

const FIELDS = 'id isTeams kind text how words conversationId postMortemId author { id name }';
const REMEMBER = `mutation R($id: ID!, $isTeams: Boolean!, $text: String!, $words: String!) { remember(
  id: $id, isTeams: $isTeams, kind: PREFERENCE, text: $text, how: PAGE, words: $words, name: "somebody") { ${FIELDS} } }`;
const CHANGE = `mutation C($id: ID!, $isTeams: Boolean!, $text: String!) {
  changeMemory(id: $id, isTeams: $isTeams, kind: TERM, text: $text) { ${FIELDS} } }`;
const FORGET = `mutation F($id: ID!, $isTeams: Boolean!) { forget(id: $id, isTeams: $isTeams) { ${FIELDS} } }`;
const LIST = `query L($isTeams: Boolean!, $nextToken: String) {
  memories(isTeams: $isTeams, nextToken: $nextToken) { items { ${FIELDS} } nextToken } }`;
const BY_ME = `query M { memoriesByMe { items { ${FIELDS} } nextToken } }`;

const listed = async (who: string, isTeams: boolean): Promise<{ id: string; text: string }[]> =>
  (await api.running.ask(who, LIST, { isTeams })).data?.memories.items;

test('what somebody has remembered for themselves nobody else reads, changes or forgets, in any role', async () => {
  const { ask } = api.running;
  const people = await peopleOf(api);
  const own = { id: 'own-1', isTeams: false, text: 'Times in UTC.', words: 'Times in UTC.' };
  const { data } = await ask(people.owner, REMEMBER, own);
  expect(data?.remember).toEqual({
    ...{ ...own, kind: 'PREFERENCE', how: 'PAGE', conversationId: null, postMortemId: null },
    author: { id: 'sub-owner', name: 'somebody' },
  });
  for (const [role, who] of Object.entries(people)) {
    if (role === 'owner') continue;
    expect(await listed(who, false)).toEqual([]);
    expect((await ask(who, BY_ME)).data?.memoriesByMe.items).toEqual([]);
    const changed = await ask(who, CHANGE, { id: 'own-1', isTeams: false, text: 'Mine.' });
    expect([role, changed.errors?.[0]?.message]).toEqual([
      role,
      'There is no such memory of yours any more.',
    ]);
    // There is none under that id among theirs: nothing happens.
    expect((await ask(who, FORGET, { id: 'own-1', isTeams: false })).data?.forget).toBeNull();
    // Their own under the same id is another one.
    await ask(who, REMEMBER, { ...own, text: `Of ${role}.` });
    expect((await listed(who, false)).map(({ text }) => text)).toEqual([`Of ${role}.`]);
    await ask(who, FORGET, { id: 'own-1', isTeams: false });
  }
  expect((await listed(people.owner, false)).map(({ text }) => text)).toEqual(['Times in UTC.']);
});

test('what the team remembers every colleague reads, and whoever wrote it alone changes and forgets', async () => {
  const { ask } = api.running;
  const people = await peopleOf(api);
  const team = { id: 'team-1', isTeams: true, text: 'Say customer, not user.', words: 'said so' };
  await ask(people.owner, REMEMBER, team);
  for (const [role, who] of Object.entries(people)) {
    expect((await listed(who, true)).map(({ id }) => id)).toEqual(['team-1']);
    if (role === 'owner') continue;
    for (const [query, more] of [
      [CHANGE, { text: 'Mine now.' }],
      [FORGET, {}],
      // Nor by remembering it again.
      [REMEMBER, { text: 'Mine now.', words: '' }],
    ] as const) {
      const { errors } = await ask(who, query, { id: 'team-1', isTeams: true, ...more });
      expect([role, errors?.[0]?.message]).toEqual([role, expect.stringMatching(/memory/)]);
    }
  }
  const changed = await ask(people.owner, CHANGE, { id: 'team-1', isTeams: true, text: 'Say client.' });
  expect(changed.data?.changeMemory).toMatchObject({ text: 'Say client.', kind: 'TERM', words: 'said so' });
  expect((await ask(people.owner, FORGET, { id: 'team-1', isTeams: true })).data?.forget.text).toBe(
    'Say client.',
  );
  expect(await listed(people.reader, true)).toEqual([]);
});

test('no payload says whose a memory is: a forged owner, author or key is refused before anything is written', async () => {
  const { ask } = api.running;
  const { stranger, owner } = await peopleOf(api);
  const before = [await listed(owner, false), await listed(owner, true)];
  for (const forged of [
    'owner: "sub-owner"',
    'whose: "person#sub-owner"',
    'authorId: "sub-owner"',
    'author: { id: "sub-owner", name: "o" }',
  ]) {
    const mutation = `mutation { remember(id: "f", isTeams: false, kind: TERM, text: "x", how: PAGE, words: "x", name: "n", ${forged}) { id } }`;
    expect((await ask(stranger, mutation)).errors?.[0]?.message).toMatch(/Unknown argument/);
    for (const field of [
      'forget(id: "own-1", isTeams: false,',
      'changeMemory(id: "own-1", isTeams: false, kind: TERM, text: "x",',
    ])
      expect((await ask(stranger, `mutation { ${field} ${forged}) { id } }`)).errors).toBeDefined();
  }
  // An id that looks like a key stays an id among one's own.
  const id = 'person#sub-owner';
  await ask(stranger, REMEMBER, { id, isTeams: false, text: 'Forged.', words: '' });
  expect([await listed(owner, false), await listed(owner, true)]).toEqual(before);
  expect((await ask('', LIST, { isTeams: false })).data?.memories ?? null).toBeNull();
  for (const model of ['getMemory(whose: "person#sub-owner", id: "own-1")', 'listMemories'])
    expect((await ask(owner, `query { ${model} { id } }`)).errors?.[0]?.message).toMatch(
      /Cannot query field/,
    );
});

test('a memory is one sentence of bounded length, and the answer says so', async () => {
  const { ask } = api.running;
  for (const [text, said] of [
    ['  ', /needs words/],
    ['a\nb', /one line/],
    ['x'.repeat(301), /at most 300/],
    ['x'.repeat(5_000_000), /more than 1048576 bytes/],
  ] as const) {
    const { errors } = await ask(api.owner, REMEMBER, { id: 'bad', isTeams: false, text, words: '' });
    expect(errors?.[0]?.message).toMatch(said);
  }
  expect((await listed(api.owner, false)).map(({ id }) => id)).toEqual(['own-1']);
});

test('the resolvers hold the limits that the page knows', () => {
  const source = (file: string) => readFileSync(join(__dirname, '../../../amplify/data', file), 'utf8');
  for (const file of ['remember.js', 'changeMemory.js'])
    expect(source(file)).toContain(`text.length > ${LONGEST_MEMORY})`);
  expect(source('remember.js')).toContain(`words.length > ${LONGEST_WORDS})`);
});
