import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { SCOPES } from '../../../lambda/mcp/scopes';
import { tokenVerifier } from '../../../lambda/mcp/tokens';

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;
const ISSUER = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_pool';

let own: Keys;
let foreign: Keys;
let server: Server;
let jwksUrl: string;

beforeAll(async () => {
  [own, foreign] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  server = createServer((_, response) => response.end(JSON.stringify({ keys: [jwk] })));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  jwksUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => new Promise((done) => server.close(done)));

const CLAIMS = {
  sub: 'poe',
  token_use: 'access',
  client_id: 'app',
  scope: 'aws.cognito.signin.user.admin',
};
const signed = (claims: object = {}, { keys = own, issuer = ISSUER, expires = '1h' } = {}) =>
  new SignJWT({ ...CLAIMS, ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: 'one' })
    .setIssuer(issuer)
    .setExpirationTime(expires)
    .sign(keys.privateKey);
const verified = async (token: string, more: Partial<Parameters<typeof tokenVerifier>[0]> = {}) =>
  tokenVerifier({
    issuer: ISSUER,
    jwksUrl,
    appClient: 'app',
    otherClients: ['assistant'],
    ...more,
  }).verifyAccessToken(token);

test('an access token of the app counts for reading and writing; one of an assistant’s client for what it says', async () => {
  const { scopes, extra, clientId } = await verified(await signed());
  expect([clientId, extra]).toEqual(['app', { sub: 'poe' }]);
  expect(scopes).toEqual(expect.arrayContaining([SCOPES.read, SCOPES.write]));
  const said = async (scope: unknown) =>
    (await verified(await signed({ client_id: 'assistant', scope }))).scopes;
  expect(await said('openid nevermore/read')).toEqual(['openid', SCOPES.read]);
  // What only the app's own sign-in has is worth nothing to another client.
  expect(await said('aws.cognito.signin.user.admin')).toEqual(['aws.cognito.signin.user.admin']);
  expect(await said(undefined)).toEqual([]);
});

test('an expired, foreign, tampered or id token is refused, and one for another app or for nobody', async () => {
  const good = await signed();
  const refused: [Promise<string> | string, string][] = [
    [signed({}, { expires: '-1m' }), 'expired'],
    [signed({}, { keys: foreign }), 'not one of this server'],
    [signed({}, { issuer: `${ISSUER}2` }), 'not one of this server'],
    [`${good.slice(0, -6)}AAAAAA`, 'not one of this server'],
    [`${good.split('.')[0]}.${good.split('.')[1]}.`, 'not one of this server'],
    ['', 'not one of this server'],
    [signed({ token_use: 'id', aud: 'app' }), 'no access token'],
    [signed({ client_id: 'other' }), 'another app'],
    [signed({ client_id: undefined }), 'another app'],
    [signed({ client_id: ['app'] }), 'another app'],
    [signed({ sub: undefined }), 'names nobody'],
  ];
  for (const [token, words] of refused)
    await expect(verified(await token)).rejects.toMatchObject({
      code: 'invalid_token',
      message: expect.stringContaining(words),
    });
});

test('when the keys cannot be had, it is the server’s fault and not the token’s', async () => {
  await expect(verified(await signed(), { jwksUrl: 'http://127.0.0.1:1/' })).rejects.toMatchObject({
    code: 'server_error',
  });
});
