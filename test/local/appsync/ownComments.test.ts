import {
  add,
  added,
  amplify,
  api,
  ask,
  listed,
  people,
  RESOLVE,
  shared,
  startTalking,
  stopTalking,
  type Who,
} from './talkApi';

beforeAll(startTalking, 120_000);
afterAll(stopTalking);

const MINE = `query Mine($nextToken: String) {
  myComments(nextToken: $nextToken) { items { id postMortemId text author { id name } } nextToken }
}`;
const ERASE = 'mutation Erase($pm: ID!, $id: ID!) { eraseComment(postMortemId: $pm, id: $id) }';

const mine = async (who: Who): Promise<{ id: string; postMortemId: string; text: string }[]> => {
  const items = [];
  let nextToken: string | null = null;
  do {
    const { data, errors } = await ask(who, MINE, { nextToken });
    expect(errors).toBeUndefined();
    items.push(...data.myComments.items);
    nextToken = data.myComments.nextToken;
  } while (nextToken);
  return items;
};

/** Takes everybody off the lists of a post-mortem. */
async function closed(pm: string): Promise<void> {
  amplify.as(people.owner);
  await amplify.client.models.PostMortem.update({ id: pm, editors: [], commenters: [], readers: [] });
}

test('somebody finds all they have said, also where nothing is shared with them any more, and nobody else’s', async () => {
  const [open, shut] = [await shared(), await shared()];
  const said = [await added('commenter', open), await added('commenter', shut)];
  await added('editor', open);
  await closed(shut);
  expect(await listed('commenter', shut)).toEqual([]);
  expect((await mine('commenter')).map(({ id }) => id)).toEqual(said);
  expect((await mine('commenter')).map(({ postMortemId }) => postMortemId)).toEqual([open, shut]);
  expect(await mine('stranger')).toEqual([]);
  // Whoever asks with a token of another pool is nobody here.
  expect((await ask('foreigner', MINE, {})).data?.myComments ?? null).toBeNull();
});

test('what its author erases has neither words nor name left, and what others replied stays in its thread', async () => {
  const pm = await shared();
  const quote = { quote: 'a quote', before: 'before it', after: 'after it' };
  const id = await added('commenter', pm, { text: 'a secret', ...quote });
  const reply = await added('editor', pm, { threadId: id, text: 'Quite so.' });
  await ask('commenter', RESOLVE, { pm, id, isResolved: true });
  await closed(pm);
  expect((await ask('commenter', ERASE, { pm, id })).data.eraseComment).toBe(id);
  const [first, second] = await listed('owner', pm);
  expect(first).toMatchObject({
    id,
    text: '',
    author: { id: 'erased', name: '' },
    resolvedAt: expect.stringMatching(/^20/),
    resolvedBy: null,
    deletedAt: expect.stringMatching(/^20/),
  });
  expect(JSON.stringify(first)).not.toMatch(/secret|quote"?:"a|before it|after it|commenter/);
  expect(second).toMatchObject({ id: reply, threadId: id, text: 'Quite so.', author: { id: 'sub-editor' } });
  expect((await mine('commenter')).map((one) => one.id)).not.toContain(id);
  // Once more, as after a crash; and sent again by a page that has not heard of it.
  expect((await ask('commenter', ERASE, { pm, id })).data.eraseComment).toBeNull();
  expect((await add('owner', pm, { id, text: 'back' })).errors?.[0]?.message).toBe(
    'Another comment has that id.',
  );
});

test('nobody erases what somebody else has said, whatever they are to the post-mortem', async () => {
  const pm = await shared();
  const id = await added('commenter', pm, { text: 'Stays.' });
  for (const who of ['owner', 'editor', 'reader', 'stranger', 'foreigner'] as const)
    expect([who, (await ask(who, ERASE, { pm, id })).data?.eraseComment ?? null]).toEqual([who, null]);
  expect((await ask('commenter', ERASE, { pm: 'no-such-id', id })).data.eraseComment).toBeNull();
  expect(await listed('owner', pm)).toMatchObject([{ text: 'Stays.', author: { id: 'sub-commenter' } }]);
  expect(api.running.failures).toEqual([]);
});
