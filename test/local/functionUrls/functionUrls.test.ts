import { request } from 'node:http';
import type { FunctionUrl } from '../../../local/assembly';
import { type FunctionUrlOptions, startFunctionUrl } from '../../../local/functionUrls';
import { FunctionError } from '../../../local/lambda';

const URL_OF: FunctionUrl = {
  ...{
    logicalId: 'Mcp',
    url: 'http://localhost:5180/',
    functionArn: 'arn:aws:lambda:us-east-1:0:function:Mcp',
  },
  ...{ isOpen: true, unserved: [] },
};
const APP = 'http://localhost:5173';

let close: (() => Promise<void>) | undefined;
afterEach(async () => close?.());

/** Serves a function that does this; returns its address and what it was handed. */
async function serve(answer: (event: Event) => unknown, more: Partial<FunctionUrlOptions> = {}) {
  const events: Event[] = [];
  const errors: unknown[] = [];
  const served = await startFunctionUrl({
    ...{ url: URL_OF, port: 0, origins: [APP], onError: (error: unknown) => errors.push(error) },
    invoke: async (_, event) => {
      events.push(event as Event);
      return answer(event as Event);
    },
    ...more,
  });
  close = served.close;
  return { endpoint: served.endpoint.replace('localhost', '127.0.0.1'), events, errors };
}
interface Event {
  body?: string;
  isBase64Encoded: boolean;
  rawPath: string;
  headers: Record<string, string>;
  requestContext: { http: { method: string } };
}

test('a request reaches the function in the format 2.0, text as it is and other bytes in Base64', async () => {
  const { endpoint, events } = await serve(() => ({ statusCode: 204 }));
  const headers = { 'content-type': 'application/json', cookie: 'a=1; b=2', 'X-Mine': 'yes' };
  await fetch(`${endpoint}a%20b?x=1&x=2&y=`, { method: 'POST', headers, body: '{"ä":1}' });
  expect(events[0]).toMatchObject({
    ...{ version: '2.0', rawPath: '/a b', rawQueryString: 'x=1&x=2&y=', cookies: ['a=1', 'b=2'] },
    ...{ queryStringParameters: { x: '1,2', y: '' }, body: '{"ä":1}', isBase64Encoded: false },
    headers: { 'x-mine': 'yes', 'x-forwarded-proto': 'http' },
    requestContext: { http: { method: 'POST', path: '/a b', sourceIp: '127.0.0.1' } },
  });
  expect(events[0]?.headers.cookie).toBeUndefined();
  await fetch(endpoint, {
    method: 'PUT',
    headers: { 'content-type': 'image/png' },
    body: Buffer.from([0, 255]),
  });
  expect(events[1]).toMatchObject({ body: 'AP8=', isBase64Encoded: true });
  await fetch(`${endpoint}%ff`);
  expect([events[2]?.rawPath, events[2]?.body]).toEqual(['/%ff', undefined]);
});

test('an answer is read as the service reads it: with a status, as plain JSON, with cookies, in Base64', async () => {
  const answers = [
    { statusCode: 201, headers: { 'X-A': 'b' }, cookies: ['a=1', 'b=2'], body: 'made' },
    { statusCode: 200, headers: { 'content-type': 'image/png' }, body: 'AP8=', isBase64Encoded: true },
    { any: 'thing' },
    'text',
    null,
  ];
  const { endpoint } = await serve(() => answers.shift());
  const made = await fetch(endpoint);
  expect([made.status, made.headers.get('x-a'), made.headers.getSetCookie(), await made.text()]).toEqual([
    ...[201, 'b', ['a=1', 'b=2'], 'made'],
  ]);
  expect(Buffer.from(await (await fetch(endpoint)).arrayBuffer())).toEqual(Buffer.from([0, 255]));
  expect(await (await fetch(endpoint)).json()).toEqual({ any: 'thing' });
  expect(await (await fetch(endpoint)).text()).toBe('text');
  expect(await (await fetch(endpoint)).text()).toBe('null');
});

test('foreign pages and hosts, too much, a closed or unknown kind of URL reach no function', async () => {
  const { endpoint, events } = await serve(() => ({ statusCode: 200 }));
  expect((await fetch(endpoint, { headers: { origin: 'https://evil.example' } })).status).toBe(403);
  const own = await fetch(endpoint, { headers: { origin: APP } });
  expect([own.status, own.headers.get('access-control-allow-origin')]).toEqual([200, APP]);
  expect(await statusFor(endpoint, 'evil.example')).toBe(403);
  expect((await fetch(endpoint, { method: 'POST', body: 'x'.repeat(7e6) })).status).toBe(413);
  expect(events).toHaveLength(1);
  await close?.();
  const locked = await serve(() => 1, { url: { ...URL_OF, isOpen: false } });
  expect([(await fetch(locked.endpoint)).status, locked.events]).toEqual([403, []]);
  await close?.();
  const strange = await serve(() => 1, { url: { ...URL_OF, unserved: ['AuthType AWS_IAM'] } });
  const answer = await fetch(strange.endpoint);
  expect([answer.status, await answer.text()]).toEqual([
    501,
    expect.stringContaining('Mcp does not serve AuthType AWS_IAM'),
  ]);
});

test('what a function throws is not told to whoever asked', async () => {
  const { endpoint, errors } = await serve(() => {
    throw new FunctionError('Mcp', 'Error', 'the secret is 42');
  });
  const answer = await fetch(endpoint);
  expect([answer.status, await answer.text()]).toEqual([502, '{"Message":"Internal Server Error"}']);
  expect(errors).toEqual([]);
});

/** A browser's page cannot say this; a name that was pointed here can. */
const statusFor = (endpoint: string, host: string) =>
  new Promise<number | undefined>((done, failed) => {
    request(endpoint, { headers: { host } }, (response) => {
      response.resume();
      done(response.statusCode);
    })
      .once('error', failed)
      .end();
  });
