import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeJwt, decodeProtectedHeader, generateKeyPair, importJWK, SignJWT } from 'jose';
import { type ComposedCloud, newPlace, type Place } from './composedCloud';
import {
  ask,
  demoPerson,
  finished,
  GET_RUN,
  newPerson,
  type Person,
  request,
  START,
  start,
  writePostMortem,
} from './people';
import { isAlive } from './processes';

jest.setTimeout(180_000);

const SECRET = 'The vault code of the owner';

let place: Place;
let cloud: ComposedCloud;
let owner: Person;
let editor: Person;
let stranger: Person;
let postMortemId: string;
let runId: string;

beforeAll(async () => {
  place = await newPlace();
  cloud = await place.start();
  owner = await demoPerson(cloud);
  editor = await newPerson(cloud, 'ligeia@example.com');
  stranger = await newPerson(cloud, 'montresor@example.com');
  postMortemId = await writePostMortem(owner, { title: SECRET, editors: [editor.sub] });
  runId = (await start(owner, request(postMortemId, { text: SECRET }))).id;
  await finished(owner, runId);
});
afterAll(() => place.dispose());

const GET = 'query Get($id: ID!) { getPostMortem(id: $id) { id title owner editors revision } }';
const LIST = 'query Mine($owner: String!) { postMortemsByOwner(owner: $owner) { items { id title } } }';
const RUNS =
  'query Runs($id: ID!) { enhancementsByPostMortem(postMortemId: $id) { items { id source owner } } }';
const UPDATE =
  'mutation Update($input: UpdatePostMortemInput!) { updatePostMortem(input: $input) { id title owner editors } }';
const DELETE = 'mutation Delete($id: ID!) { deletePostMortem(input: { id: $id }) { id } }';
const DELETE_RUN = 'mutation DeleteRun($id: ID!) { deleteEnhancement(input: { id: $id }) { id } }';

// Whatever a test did to the cloud, it is the same process, and the owner finds everything as it was.
afterEach(async () => {
  expect(isAlive(cloud.pid)).toBe(true);
  expect((await owner.ask(GET, { id: postMortemId })).data.getPostMortem).toEqual({
    id: postMortemId,
    title: SECRET,
    owner: owner.sub,
    editors: [editor.sub],
    revision: 1,
  });
  expect((await owner.ask(GET_RUN, { id: runId })).data.getEnhancement).toMatchObject({
    source: SECRET,
    status: 'SUCCEEDED',
    owner: owner.sub,
  });
});

describe('a body of 5 MB', () => {
  const huge = 'x'.repeat(5 * 1024 * 1024);
  const json = { 'content-type': 'application/json' };

  it.each([
    [
      'AppSync',
      () => cloud.endpoints.appSync,
      () => ({ ...json, authorization: owner.token }),
      JSON.stringify({ query: GET, variables: { id: huge } }),
      413,
      /1048576 bytes/,
    ],
    [
      'Cognito',
      () => cloud.endpoints.cognito,
      () => ({ ...json, 'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth' }),
      JSON.stringify({ ClientId: huge }),
      413,
      /bytes/,
    ],
    [
      'Lambda',
      () => `${cloud.endpoints.lambda}/2015-03-31/functions/start/invocations`,
      () => json,
      JSON.stringify({ text: huge }),
      403,
      /sign/i,
    ],
    [
      'Bedrock',
      () => `${cloud.endpoints.bedrock}/model/us.amazon.nova-pro-v1:0/converse`,
      () => json,
      JSON.stringify({ messages: [{ role: 'user', content: [{ text: huge }] }] }),
      403,
      /sign/i,
    ],
  ])('%s answers with a clear refusal', async (_service, url, headers, body, status, message) => {
    const response = await fetch(url(), { method: 'POST', headers: headers(), body });
    expect({ status: response.status, text: await response.text() }).toEqual({
      status,
      text: expect.stringMatching(message),
    });
  });
});

