import { randomBytes } from 'node:crypto';
import { SignJWT } from 'jose';
import { APP, clientId, password, type RunningPool, runPool, userPoolId } from './userPool';

const email = 'prospero@example.com';
const ClientId = clientId;
let pool: RunningPool;

beforeEach(async () => {
  pool = await runPool();
});

afterEach(async () => {
  // Whatever was sent: the server is up, and blames nothing on itself.
  expect((await pool.call('ForgotPassword', { ClientId, Username: 'any@example.com' })).status).toBe(200);
  expect(pool.failures).toEqual([]);
  await pool.dispose();
});

const startSignIn = (Username: string, SRP_A = randomBytes(384).toString('hex')) =>
  pool.call('InitiateAuth', {
    ClientId,
    AuthFlow: 'USER_SRP_AUTH',
    AuthParameters: { USERNAME: Username, SRP_A },
  });

const challengeOf = async (username: string) =>
  (await startSignIn(username)).body.ChallengeParameters as Record<string, string>;

describe('malformed requests', () => {
  it.each([
    ['not JSON', '{"ClientId":', 'SerializationException', 'not valid JSON'],
    ['a list', '[]', 'SerializationException', 'must be a JSON object'],
    ['null', 'null', 'SerializationException', 'must be a JSON object'],
    ['nothing at all', '', 'InvalidParameterException', 'ClientId'],
    ['a number for a name', { ClientId, Username: 7 }, 'SerializationException', 'Username must be a string'],
    ['an endless name', { ClientId, Username: 'x'.repeat(9000) }, 'InvalidParameterException', 'longer than'],
    ['no name', { ClientId }, 'InvalidParameterException', 'Username'],
    ['another client', { ClientId: 'stranger', Username: email }, 'ResourceNotFoundException', 'stranger'],
    ['a prototype', '{"__proto__":{"ClientId":"x"}}', 'InvalidParameterException', 'ClientId'],
  ])('%s gets a clear answer', async (_, body, type, message) => {
    const answer = await pool.call('ForgotPassword', body);
    expect(answer).toEqual({
      status: 400,
      body: { __type: type, message: expect.stringContaining(message) },
    });
  });

  it('answers a body that is too large with 413, also when more of it keeps coming', async () => {
    const answer = await pool.call('SignUp', { ClientId, Username: 'x'.repeat(5_000_000) });
    expect(answer).toMatchObject({ status: 413, body: { __type: 'RequestEntityTooLargeException' } });
  });

  it.each(['AdminDeleteUser', 'constructor', '__proto__', ''])(
    'names the unknown operation "%s"',
    async (name) => {
      const { status, body } = await pool.call(name, { ClientId });
      expect(status).toBe(400);
      expect(body).toMatchObject({ __type: 'UnknownOperationException' });
      expect(body.message).toContain(`"${name}"`);
    },
  );

  it('names flows and challenges that the client does not have', async () => {
    const flow = await pool.call('InitiateAuth', { ClientId, AuthFlow: 'USER_PASSWORD_AUTH' });
    expect(flow.body.message).toBe('USER_PASSWORD_AUTH flow not enabled for this client');
    const other = await pool.call('InitiateAuth', { ClientId, AuthFlow: 'MAGIC' });
    expect(other.body.message).toContain('MAGIC');
    const challenge = await pool.call('RespondToAuthChallenge', { ClientId, ChallengeName: 'SMS_MFA' });
    expect(challenge.body.message).toContain('SMS_MFA');
  });

  it.each([
    ['sub', 'NotAuthorizedException'],
    ['email_verified', 'NotAuthorizedException'],
    ['cognito:groups', 'NotAuthorizedException'],
    ['custom:admin', 'InvalidParameterException'],
    ['__proto__', 'InvalidParameterException'],
  ])('lets nobody sign up with the attribute %s', async (Name, type) => {
    const UserAttributes = [{ Name, Value: 'true' }];
    const answer = await pool.call('SignUp', {
      ClientId,
      Username: email,
      Password: password,
      UserAttributes,
    });
    expect(answer.body.__type).toBe(type);
    expect(pool.codes).toEqual([]);
  });

  it.each(['', 'nobody', 'a@b', 'two words@example.com', `${'x'.repeat(130)}@example.com`])(
    'takes no account for the address "%s"',
    async (Username) => {
      const answer = await pool.call('SignUp', { ClientId, Username, Password: password });
      expect(answer.body.__type).toBe('InvalidParameterException');
    },
  );
});

