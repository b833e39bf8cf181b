import { once } from 'node:events';
import { BatchWriteItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { WebSocket } from 'ws';
import { COMMENT, COMMENT_LIMITS } from '../../../domain/comments/comment';
import { PRESENCE } from '../../../domain/comments/presence';
import { selectionOf } from '../../../domain/shape';
import { collect } from './amplifyUser';
import { amplifyFor, MINIMAL, type NevermoreApi, startNevermoreApi } from './nevermoreApi';

let api: NevermoreApi;
let amplify: ReturnType<typeof amplifyFor>;
/** Everybody who may be somebody to a post-mortem, by their token; the stranger reads what is published. */
let people: Record<'owner' | 'editor' | 'commenter' | 'reader' | 'stranger' | 'foreigner', string>;
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
    // The owner's own id, in a token of another pool.
    foreigner: await pool.accessToken('owner', [], { iss: `${pool.trust.issuer}-other` }),
  };
}, 120_000);
afterAll(async () => {
  await api?.close();
  expect(api?.running.failures).toEqual([]);
});

const EVERYBODY: readonly Who[] = ['owner', 'editor', 'commenter', 'reader', 'stranger', 'foreigner'];
const INVITED: readonly Who[] = ['owner', 'editor', 'commenter', 'reader'];
const WRITERS: readonly Who[] = ['owner', 'editor', 'commenter'];

const TOLD = `${selectionOf(COMMENT)} heardBy`;
const ADD = `mutation Add($pm: ID!, $id: ID!, $threadId: ID, $place: CommentPlace!, $quote: String,
  $before: String, $after: String, $text: String!, $name: String!) {
  addComment(postMortemId: $pm, id: $id, threadId: $threadId, place: $place, quote: $quote, before: $before,
    after: $after, text: $text, name: $name) { ${TOLD} }
}`;
const EDIT = `mutation Edit($pm: ID!, $id: ID!, $text: String!) {
  editComment(postMortemId: $pm, id: $id, text: $text) { ${TOLD} }
}`;
const RESOLVE = `mutation Resolve($pm: ID!, $id: ID!, $isResolved: Boolean!) {
  resolveThread(postMortemId: $pm, id: $id, isResolved: $isResolved, name: "resolver@example.com") { ${TOLD} }
}`;
const DELETE = `mutation Delete($pm: ID!, $id: ID!) { deleteComment(postMortemId: $pm, id: $id) { ${TOLD} } }`;
const LIST = `query List($pm: ID!, $nextToken: String) {
  commentsOfPostMortem(postMortemId: $pm, nextToken: $nextToken) { items { ${selectionOf(COMMENT)} } nextToken }
}`;
const ANNOUNCE = `mutation Announce($pm: ID!, $place: CommentPlace) {
  announcePresence(postMortemId: $pm, page: "page-1", name: "n", place: $place, isWriting: true) {
    postMortemId ${selectionOf(PRESENCE)} heardBy
  }
}`;
const PUBLISH = `mutation Publish($pm: ID!) {
  setStatus(postMortemId: $pm, revision: 1, status: PUBLISHED) { id }
}`;

const tableOfComments = (): string => {
  const table = api.running.assembly.tables.find(({ tableName }) => tableName.startsWith('Comment-'));
  if (!table) throw new Error('The API has no table of comments.');
  return table.tableName;
};
const ask = (who: Who, query: string, variables: object) => api.running.ask(people[who], query, variables);

/** A post-mortem that is shared with one of each, and published, so that the stranger reads it too. */
async function shared(): Promise<string> {
  amplify.as(people.owner);
  const { data } = await amplify.client.models.PostMortem.create({
    ...MINIMAL,
    editors: ['sub-editor'],
    commenters: ['sub-commenter'],
    readers: ['sub-reader'],
  });
  const pm = data?.id ?? '';
  expect((await ask('owner', PUBLISH, { pm })).errors).toBeUndefined();
  return pm;
}