describe('GraphQL that is none', () => {
  const post = async (body: string) => {
    const response = await fetch(cloud.endpoints.appSync, {
      method: 'POST',
      headers: { authorization: owner.token, 'content-type': 'application/json' },
      body,
    });
    return { status: response.status, answer: (await response.json()) as { errors?: { message: string }[] } };
  };

  it.each([
    ['no JSON', '{"query":', /JSON/],
    ['JSON without a query', '{}', /query/],
    ['no body', '', /JSON/],
    ['half a document', JSON.stringify({ query: 'query { getPostMortem(id: "1") {' }), /Syntax Error/],
    [
      'an unknown field',
      JSON.stringify({ query: '{ everybodysPostMortems { id } }' }),
      /everybodysPostMortems/,
    ],
    [
      'a document a thousand levels deep',
      JSON.stringify({ query: `${'{ a '.repeat(1_000)}${'}'.repeat(1_000)}` }),
      /levels/,
    ],
    ['a missing variable', JSON.stringify({ query: GET, variables: {} }), /id/],
    ['a variable of another type', JSON.stringify({ query: GET, variables: { id: { a: 1 } } }), /id/],
  ])('%s gets an error that says so', async (_case, body, message) => {
    const { answer } = await post(body);
    expect(answer.errors?.map((error) => error.message).join(' ')).toMatch(message);
  });
});

describe('a token that is not good', () => {
  const signedWith = async (key: Parameters<SignJWT['sign']>[0], claims: object) =>
    new SignJWT({ ...decodeJwt(owner.token), ...claims })
      .setProtectedHeader({ ...decodeProtectedHeader(owner.token), alg: 'RS256' })
      .sign(key);
  const realKey = () => {
    const { signingKey } = JSON.parse(readFileSync(join(place.state, 'cognito', 'cognito.json'), 'utf8'));
    return importJWK(signingKey, 'RS256');
  };
  const unsigned = () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    return `${part({ alg: 'none' })}.${part(decodeJwt(owner.token))}.`;
  };
  const anHourAgo = Math.floor(Date.now() / 1000) - 3_600;

  it.each([
    ['signed by somebody else', async () => signedWith((await generateKeyPair('RS256')).privateKey, {})],
    ['expired', async () => signedWith(await realKey(), { iat: anHourAgo - 60, exp: anHourAgo })],
    ['of another user pool', async () => signedWith(await realKey(), { iss: 'https://example.com/pool' })],
    ['of another app', async () => signedWith(await realKey(), { client_id: 'another' })],
    ['without a signature', async () => unsigned()],
    ['with another payload', async () => owner.token.replace(/\.[^.]+\./, '.eyJzdWIiOiJtb250cmVzb3IifQ.')],
    ['that is no token', async () => 'nevermore'],
    ['that is empty', async () => ''],
  ])('%s opens nothing', async (_case, makeToken) => {
    const token = await makeToken();
    for (const [query, variables] of [
      [GET, { id: postMortemId }],
      [START, request(postMortemId)],
    ] as const) {
      const answer = await ask(cloud, token, query, variables);
      expect(JSON.stringify(answer)).not.toContain(SECRET);
      expect(answer).toMatchObject({ errors: [{ errorType: 'UnauthorizedException' }] });
    }
  });

  it('signed by the pool and still good opens what it should, so the cases above fail for their reason', async () => {
    const token = await signedWith(await realKey(), {});
    expect((await ask(cloud, token, GET, { id: postMortemId })).data.getPostMortem.title).toBe(SECRET);
  });
});

