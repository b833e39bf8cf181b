import { once } from 'node:events';
import { WebSocket } from 'ws';
import { collect } from './amplifyUser';
import {
  ADD,
  ANNOUNCE,
  added,
  amplify,
  api,
  ask,
  DELETE,
  EDIT,
  INVITED,
  people,
  RESOLVE,
  shared,
  startTalking,
  stopTalking,
  type Who,
  whoMay,
} from './talkApi';

beforeAll(startTalking, 120_000);
afterAll(stopTalking);

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
