import { request } from 'node:http';
import { mailOf } from './message';
import { servedOutbox } from './served';

let served: Awaited<ReturnType<typeof servedOutbox>>;
beforeEach(async () => {
  served = await servedOutbox();
});
afterEach(() => served.close());

const json = async (query = '') => {
  const response = await fetch(`${served.page}.json${query}`);
  return (await response.json()) as {
    messages: { subject: string; state: string }[];
    more: number;
    kept: number;
  };
};
const subjects = async (query?: string) => (await json(query)).messages.map(({ subject }) => subject);

/** Sends headers as given, which `fetch` would not allow. */
const ask = (url: string, headers: Record<string, string>) =>
  new Promise<{ status?: number; headers: NodeJS.Dict<string | string[]> }>((done, failed) => {
    request(url, { headers }, (response) => {
      response.resume().on('end', () => done({ status: response.statusCode, headers: response.headers }));
    })
      .on('error', failed)
      .end();
  });

test('what was sent is there as JSON, newest first, with what became of it', async () => {
  served.outbox.keep(mailOf('one'), 'id-1');
  served.outbox.keep(mailOf('two', { results: [{ address: 'a@b.c', state: 'bounced' }] }), 'id-2');
  expect(await json()).toMatchObject({
    messages: [
      { number: 2, id: 'id-2', kind: 'mail', subject: 'two', state: 'bounced', to: ['ann@example.com'] },
      { number: 1, subject: 'one', state: 'sent' },
    ],
    more: 0,
    kept: 2,
    webhooks: new URL(served.webhooks).pathname,
  });
});

test('a reader asks for the newest, for what is newer, and for what is older', async () => {
  for (let number = 1; number <= 5; number += 1) served.outbox.keep(mailOf(`m${number}`), `id-${number}`);
  expect(await json('?limit=2')).toMatchObject({ more: 3, kept: 5 });
  expect(await subjects('?limit=2')).toEqual(['m5', 'm4']);
  expect(await subjects('?after=3')).toEqual(['m5', 'm4']);
  expect(await subjects('?before=4&limit=2')).toEqual(['m3', 'm2']);
  expect((await fetch(`${served.page}.json?after=soon`)).status).toBe(400);
});

test('nobody reads it without its key, not even with that of a webhook', async () => {
  const { pathname } = new URL(served.page);
  for (const path of [
    '/outbox',
    '/outbox.json',
    '/AAAAAAAAAAAAAAAAAAAAAA/outbox',
    `${new URL(served.webhooks).pathname.replace('webhooks/', '')}outbox`,
  ]) {
    const response = await fetch(`${served.endpoint}${path}`);
    expect([path, response.status]).toEqual([path, 404]);
    expect(await response.text()).toContain('the start prints it');
  }
  expect((await fetch(`${served.endpoint}${pathname}`)).status).toBe(200);
  expect((await fetch(served.page, { method: 'POST' })).status).toBe(405);
});

test('it answers nobody who comes by a foreign name, and no page but its own', async () => {
  for (const url of [served.page, `${served.page}.json`, `${served.webhooks}review`]) {
    expect((await ask(url, { host: 'evil.example' })).status).toBe(403);
    for (const origin of ['http://evil.example', 'null', 'http://localhost:1'])
      expect([origin, (await ask(url, { origin })).status]).toEqual([origin, 403]);
    expect((await ask(url, { origin: served.endpoint })).status).not.toBe(403);
  }
});

test('a mail’s HTML comes as a document that runs and loads nothing', async () => {
  const html =
    '<!doctype html><html><head><LINK rel=preconnect href="https://evil.example"></head><body><a href="https://example.com">open</a></body></html>';
  served.outbox.keep(mailOf('one', { html }), 'id-1');
  const response = await fetch(`${served.page}/1.html`);
  const policy = response.headers.get('content-security-policy');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain('img-src data:;');
  expect(policy).toMatch(/sandbox allow-popups allow-popups-to-escape-sandbox(?:;|$)/);
  expect(response.headers.get('x-dns-prefetch-control')).toBe('off');
  expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  const document = await response.text();
  expect(document).not.toMatch(/<link/i);
  expect(document).toMatch(/^<!doctype html><base target="_blank">/);
});

test('a mail without HTML has no such document, and neither has one that is gone', async () => {
  served.outbox.keep(mailOf('one', { text: 'x' }), 'id-1');
  for (const name of ['1.html', '2.html', '0.html', 'x.html', '../outbox.html'])
    expect([name, (await fetch(`${served.page}/${name}`)).status]).toEqual([name, 404]);
});

test('the page’s policy lets it run its own script, and ask nobody else', async () => {
  const policy = (await fetch(served.page)).headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'; script-src 'self'");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  expect(policy).toContain("frame-ancestors 'none'");
  const script = await fetch(`${served.page}/page.mjs`);
  expect(script.headers.get('content-type')).toMatch(/^text\/javascript/);
});
