import type { Statement } from '../../../local/iam';
import { raw, type Sender, sender } from './sender';

const arn = (rest: string) => `arn:aws:ses:us-east-1:000000000000:${rest}`;
const allow = (Resource: string | string[], more: Partial<Statement> = {}): Statement => ({
  Effect: 'Allow',
  Action: 'ses:SendEmail',
  Resource,
  ...more,
});
const RAW = raw('From: raven@example.com', 'To: ann@example.com', '', 'x');

const senders: Sender[] = [];
const withPolicy = async (
  policy: Statement[],
  backend: Omit<Parameters<typeof sender>[0] & object, 'policy'> = {},
) => {
  const made = await sender({ ...backend, policy });
  senders.push(made);
  return made;
};
afterAll(() => Promise.all(senders.map((one) => one.close())));

const DENIED = { status: 403, error: 'AccessDeniedException' };

test('who may send from an address may not from another one', async () => {
  const { send } = await withPolicy([allow(arn('identity/raven@example.com'))]);
  expect((await send()).status).toBe(200);
  const answer = await send({ FromEmailAddress: 'crow@example.com' });
  expect(answer).toMatchObject(DENIED);
  expect(answer.body.message).toContain(
    `not authorized to perform: ses:SendEmail on resource: ${arn('identity/crow@example.com')}`,
  );
});

test('who may send from a domain may from every address in it, but one that is denied', async () => {
  const { send } = await withPolicy([
    allow(arn('identity/example.com')),
    { Effect: 'Deny', Action: 'ses:*', Resource: arn('identity/crow@example.com') },
  ]);
  expect((await send()).status).toBe(200);
  expect(await send({ FromEmailAddress: 'crow@example.com' })).toMatchObject(DENIED);
  expect(await send({ FromEmailAddress: 'raven@example.org' })).toMatchObject(DENIED);
});

test('raw content needs its own permission, as on AWS', async () => {
  const { send } = await withPolicy([allow('*')]);
  const answer = await send(RAW);
  expect(answer).toMatchObject(DENIED);
  expect(answer.body.message).toContain('ses:SendRawEmail');
  const both = await withPolicy([allow('*', { Action: 'ses:Send*' })]);
  expect((await both.send(RAW)).status).toBe(200);
});

test('a policy may ask for the sender’s address', async () => {
  const { send } = await withPolicy([
    allow('*', { Condition: { StringEquals: { 'ses:FromAddress': 'raven@example.com' } } }),
  ]);
  expect((await send({ FromEmailAddress: 'Raven <raven@example.com>' })).status).toBe(200);
  expect(await send({ FromEmailAddress: 'crow@example.com' })).toMatchObject(DENIED);
});

test('a condition that is not served is said in the terminal rather than guessed', async () => {
  const { send, failures } = await withPolicy([
    allow('*', { Condition: { 'ForAllValues:StringLike': { 'ses:Recipients': ['*@example.com'] } } }),
  ]);
  expect((await send()).status).toBe(500);
  expect(String(failures)).toContain('Condition ForAllValues:StringLike ses:Recipients');
});

test('a configuration set needs a permission beside that of the sender', async () => {
  const sets = [{ name: 'feedback', destinations: [] }];
  const request = { ConfigurationSetName: 'feedback' };
  const identity = allow(arn('identity/example.com'));
  const without = await withPolicy([identity], { sets });
  expect((await without.send(request)).body.message).toContain(arn('configuration-set/feedback'));
  const both = await withPolicy([identity, allow(arn('configuration-set/feedback'))], { sets });
  expect((await both.send(request)).status).toBe(200);
  expect(both.newest().configurationSet).toBe('feedback');
});

test('a configuration set that the backend does not have is not found', async () => {
  const { send } = await withPolicy([allow('*')]);
  expect(await send({ ConfigurationSetName: 'feedback' })).toMatchObject({
    status: 404,
    error: 'NotFoundException',
  });
});

describe('a backend with identities', () => {
  const identities = [{ name: 'Example.com', configurationSet: 'feedback' }, { name: 'one@raven.example' }];
  const sets = [{ name: 'feedback', destinations: [] }];

  test.each(['raven@example.com', 'raven@mail.EXAMPLE.com', 'one@raven.example'])(
    'sends from %s',
    async (from) => {
      const { send } = await withPolicy([allow('*')], { identities, sets });
      expect((await send({ FromEmailAddress: from })).status).toBe(200);
    },
  );

  test.each(['raven@example.org', 'two@raven.example', 'raven@notexample.com'])(
    'sends nothing from %s, which none of them covers',
    async (from) => {
      const { send, outbox } = await withPolicy([allow('*')], { identities, sets });
      expect(await send({ FromEmailAddress: from })).toEqual({
        status: 400,
        error: 'MessageRejected',
        body: expect.objectContaining({
          message: `Email address is not verified. The following identities failed the check in region US-EAST-1: ${from}`,
        }),
      });
      expect(outbox.all()).toEqual([]);
    },
  );

  test('uses the configuration set of the sender’s identity for mail that names none', async () => {
    const made = await withPolicy([allow('*')], { identities, sets });
    await made.send();
    expect(made.newest().configurationSet).toBe('feedback');
  });
});