describe('somebody without a password', () => {
  it.each([
    ['zero', '0'],
    ['no number', 'xyz'],
    ['too long', 'f'.repeat(2000)],
  ])('gets nowhere with an SRP_A that is %s', async (_, SRP_A) => {
    await pool.seedUser({ email, password });
    expect((await startSignIn(email, SRP_A)).body.__type).toBe('InvalidParameterException');
  });

  it('cannot tell an unknown address from a known one by what sign-in asks and answers', async () => {
    await pool.seedUser({ email, password });
    const known = await challengeOf(email);
    const unknown = await challengeOf('nobody@example.com');
    const again = await challengeOf('Nobody@Example.com');
    expect(Object.keys(unknown)).toEqual(Object.keys(known));
    expect(unknown.USER_ID_FOR_SRP).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect({ id: again.USER_ID_FOR_SRP, salt: again.SALT }).toEqual({
      id: unknown.USER_ID_FOR_SRP,
      salt: unknown.SALT,
    });
    const answers = [known, unknown].map(({ SECRET_BLOCK, USERNAME }) =>
      pool.call('RespondToAuthChallenge', {
        ClientId,
        ChallengeName: 'PASSWORD_VERIFIER',
        ChallengeResponses: {
          USERNAME,
          PASSWORD_CLAIM_SECRET_BLOCK: SECRET_BLOCK,
          PASSWORD_CLAIM_SIGNATURE: randomBytes(32).toString('base64'),
          TIMESTAMP: 'Mon Nov 23 12:00:00 UTC 2026',
        },
      }),
    );
    const refusal = { __type: 'NotAuthorizedException', message: 'Incorrect username or password.' };
    for (const answer of await Promise.all(answers)) expect(answer).toEqual({ status: 400, body: refusal });
  });

  it('cannot tell who has an account by asking for a new password or a new code', async () => {
    await pool.seedUser({ email, password });
    const known = await pool.call('ForgotPassword', { ClientId, Username: email });
    const unknown = await pool.call('ForgotPassword', { ClientId, Username: 'poe@example.com' });
    expect(unknown).toEqual(known);
    expect(pool.codes).toHaveLength(1);
    const wrong = { ClientId, ConfirmationCode: 'xxxxxx', Password: 'Only-this-1-more' };
    const answers = [email, 'poe@example.com'].map((Username) =>
      pool.call('ConfirmForgotPassword', { ...wrong, Username }),
    );
    const [first, second] = await Promise.all(answers);
    expect(first).toEqual(second);
    expect(
      (await pool.call('ResendConfirmationCode', { ClientId, Username: 'poe@example.com' })).status,
    ).toBe(200);
    expect(pool.codes).toHaveLength(1);
  });

  it('cannot make up the session of a first sign-in', async () => {
    await pool.seedUser({ email, password, temporaryPassword: true });
    const { SECRET_BLOCK } = await challengeOf(email);
    for (const Session of ['made-up', SECRET_BLOCK]) {
      const answer = await pool.call('RespondToAuthChallenge', {
        ClientId,
        ChallengeName: 'NEW_PASSWORD_REQUIRED',
        Session,
        ChallengeResponses: { NEW_PASSWORD: 'Only-this-1-more' },
      });
      expect(answer.body.__type).toBe('NotAuthorizedException');
    }
  });
});

describe('tokens', () => {
  const getUser = (AccessToken: string) => pool.call('GetUser', { AccessToken });

  it.each([
    ['garbage', 'x.y.z'],
    ['unsigned', `${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`],
  ])('that are %s are refused', async (_, token) => {
    expect((await getUser(token)).body).toMatchObject({
      __type: 'NotAuthorizedException',
      message: 'Invalid Access Token',
    });
  });

  it('signed with the public key as a shared secret are refused', async () => {
    const { sub } = await pool.seedUser({ email, password });
    const forged = await new SignJWT({ sub, token_use: 'access', client_id: clientId, iss: pool.issuer })
      .setProtectedHeader({ alg: 'HS256', kid: pool.jwks.keys[0]?.kid })
      .setExpirationTime('1h')
      .sign(Buffer.from(String(pool.jwks.keys[0]?.n)));
    expect((await getUser(forged)).body.message).toBe('Invalid Access Token');
  });

  it('to refresh with that nobody issued are refused, and revoking them changes nothing', async () => {
    const refreshed = await pool.call('GetTokensFromRefreshToken', { ClientId, RefreshToken: 'made-up' });
    expect(refreshed.body).toEqual({ __type: 'NotAuthorizedException', message: 'Invalid Refresh Token' });
    expect((await pool.call('RevokeToken', { ClientId, Token: 'made-up' })).status).toBe(200);
  });
});

describe('a browser', () => {
  it('may call from the app’s own pages, and from no other', async () => {
    const preflight = await fetch(pool.endpoint, {
      method: 'OPTIONS',
      headers: {
        origin: APP,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type,x-amz-target,x-amz-user-agent,cache-control',
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe(APP);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('x-amz-target');
    const answer = await fetch(pool.endpoint, { method: 'POST', headers: { origin: APP }, body: '{}' });
    expect(answer.headers.get('access-control-allow-origin')).toBe(APP);
    await answer.text();
    for (const method of ['OPTIONS', 'POST']) {
      const headers = { origin: 'http://evil.example' };
      const refused = await fetch(pool.endpoint, {
        method,
        headers,
        ...(method === 'POST' && { body: '{}' }),
      });
      expect(refused.status).toBe(403);
      expect(refused.headers.get('access-control-allow-origin')).toBeNull();
      expect(await refused.json()).toMatchObject({ __type: 'ForbiddenException' });
    }
  });

  it('finds the keys by way of the openid-configuration', async () => {
    const address = `${pool.endpoint}/${userPoolId}/.well-known/openid-configuration`;
    const configuration = (await (await fetch(address)).json()) as { issuer: string; jwks_uri: string };
    expect(configuration.issuer).toBe(pool.issuer);
    expect(await (await fetch(configuration.jwks_uri)).json()).toEqual(pool.jwks);
    expect(JSON.stringify(pool.jwks)).not.toContain('"d"');
    expect((await fetch(`${pool.endpoint}/cognito.json`)).status).toBe(404);
  });
});
