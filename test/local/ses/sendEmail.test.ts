import { stateOf } from '../../../local/outbox';
import { readSubmission } from '../../../local/ses/request';
import { raw, type Sender, sender, utf8 } from './sender';

let ses: Sender;
beforeAll(async () => {
  ses = await sender();
});
afterAll(() => ses.close());

const simple = (Subject: object, Body: object, more: object = {}) => ({
  Content: { Simple: { Subject, Body, ...more } },
});

test('a mail is taken with everything that it says, and its id is the answer', async () => {
  const { status, body } = await ses.send({
    FromEmailAddress: '"Raven, the" <raven@example.com>',
    Destination: {
      ToAddresses: ['Ann <ann@example.com>', 'ben@example.com'],
      CcAddresses: ['cleo@example.com'],
      BccAddresses: ['=?UTF-8?Q?D=C3=B6rte?= <dora@example.com>'],
    },
    ReplyToAddresses: ['team@example.com'],
    EmailTags: [{ Name: 'kind', Value: 'review' }],
    ...simple(
      utf8('Review “Checkout”'),
      { Text: utf8('grüße'), Html: utf8('<p>grüße</p>') },
      {
        Headers: [{ Name: 'X-Case', Value: '7' }],
        Attachments: [{ FileName: 'a.csv', ContentType: 'text/csv', RawContent: 'YQpi' }],
      },
    ),
  });
  expect(status).toBe(200);
  expect(body.MessageId).toMatch(/^0100[\da-f]{12}-[\da-f-]{36}-000000$/);
  expect(ses.newest()).toMatchObject({
    id: body.MessageId,
    from: 'Raven, the <raven@example.com>',
    to: ['Ann <ann@example.com>', 'ben@example.com'],
    cc: ['cleo@example.com'],
    bcc: ['Dörte <dora@example.com>'],
    replyTo: ['team@example.com'],
    subject: 'Review “Checkout”',
    text: 'grüße',
    html: '<p>grüße</p>',
    tags: [{ name: 'kind', value: 'review' }],
    headers: [{ name: 'X-Case', value: '7' }],
    attachments: [{ name: 'a.csv', contentType: 'text/csv', bytes: 3 }],
    notes: [],
  });
  expect(stateOf(ses.newest())).toBe('sent');
});

test('what SES would send as a question mark is kept as one, and said', async () => {
  await ses.send(simple({ Data: 'Grüße' }, { Text: { Data: '14 °C 🐦' } }));
  expect(ses.newest()).toMatchObject({ subject: 'Gr??e', text: '14 ?C ?' });
  expect(ses.newest().notes).toEqual([
    expect.stringMatching(/^Subject has characters beyond 7-bit ASCII and names no Charset/),
    expect.stringMatching(/^Text /),
  ]);
});

test('each address of the mailbox simulator does what SES documents of it, with a label too', async () => {
  const at = (name: string) => `${name}@simulator.amazonses.com`;
  await ses.send({
    Destination: {
      ToAddresses: [at('success'), at('bounce+7'), at('Complaint'), at('suppressionlist'), at('ooto')],
      CcAddresses: ['bounce@example.com'],
    },
  });
  expect(ses.newest().results.map(({ state }) => state)).toEqual([
    'delivered',
    'bounced',
    'complained',
    'suppressed',
    'delivered',
    'delivered',
  ]);
  const stateAt = async (address: string) => {
    await ses.send({ Destination: { ToAddresses: ['ann@example.com', address] } });
    return stateOf(ses.newest());
  };
  expect(await stateAt(at('bounce'))).toBe('bounced');
  expect(await stateAt(at('suppressionlist'))).toBe('suppressed');
  expect(await stateAt(at('complaint'))).toBe('complained');
  expect(await stateAt(at('success'))).toBe('sent');
});

const to = (...ToAddresses: string[]) => ({ Destination: { ToAddresses } });
const many = (count: number) => Array.from({ length: count }, (_, index) => `p${index}@example.com`);
const tag = (Name: string, Value: string) => ({ EmailTags: [{ Name, Value }] });