const add = (who: Who, pm: string, more: object = {}) =>
  ask(who, ADD, {
    ...{ pm, id: crypto.randomUUID(), place: 'rootCause', text: 'Why?', name: `${who}@example.com` },
    ...more,
  });
const added = async (who: Who, pm: string, more: object = {}): Promise<string> => {
  const { data, errors } = await add(who, pm, more);
  expect(errors).toBeUndefined();
  return data.addComment.id;
};
const listed = async (who: Who, pm: string) =>
  (await ask(who, LIST, { pm })).data?.commentsOfPostMortem?.items ?? [];

/** Who of all may do it, each asked in turn. */
async function whoMay(attempt: (who: Who) => Promise<{ data: unknown; errors?: readonly object[] }>) {
  const may: Who[] = [];
  for (const who of EVERYBODY) {
    const { data, errors } = await attempt(who);
    const answer = Object.values((data ?? {}) as object)[0] ?? null;
    expect([who, answer === null]).toEqual([who, errors !== undefined]);
    if (answer !== null) may.push(who);
  }
  return may;
}

describe('a comment', () => {
  test('is written by owner, editors and commenters, as who they are by their token', async () => {
    const pm = await shared();
    expect(await whoMay((who) => add(who, pm))).toEqual(WRITERS);
    const authors = (await listed('owner', pm)).map(({ author }: { author: object }) => author);
    expect(authors).toEqual(WRITERS.map((who) => ({ id: `sub-${who}`, name: `${who}@example.com` })));
    const forged = ADD.replace('name: $name', 'name: $name, author: { id: "sub-owner", name: "o" }');
    expect(
      (await ask('commenter', forged, { pm, id: 'x', place: 'rootCause', text: 't', name: 'n' })).errors,
    ).toEqual([expect.objectContaining({ message: expect.stringContaining('Unknown argument "author"') })]);
  });

  test('is read by those it is shared with by name, and by nobody who only reads what is published', async () => {
    const pm = await shared();
    await added('commenter', pm);
    const readers: Who[] = [];
    for (const who of EVERYBODY) if ((await listed(who, pm)).length > 0) readers.push(who);
    expect(readers).toEqual(INVITED);
    expect(await listed('owner', 'no-such-id')).toEqual([]);
  });

  test('is changed and deleted by its author alone, as long as they may comment', async () => {
    const pm = await shared();
    for (const author of WRITERS) {
      const id = await added(author, pm);
      expect(await whoMay((who) => ask(who, EDIT, { pm, id, text: `by ${who}` }))).toEqual([author]);
      expect(await whoMay((who) => ask(who, DELETE, { pm, id }))).toEqual([author]);
      expect((await ask(author, EDIT, { pm, id, text: 'back' })).errors).toHaveLength(1);
    }
    const id = await added('commenter', pm);
    amplify.as(people.owner);
    await amplify.client.models.PostMortem.update({ id: pm, commenters: [], readers: ['sub-commenter'] });
    for (const query of [EDIT, DELETE, RESOLVE]) {
      const { errors } = await ask('commenter', query, { pm, id, text: 't', isResolved: true });
      expect(errors?.[0]).toMatchObject({ errorType: 'Unauthorized' });
    }
  });

  test('leaves nothing of its words and its quote when it is deleted, also when it is sent again', async () => {
    const pm = await shared();
    const said = { id: 'said', text: 'a secret', quote: 'a quote', before: 'before it', after: 'after it' };
    await added('commenter', pm, said);
    await ask('commenter', DELETE, { pm, id: 'said' });
    await added('commenter', pm, said);
    const [comment] = await listed('owner', pm);
    expect(comment).toMatchObject({ text: '', deletedAt: expect.stringMatching(/^20/) });
    expect(JSON.stringify(comment)).not.toMatch(/secret|quote"?:"a|before it|after it/);
  });

  test('is written once when it is sent twice, and never over another one’s', async () => {
    const pm = await shared();
    await added('commenter', pm, { id: 'once', text: 'first' });
    const again = await add('commenter', pm, { id: 'once', text: 'second' });
    expect(again.data.addComment).toMatchObject({ text: 'first' });
    const { errors } = await add('editor', pm, { id: 'once', text: 'mine' });
    expect(errors?.[0]?.message).toBe('Another comment has that id.');
    expect(await listed('owner', pm)).toMatchObject([{ text: 'first', author: { id: 'sub-commenter' } }]);
  });

  test('of another document is out of reach with the id of one’s own', async () => {
    const [pm, other] = [await shared(), await shared()];
    const id = await added('owner', pm);
    for (const query of [EDIT, DELETE, RESOLVE]) {
      const { errors } = await ask('owner', query, { pm: other, id, text: 'moved', isResolved: true });
      expect(errors).toHaveLength(1);
    }
    expect((await add('owner', other, { threadId: id })).errors?.[0]?.message).toMatch(/no such thread/);
    expect(await listed('owner', pm)).toMatchObject([{ text: 'Why?', resolvedAt: null }]);
  });

  test.each([
    ['no words', { text: ' \n ' }, 'A comment needs words.'],
    [
      'too many words',
      { text: 'x'.repeat(COMMENT_LIMITS.text + 1) },
      'at most 5000 characters, and this one has 5001',
    ],
    ['too long a quote', { quote: 'x'.repeat(COMMENT_LIMITS.quote + 1) }, 'A quote has at most 1000'],
    [
      'too much around a quote',
      { quote: 'x', after: 'x'.repeat(COMMENT_LIMITS.context + 1) },
      '100 on either side',
    ],
    ['too long a name', { name: 'x'.repeat(COMMENT_LIMITS.name + 1) }, 'A name has at most 320'],
    ['a place that no document has', { place: 'nowhere' }, 'CommentPlace'],
  ])('with %s is refused, and says why', async (_, more, why) => {
    const pm = await shared();
    expect((await add('commenter', pm, more)).errors?.[0]?.message).toContain(why);
    expect(await listed('owner', pm)).toEqual([]);
  });

  test('is taken at every limit, and a longer text is refused when it is changed, too', async () => {
    const pm = await shared();
    const { text, quote, context, name } = COMMENT_LIMITS;
    const side = 'x'.repeat(context);
    const full = {
      text: 'x'.repeat(text),
      quote: 'x'.repeat(quote),
      before: side,
      after: side,
      name: 'x'.repeat(name),
    };
    const id = await added('commenter', pm, full);
    expect((await ask('commenter', EDIT, { pm, id, text: 'y'.repeat(text) })).errors).toBeUndefined();
    const { errors } = await ask('commenter', EDIT, { pm, id, text: 'y'.repeat(text + 1) });
    expect(errors?.[0]?.message).toContain('at most 5000');
  });

  test('is reached by no operation of the table’s own', () => {
    const names = api.running.assembly.api.schema;
    for (const operation of [
      'getComment',
      'listComments',
      'createComment',
      'updateComment',
      'onCreateComment',
    ]) {
      expect(names).not.toContain(`${operation}(`);
    }
  });
});

