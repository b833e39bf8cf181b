import { request as httpRequest } from 'node:http';
import { WebSocket } from 'ws';
import { APP, type RunningApi, startApi } from './runningApi';
import { fixtureAssembly } from './synthesized';

let running: RunningApi;
let authorization: string;

beforeAll(async () => {
  running = await startApi(await fixtureAssembly(), async () => {
    throw Object.assign(new Error('The function broke'), { errorType: 'Lambda:Unhandled' });
  });
  authorization = await running.pool.accessToken('ada', ['admins']);
}, 120_000);

afterEach(async () => {
  // Whatever came before: the next honest request is served.
  expect(await running.ask(authorization, '{ __typename }')).toEqual({ data: { __typename: 'Query' } });
});

afterAll(async () => {
  await running?.close();
  expect(running?.failures).toEqual([]);
});

test.each<[string, string, string]>([
  ['no JSON', '{"query": ', 'Request body is not valid JSON.'],
  ['an empty body', '', 'Request body is not valid JSON.'],
  ['JSON of another kind', '[1]', 'Unable to parse GraphQL query.'],
  ['null', 'null', 'Unable to parse GraphQL query.'],
  ['a query that is no text', '{"query": {"a": 1}}', 'Unable to parse GraphQL query.'],
  [
    'variables that are a list',
    '{"query": "{ __typename }", "variables": []}',
    'Variables must be a JSON object.',
  ],
  [
    'an operation name that is none',
    '{"query": "{ __typename }", "operationName": 1}',
    'The operation name must be a text.',
  ],
  ['no GraphQL', '{"query": "{ listPostMortems("}', 'Unable to parse GraphQL query'],
])('%s is refused as malformed', async (_, body, message) => {
  const answer = await running.post({ authorization }, body);
  expect(answer.status).toBe(400);
  expect(answer.body.errors?.[0]).toMatchObject({ errorType: 'MalformedHttpRequestException' });
  expect(answer.body.errors?.[0]?.message).toContain(message);
});

test.each<[string, string, RegExp]>([
  ['an unknown field', '{ nonsense }', /Cannot query field "nonsense"/],
  ['an unknown argument', '{ listPostMortems(evil: 1) { items { id } } }', /Unknown argument "evil"/],
  ['a missing argument', 'mutation { deletePostMortem { id } }', /"input" .* is required/],
  ['endless nesting', `{ ${'a { '.repeat(5000)} b ${'} '.repeat(5000)} }`, /more than 75 levels/],
  ['a list without end', `{ byStatus(status: ${'['.repeat(5000)}`, /more than 75 levels/],
  ['a flood of fields', `{ ${'__typename '.repeat(20_000)} }`, /more than 15000 tokens/],
  ['a fragment within itself', '{ ...A } fragment A on Query { ...A }', /within itself/],
])('%s is answered with a validation error', async (_, query, message) => {
  const { data, errors } = await running.ask(authorization, query);
  expect(data).toBeNull();
  expect(errors?.[0]).toMatchObject({ errorType: 'ValidationError' });
  expect(errors?.[0]?.message).toMatch(message);
});

test.each<[string, object, RegExp]>([
  ['a variable of the wrong type', { input: { title: 5 } }, /String cannot represent a non string value/],
  ['a field that is not in the input', { input: { title: 't', admin: true } }, /"admin" is not defined/],
  ['an unknown enum value', { input: { title: 't', status: 'gone' } }, /"gone" does not exist/],
  ['a date that is none', { input: { title: 't', createdAt: '2026-02-31T00:00:00Z' } }, /valid AWSDateTime/],
  ['JSON that is none', { input: { title: 't', meta: '{' } }, /valid AWSJSON/],
  ['null for what must be', { input: null }, /must not be null|cannot be null|Expected non-nullable/],
])('%s changes nothing', async (_, variables, message) => {
  const create = 'mutation($input: CreatePostMortemInput!) { createPostMortem(input: $input) { id } }';
  const { data, errors } = await running.ask(authorization, create, variables);
  expect(data?.createPostMortem ?? null).toBeNull();
  expect(errors?.[0]?.message).toMatch(message);
});

