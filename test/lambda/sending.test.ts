import { mailThroughSes } from '../../lambda/mail';
import { channelAt } from '../../lambda/webhook';

const MAIL = { to: 'ann@example.com', subject: 'Please read', text: 'It is short.', tags: {} };

/** What becomes of a mail to which SES answers so. */
const mailed = (response: Response | Error) =>
  mailThroughSes('raven@example.com', undefined, async () => {
    if (response instanceof Error) throw response;
    return response;
  })(MAIL);
/** What becomes of a message to which a channel answers so. */
const posted = (response: Response | Error) =>
  channelAt('https://hooks.example.com/services/1', async () => {
    if (response instanceof Error) throw response;
    return response;
  })(MAIL);

const answer = (status: number, body = '', type?: string) =>
  new Response(body, { status, headers: { ...(type && { 'x-amzn-errortype': type }) } });
const cut = () => {
  const body = new ReadableStream({ start: (controller) => controller.error(new Error('cut off')) });
  return new Response(body, { status: 200 });
};

test.each([
  ['no answer', new Error('no answer')],
  ['a gateway that lost the answer', answer(502, '<html>Bad gateway</html>')],
  ['a gateway that waited too long for it', answer(504, '<html>Gateway timeout</html>')],
  ['a yes that names no message', answer(200, '{}')],
  ['a yes that is no JSON', answer(200, 'OK')],
  ['a yes that broke off', cut()],
])('a mail that got %s may have left, and is not sent again by itself', async (_, response) => {
  await expect(mailed(response)).rejects.toMatchObject({
    name: 'SendFailedError',
    is: { mayHaveLeft: true, isLasting: false },
  });
});

test.each([
  ['is busy', answer(429, '{"message":"slow"}', 'TooManyRequestsException'), false],
  ['is away', answer(503, '', 'ServiceUnavailable'), false],
  ['refuses the sender', answer(400, '{"message":"not verified"}', 'MessageRejected'), true],
])('a mail that SES has not taken because it %s has not left', async (_, response, isLasting) => {
  await expect(mailed(response)).rejects.toMatchObject({ is: { mayHaveLeft: false, isLasting } });
});

test('a mail that SES names has left', async () => {
  expect(await mailed(answer(200, '{"MessageId":"m-1"}'))).toBe('m-1');
});

test.each([
  ['no answer', new Error('no answer')],
  ['a gateway that lost the answer', answer(502)],
  ['a gateway that waited too long for it', answer(504)],
])(
  'a message to a channel that got %s may have left, and is not posted again by itself',
  async (_, response) => {
    await expect(posted(response)).rejects.toMatchObject({
      name: 'SendFailedError',
      is: { mayHaveLeft: true, isLasting: false },
    });
  },
);

test.each([
  [429, false],
  [503, false],
  [404, true],
])('a message that a channel answers with %d has not left', async (status, isLasting) => {
  await expect(posted(answer(status))).rejects.toMatchObject({ is: { mayHaveLeft: false, isLasting } });
});
