import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ComposedCloud, newPlace, type Place } from './composedCloud';
import { demoPerson, type Person } from './people';
import { until } from './processes';

jest.setTimeout(120_000);

let place: Place;
let cloud: ComposedCloud;
let demo: Person;

beforeAll(async () => {
  place = await newPlace('stock');
  cloud = await place.start();
  demo = await demoPerson(cloud);
});
afterAll(() => place.dispose());

const CLERK =
  'query Clerk($ask: String!, $name: String, $text: String) { clerk(ask: $ask, name: $name, text: $text) }';
const COPY = 'mutation Copy($key: String!) { copyWhenThere(key: $key) { success } }';

/** What the function answers when it is asked through the API. */
async function clerk(ask: string, name?: string, text?: string) {
  const { data, errors } = await demo.ask(CLERK, { ask, name, text });
  return errors ? errors : JSON.parse(data.clerk);
}

test('a secret that nobody has set is named, with the file to write it into; then it is there', async () => {
  expect(await clerk('secret')).toEqual([
    expect.objectContaining({
      message: expect.stringMatching(/secret MAIL_KEY is not set.*secrets\.json.*\{"MAIL_KEY": "…"\}/),
    }),
  ]);
  writeFileSync(join(place.state, 'secrets.json'), '{"MAIL_KEY":"quoth"}');
  expect(await clerk('secret')).toBe('quoth');
});

test('a function reads its backend’s parameters and the API’s description, as Amplify’s code does', async () => {
  expect(await clerk('environment', 'AMPLIFY_DATA_GRAPHQL_ENDPOINT')).toBe(cloud.endpoints.appSync);
  expect(await clerk('environment', 'FILES_BUCKET_NAME')).toMatch(/^filesbucket/);
  expect(await clerk('introspection')).toEqual(['Note']);
});

test('files that a function has put are there after a kill -9', async () => {
  const key = 'reports/März 1+2/summary.txt';
  expect(await clerk('put', key, 'Nothing more.')).toBeNull();
  expect(await clerk('put', 'reports/old.txt', 'x')).toBeNull();
  await cloud.kill();
  cloud = await place.start();
  demo = await demoPerson(cloud);
  expect(await clerk('get', key)).toEqual({
    text: 'Nothing more.',
    ContentType: 'text/plain',
    Metadata: { by: 'clerk' },
  });
  expect(await clerk('delete', 'reports/old.txt')).toBeNull();
  expect(await clerk('list', 'reports/')).toEqual([key]);
  expect(await clerk('get', 'reports/old.txt')).toMatchObject({ error: 'NoSuchKey' });
});

test('what a function has embedded and put is found by its meaning after a kill -9, and it may do no more', async () => {
  expect(await clerk('environment', 'LETTERS_INDEX')).toMatch(
    /^arn:aws:s3vectors:us-east-1:000000000000:bucket\/[a-z0-9]+\/index\/letters[a-z0-9]*$/,
  );
  expect(await clerk('file', 'outage', 'The database was down for an hour.')).toMatch(/^offline-embedder /);
  await clerk('file', 'certificate', 'Nobody renewed the certificate of the gateway.');
  await clerk('file', 'short', 'db');
  await cloud.kill();
  cloud = await place.start();
  demo = await demoPerson(cloud);
  expect(await clerk('recall', 'postgres outage')).toEqual([
    { key: 'outage', metadata: { length: 34, text: 'The database was down for an hour.' } },
  ]);
  expect(await clerk('recall', 'TLS expired')).toMatchObject([{ key: 'certificate' }]);
  expect(await clerk('forget', 'outage')).toMatchObject({
    error: 'AccessDeniedException',
    message: expect.stringContaining('s3vectors:DeleteVectors'),
  });
});

test('a function reaches the files that its backend grants, and no others', async () => {
  expect(await clerk('put', 'letters/1.txt', 'x')).toMatchObject({
    error: 'AccessDenied',
    message: expect.stringContaining('not authorized to perform: s3:PutObject'),
  });
  expect(await clerk('list', 'letters/')).toMatchObject({ error: 'AccessDenied' });
  expect(await clerk('list')).toMatchObject({ error: 'AccessDenied' });
});

test.each([
  ['sts', 'whoAmI', 'AWS_ENDPOINT_URL_STS'],
  ['kms', 'keys', 'AWS_ENDPOINT_URL_KMS'],
])('a service that is not served is refused by its name: %s', async (service, ask, variable) => {
  expect(await clerk(ask)).toEqual({
    error: 'NotServedLocallyException',
    message: expect.stringContaining(
      `does not serve ${service}, and no function that runs in it reaches AWS`,
    ),
  });
  expect(cloud.log.join('\n')).toContain(variable);
});

test('an address of AWS in a function’s code does not lead out of this computer', async () => {
  const url = 'https://sqs.us-east-1.amazonaws.com/000000000000/queue';
  expect(await clerk('fetch', url)).toMatchObject({
    cause: expect.stringContaining('sqs.us-east-1.amazonaws.com is AWS, and no function'),
  });
});

test('an asynchronous handler has only begun when the mutation is answered', async () => {
  expect(await demo.ask(COPY, { key: 'reports/later' })).toEqual({
    data: { copyWhenThere: { success: true } },
  });
  // Only now is there what it waits for.
  await clerk('put', 'reports/later', 'Some late visitor.');
  await until(async () => (await clerk('list', 'reports/later')).includes('reports/later.copy'));
  expect(await clerk('get', 'reports/later.copy')).toMatchObject({ text: 'Some late visitor.' });
});

const sent = async () => (await (await fetch(`${cloud.endpoints.outbox}.json`)).json()).messages;

test('mail that a function sends is in the outbox, after a kill -9 too', async () => {
  const { MessageId } = await clerk('mail', 'ann@example.com', 'raven@nevermore.example');
  const [mail] = await sent();
  expect(mail).toMatchObject({
    id: MessageId,
    from: 'raven@nevermore.example',
    subject: 'Nevermore',
    state: 'sent',
  });
  await cloud.kill();
  cloud = await place.start();
  demo = await demoPerson(cloud);
  expect(await sent()).toEqual([mail]);
});

test('mail that bounces is told to the function whose rule waits for it', async () => {
  const { MessageId } = await clerk('mail', 'bounce@simulator.amazonses.com', 'raven@nevermore.example');
  const told = await until(async () => {
    const { text } = await clerk('get', `reports/bounced-${MessageId}`);
    return text as string | undefined;
  });
  expect(JSON.parse(told).bouncedRecipients).toMatchObject([
    { emailAddress: 'bounce@simulator.amazonses.com' },
  ]);
  expect((await sent())[0]).toMatchObject({
    state: 'bounced',
    configurationSet: expect.stringMatching(/Feedback/),
  });
});

test('a function sends from no address that its backend does not verify, or does not grant', async () => {
  expect(await clerk('mail', 'ann@example.com', 'raven@elsewhere.example')).toMatchObject({
    message: expect.stringContaining('not authorized to perform: ses:SendEmail'),
  });
});

test('a function posts to a webhook of the local cloud', async () => {
  expect(await clerk('post', `${cloud.endpoints.webhooks}team`, 'Review waits')).toBe('ok');
  expect((await sent())[0]).toMatchObject({ kind: 'webhook', name: 'team', text: 'Review waits' });
});