describe('a thread', () => {
  test('is resolved and opened again by owner and editors, and by whoever began it', async () => {
    const pm = await shared();
    const id = await added('commenter', pm);
    const theirs = await added('owner', pm);
    for (const isResolved of [true, false]) {
      expect(await whoMay((who) => ask(who, RESOLVE, { pm, id, isResolved }))).toEqual(WRITERS);
      expect(await whoMay((who) => ask(who, RESOLVE, { pm, id: theirs, isResolved }))).toEqual([
        'owner',
        'editor',
      ]);
    }
    await ask('editor', RESOLVE, { pm, id, isResolved: true });
    expect((await listed('reader', pm))[0]).toMatchObject({
      resolvedAt: expect.stringMatching(/^20/),
      resolvedBy: { id: 'sub-editor' },
    });
    const reply = await added('commenter', pm, { threadId: id });
    expect((await ask('owner', RESOLVE, { pm, id: reply, isResolved: true })).errors).toHaveLength(1);
    expect((await ask('owner', RESOLVE, { pm, id: 'none', isResolved: true })).errors).toHaveLength(1);
  });

  test('takes replies to what begins it, until it holds five hundred', async () => {
    const pm = await shared();
    const id = await added('commenter', pm);
    const reply = await added('editor', pm, { threadId: id });
    expect((await add('owner', pm, { threadId: reply })).errors?.[0]?.message).toMatch(/no such thread/);
    expect((await add('owner', pm, { threadId: 'none' })).errors?.[0]?.message).toMatch(/no such thread/);
    const { tables } = api.running;
    await tables.client.send(
      new UpdateItemCommand({
        TableName: tableOfComments(),
        Key: { postMortemId: { S: pm }, id: { S: id } },
        UpdateExpression: 'SET replies = :almost',
        ExpressionAttributeValues: { ':almost': { N: String(COMMENT_LIMITS.thread - 2) } },
      }),
    );
    await added('owner', pm, { threadId: id });
    expect((await add('owner', pm, { threadId: id })).errors?.[0]?.message).toMatch(/500 comments/);
  });

  test('is read in pages, the oldest first, whatever the ids', async () => {
    const pm = await shared();
    const said = Array.from({ length: 205 }, (_, index) => ({
      postMortemId: { S: pm },
      id: { S: `${(index * 7) % 205}` },
      place: { S: 'rootCause' },
      text: { S: `${index}` },
      author: { M: { id: { S: 'sub-owner' }, name: { S: 'o' } } },
      createdAt: { S: new Date(index * 1_000).toISOString() },
      updatedAt: { S: new Date(index * 1_000).toISOString() },
    }));
    for (let from = 0; from < said.length; from += 25) {
      const requests = said.slice(from, from + 25).map((Item) => ({ PutRequest: { Item } }));
      await api.running.tables.client.send(
        new BatchWriteItemCommand({ RequestItems: { [tableOfComments()]: requests } }),
      );
    }
    const { items, nextToken } = (await ask('reader', LIST, { pm })).data.commentsOfPostMortem;
    const rest = (await ask('reader', LIST, { pm, nextToken })).data.commentsOfPostMortem;
    const told = [...items, ...rest.items].map(({ text }: { text: string }) => text);
    expect([items.length, rest.nextToken]).toEqual([200, null]);
    expect(told).toEqual(said.map((_, index) => `${index}`));
    // Somebody else cannot go on where another one may read.
    expect((await ask('stranger', LIST, { pm, nextToken })).data.commentsOfPostMortem.items).toEqual([]);
  });
});