describe('a run that cannot be started', () => {
  const refusal = async (person: Person, part: object) => {
    const answer = await person.ask(START, request(postMortemId, part));
    expect(answer.data?.startEnhancement ?? null).toBeNull();
    return answer.errors?.map((error) => error.message).join(' ');
  };

  it.each([
    ['an unknown section', { section: 'alibi' }, /no such section.*rootCause/],
    ['an unknown theme', { theme: 'munsters' }, /no such theme.*addams/],
    ['20,001 characters', { text: 'x'.repeat(20_001) }, /20001 characters; at most 20000/],
    ['a control character', { text: 'down at\u001b[31m 14:02' }, /control character at position 8/],
    ['an id with a path in it', { id: '../../etc/passwd' }, /id has 1 to 64 letters/],
    ['a post-mortem that does not exist', { postMortemId: 'none' }, /no such post-mortem/],
    ['somebody’s run under the same id and another text', () => ({ id: runId }), /already names another/],
  ])('for %s says what is wrong', async (_case, part, message) => {
    expect(await refusal(owner, typeof part === 'function' ? part() : part)).toMatch(message);
  });

  it('says the same of somebody else’s post-mortem as of one that does not exist', async () => {
    const foreign = await refusal(stranger, {});
    expect(foreign).toBe(await refusal(stranger, { postMortemId: 'none' }));
    expect(foreign).toMatch(/no such post-mortem/);
  });

  it('does not hand out somebody else’s run to who guesses its id', async () => {
    const own = await writePostMortem(stranger);
    const answer = await stranger.ask(START, request(own, { id: runId, text: SECRET }));
    expect(answer.errors?.[0]?.message).toMatch(/already names another/);
    expect(answer.data?.startEnhancement ?? null).toBeNull();
  });

  it('leaves no record behind', async () => {
    const { items } = (await owner.ask(RUNS, { id: postMortemId })).data.enhancementsByPostMortem;
    expect(items).toEqual([{ id: runId, source: SECRET, owner: owner.sub }]);
  });
});

it('refuses a title of 300 characters, and says what is allowed', async () => {
  await expect(writePostMortem(owner, { title: 'x'.repeat(300) })).rejects.toThrow(/under 200 characters/);
  const answer = await owner.ask(UPDATE, { input: { id: postMortemId, title: 'x'.repeat(300) } });
  expect(answer.errors?.[0]?.message).toMatch(/under 200 characters/);
});

describe('a stranger', () => {
  it.each([
    ['read the post-mortem', GET, () => ({ id: postMortemId })],
    ['read the run', GET_RUN, () => ({ id: runId })],
    ['list the owner’s post-mortems', LIST, () => ({ owner: owner.sub })],
    ['list the runs', RUNS, () => ({ id: postMortemId })],
    ['change the title', UPDATE, () => ({ input: { id: postMortemId, title: 'Mine now' } })],
    ['become the owner', UPDATE, () => ({ input: { id: postMortemId, owner: stranger.sub } })],
    ['become an editor', UPDATE, () => ({ input: { id: postMortemId, editors: [stranger.sub] } })],
    ['delete the post-mortem', DELETE, () => ({ id: postMortemId })],
    ['delete the run', DELETE_RUN, () => ({ id: runId })],
  ])('cannot %s, nor learn anything from the answer', async (_case, query, variables) => {
    const answer = JSON.stringify(await stranger.ask(query, variables()));
    for (const hidden of [SECRET, editor.sub]) expect(answer).not.toContain(hidden);
    expect(answer).toMatch(/Unauthorized|"items":\[\]/);
  });
});

describe('an editor', () => {
  it('reads the post-mortem and starts a run on it, which is his', async () => {
    expect((await editor.ask(GET, { id: postMortemId })).data.getPostMortem.title).toBe(SECRET);
    const own = await start(editor, request(postMortemId));
    expect(await finished(editor, own.id)).toMatchObject({ status: 'SUCCEEDED', owner: editor.sub });
    await editor.ask(DELETE_RUN, { id: own.id });
  });

  it.each([
    ['make himself the owner', UPDATE, () => ({ input: { id: postMortemId, owner: editor.sub } })],
    [
      'let somebody else in',
      UPDATE,
      () => ({ input: { id: postMortemId, editors: [editor.sub, stranger.sub] } }),
    ],
    ['throw the other editors out', UPDATE, () => ({ input: { id: postMortemId, editors: [] } })],
    ['delete the post-mortem', DELETE, () => ({ id: postMortemId })],
    ['delete the owner’s run', DELETE_RUN, () => ({ id: runId })],
  ])('cannot %s', async (_case, query, variables) => {
    const answer = await editor.ask(query, variables());
    expect(answer.errors?.[0]).toMatchObject({ errorType: 'Unauthorized' });
  });
});
