import { AllowanceUsedError, countIn } from '../../../lambda/allowance';
import { DynamoDbError } from '../../../lambda/dynamodb';
import { type DoorOptions, MOST_BYTES, openDoor } from '../../../lambda/mcp/door';
import type { Library } from '../../../lambda/mcp/library';
import { SCOPES } from '../../../lambda/mcp/scopes';

const nobody = () => {
  throw new Error('The library must not be asked.');
};
const library: Library = {
  caller: 'poe',
  ...{
    document: nobody,
    search: nobody,
    similar: nobody,
    similarToText: nobody,
    actions: nobody,
    latest: nobody,
    create: nobody,
  },
  ...{ start: nobody, run: nobody },
  ...{ forgetUntouched: nobody, binUntouched: nobody, binned: nobody, forgetBinned: nobody },
};

const door = (more: Partial<DoorOptions> = {}, scopes: string[] = Object.values(SCOPES)) =>
  openDoor({
    verifier: {
      verifyAccessToken: async (token) => ({
        ...{ token, clientId: 'app', scopes, extra: { sub: 'poe' } },
        expiresAt: Date.now() / 1_000 + 60,
      }),
    },
    authorizationServer: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_pool',
    pages: ['app.example'],
    count: async () => {},
    libraryFor: () => library,
    warn: () => {},
    ...more,
  });

const BASE = 'https://abc.lambda-url.us-east-1.on.aws';
const request = (message: object, headers: Record<string, string> = {}) =>
  new Request(`${BASE}/mcp`, {
    method: 'POST',
    headers: {
      ...{ authorization: 'Bearer token', 'content-type': 'application/json' },
      ...{ accept: 'application/json, text/event-stream', ...headers },
    },
    body: JSON.stringify(message),
  });
const call = (name: string, asked: object = {}) => ({
  ...{ jsonrpc: '2.0', id: 1, method: 'tools/call' },
  params: { name, arguments: asked },
});
/** The same in the protocol of 2026, which says in each message what its client is. */
const modern = (message: { method: string; params?: object }, name?: string) =>
  request(
    {
      ...{ jsonrpc: '2.0', id: 1, ...message },
      params: {
        ...message.params,
        _meta: {
          'io.modelcontextprotocol/protocolVersion': '2026-07-28',
          'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1' },
          'io.modelcontextprotocol/clientCapabilities': {},
        },
      },
    },
    {
      ...{ 'mcp-protocol-version': '2026-07-28', 'mcp-method': message.method },
      ...(name && { 'mcp-name': name }),
    },
  );
const FACTS = { source: 'at 14:02', draft: 'at 14:03' };

test('a token that may only read reads, and is told which scope it lacks for writing, in both protocols', async () => {
  const reading = door({}, [SCOPES.read]);
  for (const facts of [
    request(call('check_facts', FACTS)),
    modern(call('check_facts', FACTS), 'check_facts'),
  ]) {
    const answer = await reading(facts, 100);
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('14:03')]);
  }
  for (const [name, asked] of [
    ['create_draft', { title: 'x' }],
    ['enhance_text', { run: 'x' }],
  ] as const)
    for (const sent of [request(call(name, asked)), modern(call(name, asked), name)]) {
      const answer = await reading(sent, 100);
      expect([name, answer.status]).toEqual([name, 403]);
      expect(answer.headers.get('www-authenticate')).toMatch(/insufficient_scope.*nevermore\/write/);
    }
  const nothing = await door({}, [])(request(call('check_facts', FACTS)), 100);
  expect([nothing.status, nothing.headers.get('www-authenticate')]).toEqual([
    403,
    expect.stringContaining('nevermore/read'),
  ]);
});

test('pages of the app may ask, other pages may not, and neither size nor token is looked at before that', async () => {
  const asked = (origin: string) => door()(request(call('check_facts', FACTS), { origin }), MOST_BYTES + 1);
  expect((await asked('https://app.example')).status).toBe(413);
  for (const origin of ['https://evil.example', 'https://app.example.evil', 'null', 'https://localhost'])
    expect((await asked(origin)).status).toBe(403);
});

test('a token for another resource is refused, and what failed in checking one is told to the log', async () => {
  const warned: unknown[] = [];
  const auth = { token: 't', clientId: 'app', scopes: [SCOPES.read], expiresAt: Date.now() / 1_000 + 60 };
  const elsewhere = door({
    verifier: {
      verifyAccessToken: async () => ({ ...auth, resource: new URL('https://other.example/mcp') }),
    },
  });
  expect((await elsewhere(request(call('check_facts')), 1)).status).toBe(401);
  const broken = door({
    verifier: { verifyAccessToken: () => Promise.reject(new Error('no keys')) },
    warn: (_, error) => warned.push(error),
  });
  expect((await broken(request(call('check_facts')), 1)).status).toBe(500);
  expect(warned).toEqual([expect.objectContaining({ message: 'no keys' })]);
});

test('a stream that would stay open is refused at once', async () => {
  const answer = await door()(
    modern({ method: 'subscriptions/listen', params: { notifications: { toolsListChanged: true } } }),
    100,
  );
  expect(await answer.text()).toContain('Subscription limit reached');
});

test('whoever asks too often is told the limit and when to go on; a count that fails lets nobody in', async () => {
  const allowance = { of: 'requests', most: 3, seconds: 60 };
  const written: object[] = [];
  let count = 0;
  const table = async <Answer>(_: string, asked: object): Promise<Answer> => {
    written.push(asked);
    if (++count > 3) throw new DynamoDbError('UpdateItem', 'ConditionalCheckFailedException');
    return {} as Answer;
  };
  const counted = door({ count: countIn('Upkeep', table, allowance, () => new Date()) });
  const statuses: number[] = [];
  for (let sent = 0; sent < 4; sent += 1)
    statuses.push((await counted(request(call('check_facts', FACTS)), 1)).status);
  expect(statuses).toEqual([200, 200, 200, 429]);
  expect(written[0]).toMatchObject({ Key: { id: { S: expect.stringMatching(/^requests \d+ poe$/) } } });
  const answer = await counted(request(call('check_facts', FACTS)), 1);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await answer.json()).error.message).toMatch(/3 requests within 60 seconds.*Go on in \d+ seconds/);

  const throttled = door({
    count: countIn('Upkeep', () => Promise.reject(new DynamoDbError('UpdateItem', 'Throttling')), allowance),
  });
  await expect(throttled(request(call('check_facts', FACTS)), 1)).rejects.toBeInstanceOf(DynamoDbError);
});

test('a stretch of the clock ends: the next one counts anew', async () => {
  const keys: string[] = [];
  let now = new Date('2026-03-04T14:00:59Z');
  const table = async <Answer>(_: string, asked: object): Promise<Answer> => {
    keys.push((asked as { Key: { id: { S: string } } }).Key.id.S);
    return {} as Answer;
  };
  const count = countIn('Upkeep', table, { of: 'requests', most: 1, seconds: 60 }, () => now);
  await count('poe');
  now = new Date('2026-03-04T14:01:00Z');
  await count('poe');
  expect(new Set(keys).size).toBe(2);
  const full = countIn(
    'Upkeep',
    () => Promise.reject(new DynamoDbError('UpdateItem', 'ConditionalCheckFailedException')),
    { of: 'requests', most: 1, seconds: 60 },
    () => now,
  );
  await expect(full('poe')).rejects.toEqual(
    expect.objectContaining({ name: AllowanceUsedError.name, again: new Date('2026-03-04T14:02:00Z') }),
  );
});