test('a body of 5 MB is refused with the limit, not with a broken connection', async () => {
  const body = JSON.stringify({ query: '{ __typename }', variables: { x: 'y'.repeat(5_000_000) } });
  expect(await running.post({ authorization }, body)).toMatchObject({
    status: 413,
    body: { errors: [{ errorType: 'RequestEntityTooLargeException', message: /1048576 bytes/ }] },
  });
});

test('a body without end is cut off', async () => {
  const outcome = await new Promise<string>((done) => {
    const { hostname, port } = new URL(running.api.endpoint);
    const request = httpRequest({
      hostname,
      port,
      path: '/graphql',
      method: 'POST',
      headers: { authorization },
    });
    request.on('response', (response) => done(`status ${response.statusCode}`));
    request.on('error', () => done('cut off'));
    const chunk = Buffer.alloc(256 * 1024, 32);
    const pump = () => {
      while (!request.destroyed && request.write(chunk));
      if (!request.destroyed) request.once('drain', pump);
    };
    pump();
  });
  expect(['status 413', 'cut off']).toContain(outcome);
});

test('other paths and methods are refused, and the app’s own page may ask first', async () => {
  const at = (path: string, init: RequestInit) => fetch(new URL(path, running.api.endpoint), init);
  expect((await at('/other', { method: 'POST', body: '{}' })).status).toBe(404);
  expect((await at('/graphql', {})).status).toBe(405);
  const preflight = await at('/graphql', { method: 'OPTIONS', headers: { origin: APP } });
  expect(preflight.status).toBe(200);
  expect(preflight.headers.get('access-control-allow-origin')).toBe(APP);
  expect(preflight.headers.get('access-control-allow-headers')).toMatch(/authorization.*x-amz-user-agent/);
});

test('a page of another site is refused, asking first or not, with a good token or not', async () => {
  const headers = { origin: 'http://evil.example', authorization };
  for (const init of [
    { method: 'OPTIONS', headers },
    { method: 'POST', headers, body: '{"query":"{ __typename }"}' },
  ]) {
    const refused = await fetch(running.api.endpoint, init);
    expect(refused.status).toBe(403);
    expect(refused.headers.get('access-control-allow-origin')).toBeNull();
    expect(await refused.json()).toMatchObject({ errors: [{ errorType: 'ForbiddenException' }] });
  }
});

test('a function that fails gives its message and type to the caller', async () => {
  const { data, errors } = await running.ask(
    authorization,
    'mutation { enhancePostMortem(postMortemId: "1") { text } }',
  );
  expect(data).toEqual({ enhancePostMortem: null });
  expect(errors?.[0]).toMatchObject({ message: 'The function broke', errorType: 'Lambda:Unhandled' });
});

test('a page token that was made up is refused', async () => {
  const list = '{ listPostMortems(nextToken: "made up") { items { id } } }';
  expect((await running.ask(authorization, list)).errors?.[0]).toMatchObject({
    errorType: 'BadRequestException',
  });
});

