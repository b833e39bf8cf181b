import { BatchWriteItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { COMMENT_LIMITS } from '../../../domain/comments/comment';
import {
  ADD,
  add,
  added,
  amplify,
  api,
  ask,
  DELETE,
  EDIT,
  EVERYBODY,
  INVITED,
  LIST,
  listed,
  people,
  RESOLVE,
  shared,
  startTalking,
  stopTalking,
  tableOfComments,
  type Who,
  WRITERS,
  whoMay,
} from './talkApi';

beforeAll(startTalking, 120_000);
afterAll(stopTalking);

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
