import { decodeWords } from '../../../local/ses/encodings';
import { readMime } from '../../../local/ses/mime';
import fc from '../../properties';
import { raw, type Sender, sender } from './sender';

let ses: Sender;
beforeAll(async () => {
  ses = await sender({ sets: [{ name: 'feedback', destinations: [] }] });
});
afterAll(() => ses.close());

const UNNAMED = { FromEmailAddress: undefined, Destination: undefined };

test('a raw message is shown as its reader sees it', async () => {
  const { status } = await ses.send({
    ...UNNAMED,
    ...raw(
      'From: =?utf-8?B?UsOkdmVu?= <raven@example.com>',
      'To: "Author, Ann" <ann@example.com>, ben@example.com',
      'Bcc: bounce@simulator.amazonses.com',
      'Subject: =?utf-8?Q?Pr=C3=BCfung?=',
      ' =?utf-8?Q?_heute?=',
      'X-Case: 7',
      'X-SES-CONFIGURATION-SET: feedback',
      'X-SES-MESSAGE-TAGS: kind=review, team=sre',
      'Content-Type: multipart/mixed; boundary="out er"',
      '',
      'For programs without MIME.',
      '--out er',
      'Content-Type: multipart/alternative; boundary=inner',
      '',
      '--inner',
      'Content-Type: text/plain; charset=iso-8859-1',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'sch=F6n =',
      'hier',
      '--inner',
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from('<p>schön</p>').toString('base64'),
      '--inner--',
      '--out er',
      "Content-Disposition: attachment; filename*=utf-8''%C3%BCber.txt",
      'Content-Type: text/plain',
      '',
      'four',
      '--out er--',
      'After the end.',
    ),
  });
  expect(status).toBe(200);
  expect(ses.newest()).toMatchObject({
    from: 'Räven <raven@example.com>',
    to: ['Author, Ann <ann@example.com>', 'ben@example.com'],
    bcc: ['bounce@simulator.amazonses.com'],
    subject: 'Prüfung heute',
    text: 'schön hier',
    html: '<p>schön</p>',
    headers: [{ name: 'X-Case', value: '7' }],
    tags: [
      { name: 'kind', value: 'review' },
      { name: 'team', value: 'sre' },
    ],
    configurationSet: 'feedback',
    attachments: [{ name: 'über.txt', contentType: 'text/plain', bytes: 4 }],
  });
  expect(ses.newest().results.map(({ state }) => state)).toEqual(['delivered', 'delivered', 'bounced']);
});

test('recipients of the request stand before those of the header', async () => {
  await ses.send({
    ...raw('From: raven@example.com', 'To: everybody@example.com', '', 'x'),
    Destination: { ToAddresses: ['ann@example.com'] },
  });
  expect(ses.newest().to).toEqual(['ann@example.com']);
});

test.each([
  ['without a header', ['just words'], /has no header/],
  ['without a sender', ['To: ann@example.com', '', 'x'], /Missing required header 'From'/],
  [
    'with a line that no server takes',
    ['From: a@example.com', 'To: ann@example.com', '', 'x'.repeat(999)],
    /longer than 998/,
  ],
  [
    'of parts that nothing parts',
    ['From: a@example.com', 'To: b@example.com', 'Content-Type: multipart/mixed', '', 'x'],
    /names no boundary/,
  ],
])('a raw message %s is a bad request', async (_, lines, message) => {
  const answer = await ses.send({ ...UNNAMED, ...raw(...lines) });
  expect(answer).toMatchObject({ status: 400, error: 'BadRequestException' });
  expect(answer.body.message).toMatch(message);
});

test('parts within parts without end are refused rather than followed', () => {
  const nested = (depth: number): string =>
    depth === 0
      ? 'x'
      : `Content-Type: multipart/mixed; boundary=b${depth}\n\n--b${depth}\n${nested(depth - 1)}\n--b${depth}--`;
  expect(() => readMime(Buffer.from(nested(19)))).not.toThrow();
  expect(() => readMime(Buffer.from(nested(40)))).toThrow(/more than 20 deep/);
});

test('any text that was encoded as mail programs do is read as it was written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
      const bytes = Buffer.from(text);
      const quoted = [...bytes]
        .map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
        .join('');
      expect(decodeWords(`=?UTF-8?B?${bytes.toString('base64')}?=`)).toBe(text);
      expect(decodeWords(`=?utf-8?q?${quoted}?=`)).toBe(text);
      const mail = `From: a@b.c\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${bytes.toString('base64')}`;
      expect(readMime(Buffer.from(mail)).text).toBe(text.replaceAll('\r\n', '\n'));
    }),
  );
});

test('any bytes at all are read or refused, and never break the reader', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      try {
        readMime(Buffer.from(bytes));
      } catch (error) {
        expect(error).toMatchObject({ errorType: 'BadRequestException' });
      }
    }),
  );
});
