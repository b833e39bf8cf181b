import type { LambdaClient } from '@aws-sdk/client-lambda';
import { type LocalLambda, pagesAddress } from '../../../local/lambda';
import { manualClock } from '../triggers/manualClock';
import { ended, startExecution, until, Workbench } from './lambdaUnderTest';

const bench = new Workbench();
const clock = manualClock(Date.UTC(2026, 10, 29, 12));
let lambda: LocalLambda;
let client: LambdaClient;

const HOSTILE = '<img src=x onerror=alert(1)>"\'&';

beforeAll(async () => {
  const assetDir = await bench.bundle('waiting');
  const long = { durable: { executionTimeoutSeconds: 864_000, retentionDays: 1 } };
  lambda = await bench.start(
    [bench.durable('review', assetDir, long), bench.durable('other', assetDir, long)],
    { clock, pages: { key: 'the-key', clockSpeed: 'an hour is a minute' } },
  );
  client = bench.client(lambda.endpoint);
});
afterAll(() => bench.dispose());

/** A page as a browser with or without the key gets it. */
async function page(query: Record<string, string> = {}, headers: Record<string, string> = {}) {
  const response = await fetch(`${lambda.endpoint}/executions?${new URLSearchParams(query)}`, { headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
}
const withKey = (query: Record<string, string> = {}) => page({ ...query, key: 'the-key' });

const words = (text: string) =>
  text
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const rowsOf = (text: string) =>
  [...text.matchAll(/<tr role="row">(.*?)<\/tr>/gs)].map(([row]) => words(row));

test('before anything has run, the page says so', async () => {
  const { status, text } = await page();
  expect(status).toBe(200);
  expect(words(text)).toContain('Nothing has run yet.');
  expect(words(text)).toContain('0 executions, 0 running');
  expect(words(text)).toContain('The clock is faster here: an hour is a minute.');
});

test('each execution is listed with its status and what it waits for, and with when that ends', async () => {
  await startExecution(
    client,
    'review',
    { kind: 'review', timeout: 432_000 },
    { DurableExecutionName: 'asks' },
  );
  await until(() => bench.callsSoFar().some((line) => line.startsWith('review ')));
  const arn = await startExecution(client, 'other', { kind: HOSTILE }, { DurableExecutionName: 'fails' });
  await ended(client, arn);
  const rows = rowsOf((await page()).text);
  expect(rows).toContainEqual(
    expect.stringMatching(
      /^asks review, version 1 RUNNING .* Callback wait-for-review , at most until .*\(in 5 d\)/,
    ),
  );
  expect(rows).toContainEqual(expect.stringMatching(/^fails other, version 1 FAILED .* –$/));
  expect((await page()).text).toContain('datetime="2026-12-04T12:00:00.000Z"');
});

test('the list is narrowed by function and by status, and an empty answer offers all again', async () => {
  const names = async (query: Record<string, string>) =>
    rowsOf((await page(query)).text)
      .slice(1)
      .map((row) => row.split(' ')[0]);
  expect((await names({})).sort()).toEqual(['asks', 'fails']);
  expect(await names({ function: 'review' })).toEqual(['asks']);
  expect(await names({ status: 'FAILED' })).toEqual(['fails']);
  const none = await page({ function: 'review', status: 'FAILED' });
  expect(words(none.text)).toContain('No execution fits. Show all');
  expect(none.text).toContain('<option value="FAILED" selected>');
});

test('one execution is found by its name alone, and tells its steps as a tree without anybody’s text', async () => {
  const { text } = await page({ name: 'asks' });
  expect(words(text)).toContain('Step record-submission SUCCEEDED 1 attempt, started');
  expect(words(text)).toContain('Wait for callback wait-for-review STARTED');
  // The callback is below what waits for it.
  expect(
    text.indexOf('<ol class="tree"><li><p class="operation"><span class="kind">Callback<'),
  ).toBeGreaterThan(text.indexOf('wait-for-review</strong>'));
  expect(words(text)).toContain('CallbackStarted');
  for (const data of ['Callback id', 'CallbackId', '&quot;kind', 'Input and result'])
    expect([data, text.includes(data)]).toEqual([data, false]);
  expect(words(text)).toContain('Open the address that the local cloud prints at its start');
});

test('with the key it shows input, results and errors; the browser then keeps the key, and its address does not', async () => {
  expect(pagesAddress(lambda.endpoint, 'the-key')).toBe(`${lambda.endpoint}/executions?key=the-key`);
  const first = await withKey({ name: 'asks' });
  expect(words(first.text)).toContain('Callback id');
  expect(first.text).toContain('&quot;timeout&quot;: 432000');
  const cookie = first.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/^executions-\d+=the-key; Path=\/executions; HttpOnly; SameSite=Lax$/);
  const later = await page({ name: 'asks' }, { cookie: `other=1; ${cookie.split(';')[0]}` });
  expect(later.text).toBe(first.text);
  expect(first.text).not.toContain('the-key');
  for (const wrong of ['', 'the-kex', 'the-key-and-more'])
    expect((await page({ name: 'asks', key: wrong })).text).not.toContain('Callback id');
});

test('text of others is shown as text, wherever it stands', async () => {
  const { text } = await withKey({ name: 'fails' });
  expect(text).toContain('no workflow &lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;');
  expect(text).not.toContain('<img');
  for (const field of ['name', 'function', 'status'])
    expect((await withKey({ [field]: HOSTILE })).text).not.toContain('<img');
});

test('a long input is cut, with how much is left out', async () => {
  const event = { kind: 'x'.repeat(10_000) };
  const arn = await startExecution(client, 'other', event, { DurableExecutionName: 'long' });
  await ended(client, arn);
  const { text } = await withKey({ name: 'long' });
  expect(text).toMatch(/… 6\d{3} more characters/);
  expect(text).not.toContain('x'.repeat(4001));
});

test('one name in two functions is a list of both; each has an address of its own', async () => {
  const arn = await startExecution(client, 'review', { kind: 'none' }, { DurableExecutionName: 'long' });
  await ended(client, arn);
  const { text } = await page({ name: 'long' });
  expect(rowsOf(text).slice(1)).toHaveLength(2);
  expect(text).toContain('href="/executions?function=review&amp;name=long"');
  expect(words((await page({ function: 'review', name: 'long' })).text)).toContain('review, version 1');
});

test('an unknown name is not found, and says what that can mean', async () => {
  const { status, text } = await page({ name: 'nobody' });
  expect(status).toBe(404);
  expect(words(text)).toContain('There is no execution nobody. It has not begun, or ended so long ago');
});

test('an execution at its end tells how long it took and each attempt of a step', async () => {
  bench.forgetCalls();
  const arn = await startExecution(
    client,
    'review',
    { kind: 'review', wait: 7200 },
    { DurableExecutionName: 'whole' },
  );
  const CallbackId = await until(
    () =>
      bench
        .callsSoFar()
        .find((line) => line.startsWith('review '))
        ?.split(' ')[1],
  );
  const { SendDurableExecutionCallbackSuccessCommand } = await import('@aws-sdk/client-lambda');
  await client.send(
    new SendDurableExecutionCallbackSuccessCommand({ CallbackId, Result: Buffer.from('approved') }),
  );
  const waitsFor = (what: RegExp) =>
    until(async () => rowsOf((await page()).text).find((row) => row.startsWith('whole') && what.test(row)));
  await waitsFor(/Wait wait-before-follow-up , until .*\(in 2 h\)/);
  clock.advance(7_200_000);
  await waitsFor(/Another attempt of step send-follow-up , until .*\(in 1 min\)/);
  clock.advance(60_000);
  await ended(client, arn);
  const { text } = await withKey({ name: 'whole' });
  expect(words(text)).toContain('Duration 2 h 1 min');
  expect(words(text)).toContain('send-follow-up SUCCEEDED 2 attempts');
  expect(words(text)).toContain('written after approved');
});

test('no page may be framed, asked by another site, or written to', async () => {
  const { headers } = await page();
  expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('access-control-allow-origin')).toBeNull();
  expect((await page({}, { origin: 'http://evil.example' })).status).toBe(403);
  const posted = await fetch(`${lambda.endpoint}/executions`, { method: 'POST' });
  expect(posted.status).toBe(405);
  expect((await fetch(`${lambda.endpoint}/executions/none`)).status).toBe(404);
  for (const [file, type] of [
    ['page.css', 'text/css'],
    ['page.js', 'text/javascript'],
  ])
    expect((await fetch(`${lambda.endpoint}/executions/${file}`)).headers.get('content-type')).toContain(
      type,
    );
});