const CHANGED = (postMortemId: string) => amplify.client.subscriptions.onCommentChanged({ postMortemId });
const PRESENT = (postMortemId: string) => amplify.client.subscriptions.onPresence({ postMortemId });

describe('what changes', () => {
  test.each([
    ['comments', CHANGED],
    ['presence', PRESENT],
  ])(
    '%s: is heard by those it is shared with by name, and others are not let in',
    async (_, subscription) => {
      const pm = await shared();
      const admitted: Who[] = [];
      const why: unknown[] = [];
      for (const who of [...INVITED, 'stranger'] as const) {
        amplify.as(people[who]);
        await collect(subscription(pm)).then(
          () => admitted.push(who),
          (refusal: { errors: { message: string }[] }) => why.push(refusal.errors[0]?.message),
        );
      }
      expect(admitted).toEqual(INVITED);
      amplify.as(people.owner);
      await collect(subscription('no-such-id')).catch((refusal) => why.push(refusal.errors[0]?.message));
      const [toAStranger, ofNothing] = why;
      expect(toAStranger).toContain('NotShared');
      expect(ofNothing).toBe(toAStranger);
    },
  );

  test('is not told to a token of another pool, on a connection that was made with a good one', async () => {
    const pm = await shared();
    const { endpoint, realtimeEndpoint } = api.running.api;
    const { host } = new URL(endpoint);
    const header = Buffer.from(JSON.stringify({ host, Authorization: people.owner })).toString('base64url');
    const socket = new WebSocket(realtimeEndpoint, ['graphql-ws', `header-${header}`]);
    await once(socket, 'open');
    const answerTo = async (field: string, token: string): Promise<string> => {
      const query = `subscription($pm: ID!) { ${field}(postMortemId: $pm) { postMortemId } }`;
      const data = JSON.stringify({ query, variables: { pm } });
      const payload = { data, extensions: { authorization: { host, Authorization: token } } };
      const told = once(socket, 'message');
      socket.send(JSON.stringify({ id: crypto.randomUUID(), type: 'start', payload }));
      return JSON.parse(String((await told)[0])).type;
    };
    for (const field of ['onCommentChanged', 'onPresence']) {
      expect(await answerTo(field, people.foreigner)).toBe('error');
      expect(await answerTo(field, people.owner)).toBe('start_ack');
    }
    socket.terminate();
  });

  test('is told of every kind of change, of this document and no other', async () => {
    const [pm, other] = [await shared(), await shared()];
    amplify.as(people.reader);
    const heard = await collect<{ id: string; text: string; resolvedAt?: string }>(CHANGED(pm));
    await added('commenter', other);
    const id = await added('commenter', pm);
    await ask('commenter', EDIT, { pm, id, text: 'Why then?' });
    await ask('editor', RESOLVE, { pm, id, isResolved: true });
    await ask('commenter', DELETE, { pm, id });
    const all = await heard.atLeast(4);
    expect(all.map((change) => [change.id, change.text, change.resolvedAt !== null])).toEqual([
      [id, 'Why?', false],
      [id, 'Why then?', false],
      [id, 'Why then?', true],
      [id, '', true],
    ]);
  });

  test('is not told any more to somebody who is taken off its lists, although they still listen', async () => {
    const pm = await shared();
    amplify.as(people.reader);
    const heard = await collect<{ text: string }>(CHANGED(pm));
    const seen = await collect<{ person: string }>(PRESENT(pm));
    await added('commenter', pm, { text: 'before' });
    await ask('editor', ANNOUNCE, { pm });
    await Promise.all([heard.atLeast(1), seen.atLeast(1)]);
    amplify.as(people.owner);
    await amplify.client.models.PostMortem.update({ id: pm, readers: [] });
    amplify.as(people.editor);
    const [still, stillSeen] = [await collect<{ text: string }>(CHANGED(pm)), await collect(PRESENT(pm))];
    await added('commenter', pm, { text: 'after' });
    await ask('editor', ANNOUNCE, { pm });
    await Promise.all([still.atLeast(1), stillSeen.atLeast(1)]);
    expect([heard.received.map(({ text }) => text), seen.received.length]).toEqual([['before'], 1]);
  });

  test('is told to nobody when its writer does not ask whom it is for', async () => {
    const pm = await shared();
    amplify.as(people.reader);
    const heard = await collect<{ text: string }>(CHANGED(pm));
    await ask('commenter', ADD.replace(' heardBy', ''), {
      pm,
      id: 'silent',
      place: 'rootCause',
      text: 's',
      name: 'n',
    });
    await added('commenter', pm, { text: 'told' });
    expect((await heard.atLeast(1)).map(({ text }) => text)).toEqual(['told']);
  });
});

describe('presence', () => {
  test('is announced by those it is shared with by name, as who they are by their token, and is not stored', async () => {
    const pm = await shared();
    expect(await whoMay((who) => ask(who, ANNOUNCE, { pm, place: 'rootCause' }))).toEqual(INVITED);
    amplify.as(people.editor);
    const heard = await collect(PRESENT(pm));
    await ask('reader', ANNOUNCE, { pm, place: 'timeline' });
    expect(await heard.atLeast(1)).toMatchObject([
      {
        person: 'sub-reader',
        name: 'n',
        page: 'page-1',
        place: 'timeline',
        isWriting: true,
        isLeaving: false,
      },
    ]);
    expect((await ask('reader', ANNOUNCE, { pm: 'no-such-id' })).errors?.[0]).toMatchObject({
      errorType: 'Unauthorized',
    });
  });
});