describe('on the realtime endpoint', () => {
  interface Frame {
    readonly type: string;
    readonly id?: string;
    readonly payload?: { readonly errors?: readonly { errorType: string; message: string }[] };
  }
  const encoded = (headers: object) => Buffer.from(JSON.stringify(headers)).toString('base64url');

  /** Opens a connection, sends what is given, and collects frames until one has the wanted type. */
  const converse = (protocols: string[], send: (string | object)[], until: string, query = '') =>
    new Promise<Frame[]>((done, failed) => {
      const socket = new WebSocket(`${running.api.realtimeEndpoint}${query}`, protocols);
      const frames: Frame[] = [];
      socket.on('open', () => {
        for (const one of send) socket.send(typeof one === 'string' ? one : JSON.stringify(one));
      });
      socket.on('message', (data) => {
        frames.push(JSON.parse(String(data)) as Frame);
        if (frames.at(-1)?.type !== until) return;
        socket.close();
        done(frames);
      });
      socket.on('error', failed);
      socket.on('close', () => done(frames));
    });
  const good = () => ['graphql-ws', `header-${encoded({ Authorization: authorization })}`];
  const INIT = { type: 'connection_init' };
  /** Read when it is sent: the token is not there yet when the cases are listed. */
  const CALLER = {
    get Authorization() {
      return authorization;
    },
  };
  const start = (query: string, id = '1', headers: object = CALLER) => ({
    type: 'start',
    id,
    payload: { data: JSON.stringify({ query }), extensions: { authorization: headers } },
  });
  const SUBSCRIPTION = 'subscription { onCreateRevision { text } }';

  test('the credentials may come in the query as well as in the subprotocol', async () => {
    const query = `?header=${encodeURIComponent(Buffer.from(JSON.stringify({ authorization })).toString('base64'))}&payload=e30=`;
    expect((await converse(['graphql-ws'], [INIT], 'connection_ack', query))[0]).toEqual({
      type: 'connection_ack',
      payload: { connectionTimeoutMs: 300_000 },
    });
  });

  test.each<[string, string[]]>([
    ['without credentials', ['graphql-ws']],
    ['with a forged token', ['graphql-ws', `header-${encoded({ Authorization: 'a.b.c' })}`]],
    ['with credentials that are no JSON', ['graphql-ws', 'header-e30x']],
  ])('a connection %s is refused', async (_, protocols) => {
    const [first] = await converse(protocols, [INIT], 'connection_error');
    expect(first).toMatchObject({ type: 'connection_error' });
    expect(first?.payload?.errors?.[0]).toMatchObject({
      errorType: expect.stringMatching(/UnauthorizedException|MalformedHttpRequestException/),
      errorCode: expect.any(Number),
    });
  });

  test.each<[string, string | object, string]>([
    ['no JSON', '{', 'MalformedHttpRequestException'],
    ['null', 'null', 'UnsupportedOperation'],
    ['an unknown type', { type: 'dance' }, 'UnsupportedOperation'],
    ['a start without data', { type: 'start', id: '1' }, 'MalformedHttpRequestException'],
    [
      'a start with a forged token',
      start(SUBSCRIPTION, '1', { Authorization: 'x' }),
      'UnauthorizedException',
    ],
    ['a start with a query', start('{ __typename }'), 'UnsupportedOperation'],
    [
      'a start with two fields',
      start('subscription { a: onCreateRevision { text } onUpdateRevision { text } }'),
      'ValidationError',
    ],
    ['a start with no GraphQL', start('subscription {'), 'MalformedHttpRequestException'],
    [
      "a start for somebody else's records",
      start('subscription { onCreateRevision(owner: "sub-bob") { text } }'),
      'Unauthorized',
    ],
    ['a stop of nothing', { type: 'stop', id: 'none' }, 'UnknownOperationError'],
  ])('%s is answered with an error frame', async (_, message, errorType) => {
    const frames = await converse(good(), [INIT, message], 'error');
    expect(frames.at(-1)).toMatchObject({ type: 'error', payload: { errors: [{ errorType }] } });
  });

  test('a document that does not fit the schema is answered with what is wrong', async () => {
    const frames = await converse(good(), [INIT, start('subscription { onNothing { id } }')], 'error');
    expect(frames.at(-1)?.payload?.errors?.[0]?.message).toMatch(/Cannot query field "onNothing"/);
  });

  test('a subscription can be stopped, not started twice, and there are at most a hundred', async () => {
    const stopped = await converse(
      good(),
      [INIT, start(SUBSCRIPTION), { type: 'stop', id: '1' }],
      'complete',
    );
    expect(stopped.map(({ type }) => type).filter((type) => type !== 'ka')).toEqual([
      'connection_ack',
      'start_ack',
      'complete',
    ]);
    const twice = await converse(good(), [INIT, start(SUBSCRIPTION), start(SUBSCRIPTION)], 'error');
    expect(twice.at(-1)?.payload?.errors?.[0]?.errorType).toBe('DuplicatedOperationError');
    const many = Array.from({ length: 101 }, (_, index) => start(SUBSCRIPTION, String(index)));
    const full = await converse(good(), [INIT, ...many], 'error');
    expect(full.at(-1)?.payload?.errors?.[0]?.errorType).toBe('MaxSubscriptionsReachedError');
  });

  test('a frame over the limit closes that connection only', async () => {
    const frames = await converse(good(), [INIT, 'x'.repeat(2_000_000)], 'never');
    expect(frames.every(({ type }) => type !== 'data')).toBe(true);
  });
});
