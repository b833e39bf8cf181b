import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import { createAuthorizer, loadSecret } from '../../../local/iam';
import { clientId, password, type RunningPool, runPool, userPoolId } from './userPool';

const ARN = `arn:aws:cognito-idp:us-east-1:000000000000:userpool/${userPoolId}`;
const role = (name: string, Resource: string) => ({
  name,
  roleArn: `arn:aws:iam::000000000000:role/${name}`,
  roleStatements: [{ Effect: 'Allow' as const, Action: ['cognito-idp:AdminGetUser'], Resource: [Resource] }],
});

let folder: string;
let pool: RunningPool;
let signed: (as: string, body: object) => Promise<Record<string, string>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nevermore-administration-'));
  const authorizer = createAuthorizer({
    functions: [role('share', ARN), role('other', `${ARN}-of-another-pool`)],
    secret: loadSecret(join(folder, 'secret')),
    region: 'us-east-1',
  });
  pool = await runPool({ authorize: (request, action) => void authorizer.authorize(request, action, ARN) });
  signed = async (as, body) => {
    const { host, hostname, port } = new URL(pool.endpoint);
    const signer = new SignatureV4({
      credentials: authorizer.credentialsFor(as),
      region: 'us-east-1',
      service: 'cognito-idp',
      sha256: Sha256,
    });
    const request = await signer.sign({
      method: 'POST',
      protocol: 'http:',
      hostname,
      port: Number(port),
      path: '/',
      headers: {
        host,
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'AWSCognitoIdentityProviderService.AdminGetUser',
      },
      body: JSON.stringify(body),
    });
    return request.headers;
  };
});
afterAll(async () => {
  await pool?.dispose();
  rmSync(folder, { recursive: true, force: true });
});

const ask = async (as: string, body: object) => pool.call('AdminGetUser', body, await signed(as, body));

test('a function whose role allows it reads one account, by address in any case or by id', async () => {
  const { sub } = await pool.seedUser({ email: 'Lenore@example.com', password });
  for (const Username of ['lenore@EXAMPLE.com', sub]) {
    const { status, body } = await ask('share', { UserPoolId: userPoolId, Username });
    expect([status, body.Username, body.UserStatus, body.Enabled]).toEqual([200, sub, 'CONFIRMED', true]);
    expect(body.UserAttributes).toEqual(
      expect.arrayContaining([
        { Name: 'email', Value: 'Lenore@example.com' },
        { Name: 'email_verified', Value: 'true' },
      ]),
    );
  }
});

test('an account that was never confirmed says so', async () => {
  const Username = 'waiting@example.com';
  await pool.call('SignUp', { ClientId: clientId, Username, Password: password });
  const { body } = await ask('share', { UserPoolId: userPoolId, Username });
  expect(body).toMatchObject({ UserStatus: 'UNCONFIRMED' });
  expect(body.UserAttributes).toContainEqual({ Name: 'email_verified', Value: 'false' });
});

test('nobody there and another pool are told by AWS’s names', async () => {
  const nobody = await ask('share', { UserPoolId: userPoolId, Username: 'no@example.com' });
  expect([nobody.status, nobody.body.__type]).toEqual([400, 'UserNotFoundException']);
  const elsewhere = await ask('share', { UserPoolId: 'us-east-1_other', Username: 'no@example.com' });
  expect(elsewhere.body.__type).toBe('ResourceNotFoundException');
});

test('nobody reads an account without a signature, with a client id, or with a role for another pool', async () => {
  const body = { UserPoolId: userPoolId, Username: 'lenore@example.com', ClientId: clientId };
  expect((await pool.call('AdminGetUser', body)).body.__type).toBe('MissingAuthenticationTokenException');
  expect((await ask('other', body)).body.__type).toBe('AccessDeniedException');
  const headers = await signed('share', body);
  const tampered = await pool.call('AdminGetUser', { ...body, Username: 'x@example.com' }, headers);
  expect(tampered.body.__type).toBe('InvalidSignatureException');
  expect(pool.failures).toEqual([]);
});