test.each<[string, object, RegExp]>([
  ['no recipient', to(), /at least one recipient/],
  [
    '51 recipients',
    { Destination: { ToAddresses: many(50), BccAddresses: ['x@example.com'] } },
    /Recipient count exceeds 50/,
  ],
  ['an address without a domain', to('ann'), /Missing final '@domain'/],
  ['an address with a space', to('ann b@example.com'), /control or whitespace/],
  ['a domain with an underscore', to('ann@exa_mple.com'), /Domain contains an illegal character/],
  ['two dots in a row', to('ann..b@example.com'), /Illegal address/],
  ['two addresses in one', to('ann@example.com, ben@example.com'), /ToAddresses/],
  ['letters beyond ASCII in an address', to('änn@example.com'), /7-bit ASCII/],
  ['letters beyond ASCII in a name', to('Änn <ann@example.com>'), /encoded-word/],
  ['a header smuggled in with a recipient', to('ann@example.com\r\nBcc: eve@example.com'), /line breaks/],
  [
    'a header smuggled in with the sender',
    { FromEmailAddress: 'a@example.com\nBcc: eve@example.com' },
    /line breaks/,
  ],
  [
    'a header smuggled in with a reply address',
    { ReplyToAddresses: ['a@example.com\r\nX: y'] },
    /line breaks/,
  ],
  [
    'a header smuggled in with the subject',
    simple(utf8('Hi\r\nBcc: eve@example.com'), { Text: utf8('x') }),
    /line breaks/,
  ],
  [
    'a header smuggled in with a header',
    simple(utf8('Hi'), { Text: utf8('x') }, { Headers: [{ Name: 'A', Value: 'b\nBcc: c' }] }),
    /printable ASCII/,
  ],
  ['no sender', { FromEmailAddress: undefined }, /FromEmailAddress is missing/],
  ['no body', simple(utf8('Hi'), {}), /Text, Html or both/],
  ['no subject', { Content: { Simple: { Body: { Text: utf8('x') } } } }, /Content\.Simple\.Subject/],
  [
    'an unknown character set',
    simple({ Data: 'x', Charset: 'raven-7' }, { Text: utf8('x') }),
    /raven-7 is not known/,
  ],
  ['a tag with a space', tag('kind of', 'x'), /EmailTags\.0\.Name/],
  ['a tag without a value', tag('kind', ''), /EmailTags\.0\.Value/],
  [
    'two kinds of content',
    {
      Content: {
        ...simple(utf8('a'), { Text: utf8('b') }).Content,
        ...raw('From: a@example.com', '', 'x').Content,
      },
    },
    /exactly one/,
  ],
])('%s is refused as a bad request, and not kept', async (_, request, message) => {
  const before = ses.outbox.all().length;
  const answer = await ses.send(request);
  expect(answer).toMatchObject({ status: 400, error: 'BadRequestException' });
  expect(answer.body.message).toMatch(message);
  expect(ses.outbox.all()).toHaveLength(before);
});

test('50 recipients are taken', async () => {
  expect((await ses.send(to(...many(50)))).status).toBe(200);
});

test('a message of more than 40 MB is refused, one of 40 MB is not', () => {
  // Not over HTTP: signing that much can take longer than a sender of the product waits.
  const read = (bytes: number) =>
    readSubmission(
      Buffer.from(
        JSON.stringify({
          FromEmailAddress: 'raven@example.com',
          ...to('ann@example.com'),
          ...simple({ Data: '' }, { Text: { Data: 'x'.repeat(bytes) } }),
        }),
      ),
    );
  expect(() => read(40 * 1024 * 1024 + 1)).toThrow(
    "Message length is more than 41943040 bytes long: '41943041'.",
  );
  expect(read(40 * 1024 * 1024).mail.text).toHaveLength(40 * 1024 * 1024);
});

test.each([
  ['templates', { Content: { Template: { TemplateName: 'x', TemplateData: '{}' } } }],
  ['TenantName', { TenantName: 'x' }],
  ['ListManagementOptions', { ListManagementOptions: { ContactListName: 'x' } }],
])('what is not served is refused by its name: %s', async (name, request) => {
  const answer = await ses.send(request);
  expect(answer).toMatchObject({ status: 501, error: 'NotServedLocallyException' });
  expect(answer.body.message).toContain(`does not serve ${name}.`);
});

test('another operation is refused by its path', async () => {
  expect(await ses.post('/v2/email/outbound-bulk-emails', '{}')).toMatchObject({
    status: 501,
    body: { message: expect.stringContaining('does not serve POST /v2/email/outbound-bulk-emails') },
  });
});

test('a body that is no JSON object is refused', async () => {
  for (const body of ['', '[', 'null', '"x"'])
    expect(await ses.post('/v2/email/outbound-emails', body)).toMatchObject({ error: 'BadRequestException' });
});
