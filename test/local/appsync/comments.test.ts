import { COMMENT, COMMENT_LIMITS } from '../../../domain/comments/comment';
import { selectionOf } from '../../../domain/shape';
import { collect } from './amplifyUser';
import { amplifyFor, MINIMAL, type NevermoreApi, startNevermoreApi } from './nevermoreApi';

let api: NevermoreApi;
let amplify: ReturnType<typeof amplifyFor>;
/** Everybody who may be somebody to a post-mortem, by their token. */
let people: Record<'owner' | 'editor' | 'commenter' | 'reader' | 'stranger', string>;
type Who = keyof typeof people;

beforeAll(async () => {
  api = await startNevermoreApi();
  amplify = amplifyFor(api);
  const { pool } = api.running;
  people = {
    owner: api.owner,
    editor: api.editor,
    commenter: await pool.accessToken('commenter'),
    reader: await pool.accessToken('reader'),
    stranger: api.stranger,
  };
}, 120_000);
afterAll(async () => {
  await api?.close();
  expect(api?.running.failures).toEqual([]);
});

const TOLD = selectionOf(COMMENT);
const ADD = `mutation Add($pm: ID!, $id: ID!, $threadId: ID, $place: CommentPlace!, $quote: String, $text: String!) {
  addComment(postMortemId: $pm, id: $id, threadId: $threadId, place: $place, quote: $quote, before: "a", after: "b",
    text: $text, name: "somebody@example.com") { ${TOLD} heardBy }
}`;
const LIST = `query List($pm: ID!, $nextToken: String) {
  commentsOfPostMortem(postMortemId: $pm, nextToken: $nextToken) { items { ${TOLD} } nextToken }
}`;

async function shared(): Promise<string> {
  amplify.as(people.owner);
  const { data } = await amplify.client.models.PostMortem.create({
    ...MINIMAL,
    editors: ['sub-editor'],
    commenters: ['sub-commenter'],
    readers: ['sub-reader'],
  });
  return data?.id ?? '';
}

const add = (who: Who, pm: string, more: object = {}) =>
  api.running.ask(people[who], ADD, {
    pm,
    id: crypto.randomUUID(),
    place: 'rootCause',
    text: 'Why?',
    ...more,
  });
const listed = async (who: Who, pm: string) =>
  (await api.running.ask(people[who], LIST, { pm })).data?.commentsOfPostMortem?.items;

test('first thread', async () => {
  const pm = await shared();
  amplify.as(people.reader);
  const heard = await collect<{ text: string }>(
    amplify.client.subscriptions.onCommentChanged({ postMortemId: pm }),
  );
  const added = await add('commenter', pm);
  expect(added.errors).toBeUndefined();
  expect(await listed('reader', pm)).toMatchObject([{ text: 'Why?', author: { id: 'sub-commenter' } }]);
  expect(await heard.atLeast(1)).toMatchObject([{ text: 'Why?' }]);
  void COMMENT_LIMITS;
});
