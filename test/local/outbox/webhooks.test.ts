import { stateOf, type Webhook } from '../../../local/outbox';
import { servedOutbox } from './served';

let served: Awaited<ReturnType<typeof servedOutbox>>;
beforeAll(async () => {
  served = await servedOutbox();
});
afterAll(() => served.close());

async function post(body: unknown, path = 'review', headers: Record<string, string> = {}) {
  const response = await fetch(`${served.webhooks}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, text: await response.text(), headers: response.headers };
}
const newest = () => served.outbox.all()[0] as Webhook;
const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
const CARD = 'application/vnd.microsoft.card.adaptive';
const card = (body: unknown[], more: object = {}) => ({
  type: 'message',
  attachments: [{ contentType: CARD, content: { type: 'AdaptiveCard', version: '1.4', body, ...more } }],
});

test('a text for Slack is kept and answered with ok', async () => {
  expect(await post({ text: 'Review waits' })).toMatchObject({ status: 200, text: 'ok' });
  expect(newest()).toMatchObject({
    kind: 'webhook',
    name: 'review',
    format: 'slack',
    text: 'Review waits',
    body: '{"text":"Review waits"}',
    notes: [],
  });
  expect(stateOf(newest())).toBe('caught');
});

test('blocks are read as their reader sees them, and the text stands in notifications only', async () => {
  const button = { type: 'button', text: { type: 'plain_text', text: 'Open' }, url: 'https://example.com/r' };
  await post({
    text: 'In the notification',
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: 'Review waits' } },
      section('*Checkout*'),
      { type: 'divider' },
      { type: 'actions', elements: [button] },
    ],
  });
  expect(newest().text).toBe('Review waits\n*Checkout*\nOpen\nhttps://example.com/r');
  await post({ blocks: [section('x')] });
  expect(newest().notes).toEqual([expect.stringContaining('Notifications and screen readers get no text')]);
});

test('a form with the JSON in its payload is taken, as Slack takes it', async () => {
  const form = new URLSearchParams({ payload: '{"text":"by form"}' }).toString();
  await post(form, 'review', { 'content-type': 'application/x-www-form-urlencoded' });
  expect(newest()).toMatchObject({ format: 'slack', text: 'by form' });
});

test.each([
  ['nothing to say', {}, 'no_text'],
  ['an empty text', { text: '' }, 'no_text'],
  ['no JSON', 'text=hi', 'invalid_payload'],
  ['no object', [1], 'invalid_payload'],
  ['a text that is none', { text: 7 }, 'invalid_payload'],
  ['blocks that are no list', { text: 'x', blocks: {} }, 'invalid_payload'],
  ['51 blocks', { blocks: Array.from({ length: 51 }, () => section('x')) }, 'invalid_blocks'],
  ['a section of 3,001 characters', { blocks: [section('x'.repeat(3_001))] }, 'invalid_blocks'],
  ['a section without anything', { blocks: [{ type: 'section' }] }, 'invalid_blocks'],
  [
    'a header in mrkdwn',
    { blocks: [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }] },
    'invalid_blocks',
  ],
  ['a block of no kind', { blocks: [{ type: 'raven' }] }, 'invalid_blocks'],
])('Slack’s own word for %s', async (_, body, word) => {
  expect(await post(body)).toMatchObject({ status: 400, text: word });
  expect(stateOf(newest())).toBe('refused');
  expect(newest().notes).toEqual([expect.stringMatching(/^(?:Slack refuses it|Neither Slack nor Teams)/)]);
});

test('what is just within Slack’s limits is taken', async () => {
  const blocks = Array.from({ length: 50 }, () => section('x'.repeat(3_000)));
  expect((await post({ blocks })).status).toBe(200);
  await post({ text: 'x'.repeat(40_001) });
  expect(newest().text).toHaveLength(40_000);
  expect(newest().notes).toEqual([expect.stringContaining('cuts a text after 40000 characters')]);
});

test('an Adaptive Card for Teams is kept and accepted', async () => {
  const facts = { type: 'FactSet', facts: [{ title: 'Since', value: '14:02' }] };
  const actions = [{ type: 'Action.OpenUrl', title: 'Open', url: 'https://example.com/r' }];
  expect(await post(card([{ type: 'TextBlock', text: 'Review waits' }, facts], { actions }))).toMatchObject({
    status: 202,
    text: '',
  });
  expect(newest()).toMatchObject({
    format: 'teams',
    text: 'Review waits\nSince\n14:02\nOpen\nhttps://example.com/r',
  });
  expect(stateOf(newest())).toBe('caught');
});

test.each([
  ['a message card of the old connectors', { '@type': 'MessageCard', text: 'x' }, 400, /Adaptive Card/],
  ['a message without attachments', { type: 'message' }, 400, /attachments/],
  [
    'a card of another kind',
    { type: 'message', attachments: [{ contentType: 'text/html', content: 'x' }] },
    400,
    /contentType/,
  ],
  ['a card without a version', card([], { version: undefined }), 400, /version/],
  ['more than 28 KB', card([{ type: 'TextBlock', text: 'x'.repeat(28 * 1024) }]), 413, /28672 are the most/],
])('Teams refuses %s', async (_, body, status, why) => {
  const answer = await post(body);
  expect(answer.status).toBe(status);
  expect(JSON.parse(answer.text).error.message).toMatch(why);
  expect(stateOf(newest())).toBe('refused');
});

test('a webhook fails when it is told to, keeps what came, and does so only as often as it was told', async () => {
  expect(await post({ text: 'x' }, 'flaky?fail=503')).toMatchObject({ status: 503 });
  expect(stateOf(newest())).toBe('failed');
  expect((await post({ text: 'x' }, 'flaky?fail=429')).headers.get('retry-after')).toBe('1');
  const twice = 'twice?fail=500&times=2';
  const answers = [
    await post({ text: '1' }, twice),
    await post({ text: '2' }, twice),
    await post({ text: '3' }, twice),
  ];
  expect(answers.map(({ status }) => status)).toEqual([500, 500, 200]);
});

test.each(['fail=200', 'fail=soon', 'fail=500&times=0'])(
  'a wish that makes no sense is refused: %s',
  async (wish) => {
    const before = served.outbox.all().length;
    expect((await post({ text: 'x' }, `review?${wish}`)).status).toBe(400);
    expect(served.outbox.all()).toHaveLength(before);
  },
);

test('what is no webhook is none: another method, another key, a name that is none, a body without end', async () => {
  expect((await fetch(`${served.webhooks}review`)).status).toBe(405);
  expect((await post({ text: 'x' }, '../webhooks')).status).toBe(404);
  expect((await post({ text: 'x' }, 'a/b')).status).toBe(404);
  expect((await post({ text: 'x' }, '')).status).toBe(404);
  expect((await post('x'.repeat(1024 * 1024 + 1))).status).toBe(413);
  const foreign = await fetch(`${served.endpoint}/AAAAAAAAAAAAAAAAAAAAAA/webhooks/review`, {
    method: 'POST',
  });
  expect([foreign.status, await foreign.text()]).toEqual([404, expect.stringContaining('cloud.json')]);
  expect(served.failures).toEqual([]);
});
