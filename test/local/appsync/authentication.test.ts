import { generateKeyPair, SignJWT } from 'jose';
import { type RunningApi, startApi } from './runningApi';
import { fixtureAssembly } from './synthesized';
import { CLIENT_ID, ISSUER } from './userPoolTokens';

let running: RunningApi;
const QUERY = JSON.stringify({ query: '{ listRevisions { items { text } } }' });
const SECONDS = Math.floor(Date.now() / 1000);

beforeAll(async () => {
  running = await startApi(await fixtureAssembly(), async () => ({ postMortemId: '1', text: 'x' }));
}, 120_000);

afterAll(async () => {
  await running?.close();
});

const refusal = (errorType: string, message: string) => ({ errors: [{ errorType, message }] });
const INVALID = refusal('UnauthorizedException', 'Valid authorization header not provided.');

describe('a token', () => {
  test('of the pool and the client lets in, with or without Bearer, access as well as id', async () => {
    const access = await running.pool.accessToken('ada');
    const id = await running.pool.accessToken('ada', [], {
      token_use: 'id',
      aud: CLIENT_ID,
      client_id: undefined,
      username: undefined,
      'cognito:username': 'sub-ada',
    });
    for (const authorization of [access, `Bearer ${access}`, id]) {
      expect(await running.post({ authorization }, QUERY)).toMatchObject({
        status: 200,
        body: { data: { listRevisions: { items: [] } } },
      });
    }
  });

  test('that has expired is refused in words of its own', async () => {
    const authorization = await running.pool.accessToken('ada', [], { exp: SECONDS - 1 });
    expect(await running.post({ authorization }, QUERY)).toEqual({
      status: 401,
      body: refusal('UnauthorizedException', 'Token has expired.'),
    });
  });

  test.each([
    ['of another pool', { iss: `${ISSUER}x` }],
    ['of another client', { client_id: 'other' }],
    ['of another use', { token_use: 'refresh' }],
    ['of an id token for another client', { token_use: 'id', aud: 'other' }],
    ['without an expiry', { exp: undefined }],
    ['without a user', { sub: undefined }],
  ])('%s is refused', async (_, changes) => {
    const authorization = await running.pool.accessToken('ada', [], changes);
    expect(await running.post({ authorization }, QUERY)).toEqual({ status: 401, body: INVALID });
  });

  test('that is forged is refused: another key, a changed payload, no signature, the public key as a secret', async () => {
    const good = await running.pool.accessToken('ada');
    const [head = '', payload = '', signature = ''] = good.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const { privateKey } = await generateKeyPair('RS256');
    const otherKey = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: 'pool-key' })
      .sign(privateKey);
    const asSecret = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', kid: 'pool-key' })
      .sign(new TextEncoder().encode(JSON.stringify(running.pool.trust.jwks.keys[0])));
    for (const authorization of [
      otherKey,
      asSecret,
      `${head}.${encode({ ...claims, sub: 'sub-bob' })}.${signature}`,
      `${encode({ alg: 'none' })}.${payload}.`,
      `${head}.${payload}.`,
      'not-a-token',
      'Bearer ',
    ]) {
      expect(await running.post({ authorization }, QUERY)).toEqual({ status: 401, body: INVALID });
    }
  });

  test('is needed', async () => {
    expect(await running.post({}, QUERY)).toEqual({
      status: 401,
      body: refusal('UnauthorizedException', 'Missing authorization header'),
    });
  });
});

describe('an API key', () => {
  test('of the API sees what the rules give it, and no more', async () => {
    const key = { 'x-api-key': running.assembly.api.apiKeys[0] ?? '' };
    expect((await running.post(key, QUERY)).body.data).toEqual({ listRevisions: { items: [] } });
    const denied = await running.post(key, JSON.stringify({ query: '{ listPostMortems { items { id } } }' }));
    expect(denied.body.errors?.[0]).toMatchObject({ errorType: 'Unauthorized' });
  });

  test('that is guessed is refused', async () => {
    expect(await running.post({ 'x-api-key': 'da2-guess' }, QUERY)).toMatchObject({ status: 401 });
  });
});

describe('a signature', () => {
  const CREATE = JSON.stringify({
    query: 'mutation { createRevision(input: { postMortemId: "p", number: 1, text: "a" }) { text } }',
  });
  const named = (part: string) =>
    running.assembly.functions.find(({ name }) => name.startsWith(part))?.name ?? '';

  test('lets a function in where its policy allows the field', async () => {
    const { credentialsFor } = running.authorizer;
    const good = await running.signed(credentialsFor(named('enhance')), CREATE);
    expect((await running.post(good, CREATE)).body).toEqual({ data: { createRevision: { text: 'a' } } });
    const other = await running.signed(credentialsFor(named('Durable')), CREATE);
    expect((await running.post(other, CREATE)).body).toMatchObject({
      data: { createRevision: null },
      errors: [
        {
          errorType: 'Unauthorized',
          message: 'Not Authorized to access createRevision on type Mutation',
          path: ['createRevision'],
        },
      ],
    });
  });

  test('that is forged, foreign or for another body is refused in the words of AWS', async () => {
    const keys = running.authorizer.credentialsFor(named('enhance'));
    const forged = await running.signed({ ...keys, secretAccessKey: 'guess' }, CREATE);
    expect(await running.post(forged, CREATE)).toMatchObject({
      status: 403,
      body: { errors: [{ errorType: 'InvalidSignatureException' }] },
    });
    const foreign = await running.signed({ ...keys, accessKeyId: 'AKIAFOREIGN' }, CREATE);
    expect(await running.post(foreign, CREATE)).toEqual({
      status: 403,
      body: refusal('UnrecognizedClientException', 'The security token included in the request is invalid.'),
    });
    const good = await running.signed(keys, CREATE);
    expect(await running.post(good, CREATE.replace('"a', '"b'))).toMatchObject({ status: 403 });
  });
});
