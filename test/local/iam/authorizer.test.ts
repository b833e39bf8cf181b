import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import { createAuthorizer, deriveCredentials, loadSecret, type SignedRequest } from '../../../local/iam';

const NOW = Date.parse('2026-01-01T12:00:00Z');
const ALIAS = 'arn:aws:lambda:us-east-1:000000000000:function:enhance:live';
const SECRET = Buffer.from('the secret of one state folder');

const authorizer = createAuthorizer({
  functions: [
    {
      name: 'start',
      roleArn: 'arn:aws:iam::000000000000:role/startRole',
      roleStatements: [
        { Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: ALIAS },
        { Effect: 'Deny', Action: 'lambda:DeleteFunction', Resource: '*' },
      ],
    },
  ],
  secret: SECRET,
  region: 'us-east-1',
  now: () => NOW,
});

interface Signing {
  readonly service?: string;
  readonly region?: string;
  readonly at?: number;
  readonly credentials?: { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
}

/** Signs an invocation with AWS's own signer, as the SDK in a function does. */
async function signed(changes: Signing = {}): Promise<SignedRequest> {
  const body = Buffer.from('{"id":"1"}');
  const path = `/2015-03-31/functions/${encodeURIComponent(ALIAS)}/invocations`;
  const signer = new SignatureV4({
    service: changes.service ?? 'lambda',
    region: changes.region ?? 'us-east-1',
    credentials: changes.credentials ?? authorizer.credentialsFor('start'),
    sha256: Sha256,
  });
  const request = await signer.sign(
    {
      method: 'POST',
      protocol: 'http:',
      hostname: '127.0.0.1',
      path,
      query: { Qualifier: 'live', 'a b': "it's (1+1)" },
      headers: { host: '127.0.0.1:5176', 'content-type': 'application/json', 'x-amz-note': ' a   b ' },
      body,
    },
    { signingDate: new Date(changes.at ?? NOW) },
  );
  return {
    method: 'POST',
    path,
    query: "Qualifier=live&a%20b=it's%20(1%2B1)",
    headers: request.headers,
    body,
  };
}

const authorize = (request: SignedRequest, action = 'lambda:InvokeFunction', resource = ALIAS) => {
  try {
    return authorizer.authorize(request, action, resource);
  } catch (error) {
    const { errorType, statusCode, message } = error as Record<string, unknown>;
    return { errorType, statusCode, message };
  }
};

test('a function that signs as the SDK does is known by its role', async () => {
  expect(authorize(await signed())).toMatchObject({
    functionName: 'start',
    callerArn: 'arn:aws:sts::000000000000:assumed-role/startRole/start',
  });
});

describe('a signature is refused', () => {
  const refusedAs = async (request: Promise<SignedRequest>, errorType: string, message: RegExp) =>
    expect(authorize(await request)).toMatchObject({
      errorType,
      statusCode: 403,
      message: expect.stringMatching(message),
    });
  const changed = async (changes: Partial<SignedRequest>) => ({ ...(await signed()), ...changes });
  const keys = authorizer.credentialsFor('start');

  test('when there is none, or it is malformed', async () => {
    await refusedAs(changed({ headers: {} }), 'MissingAuthenticationTokenException', /Missing/);
    const headers = { authorization: 'AWS4-HMAC-SHA256 Credential=x' };
    await refusedAs(changed({ headers }), 'MissingAuthenticationTokenException', /Missing/);
  });

  test.each<[string, Partial<SignedRequest>]>([
    ['body', { body: Buffer.from('{"id":"2"}') }],
    ['path', { path: '/2015-03-31/functions/other/invocations' }],
    ['query', { query: 'Qualifier=other' }],
    ['method', { method: 'DELETE' }],
  ])('when the %s was changed on the way', async (_, changes) => {
    await refusedAs(changed(changes), 'InvalidSignatureException', /does not match/);
  });

  test('when a signed header was changed, or an X-Amz header was slipped in unsigned', async () => {
    const { headers } = await signed();
    const forged = { ...headers, 'x-amz-note': 'other' };
    await refusedAs(changed({ headers: forged }), 'InvalidSignatureException', /does not match/);
    const slipped = { ...headers, 'x-amz-invocation-type': 'Event' };
    await refusedAs(changed({ headers: slipped }), 'InvalidSignatureException', /must be a 'SignedHeader'/);
  });

  test('when the secret, the key or the session token is wrong', async () => {
    const guess = { ...keys, secretAccessKey: 'guess' };
    await refusedAs(signed({ credentials: guess }), 'InvalidSignatureException', /does not match/);
    for (const wrong of [
      { accessKeyId: 'ASIAUNKNOWN' },
      { sessionToken: 'x' },
      { sessionToken: undefined },
    ]) {
      await refusedAs(
        signed({ credentials: { ...keys, ...wrong } }),
        'UnrecognizedClientException',
        /security token included in the request is invalid/,
      );
    }
  });

  test('more than five minutes away from the clock, in both directions', async () => {
    const minutes = (count: number) => signed({ at: NOW + count * 60_000 });
    await refusedAs(minutes(-6), 'InvalidSignatureException', /Signature expired: 20260101T115400Z/);
    await refusedAs(minutes(6), 'InvalidSignatureException', /Signature not yet current/);
    expect(authorize(await minutes(-4))).toMatchObject({ functionName: 'start' });
  });

  test('when it was made for another service or region', async () => {
    await refusedAs(signed({ service: 'bedrock' }), 'InvalidSignatureException', /correct service: 'lambda'/);
    await refusedAs(signed({ region: 'eu-west-1' }), 'InvalidSignatureException', /valid region/);
  });
});

test('what the role does not allow is denied in words that say what is missing', async () => {
  const request = await signed();
  expect(authorize(request, 'lambda:InvokeFunction', `${ALIAS}2`)).toEqual({
    errorType: 'AccessDeniedException',
    statusCode: 403,
    message:
      'User: arn:aws:sts::000000000000:assumed-role/startRole/start is not authorized to perform: ' +
      `lambda:InvokeFunction on resource: ${ALIAS}2 because no identity-based policy allows the ` +
      'lambda:InvokeFunction action',
  });
  expect(authorize(request, 'lambda:DeleteFunction')).toMatchObject({
    message: expect.stringContaining('explicit deny'),
  });
});

test("the signature is the one of AWS's published example", () => {
  // From the AWS Signature Version 4 test suite, "get-vanilla": its key is not one of ours, so only verify.
  const { verifySignature, parseSignatureHeader } = require('../../../local/iam/signature');
  const authorization =
    'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, ' +
    'SignedHeaders=host;x-amz-date, ' +
    'Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31';
  const request: SignedRequest = {
    method: 'GET',
    path: '/',
    query: '',
    headers: { host: 'example.amazonaws.com', 'x-amz-date': '20150830T123600Z', authorization },
    body: Buffer.alloc(0),
  };
  const scope = { region: 'us-east-1', service: 'service', now: Date.parse('2015-08-30T12:36:00Z') };
  const verify = (secret: string) =>
    verifySignature(request, parseSignatureHeader(authorization), secret, scope);
  expect(() => verify('wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY')).not.toThrow();
  expect(() => verify('wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEZ')).toThrow(/does not match/);
});

describe('credentials', () => {
  test('stay the same for a function over restarts, and differ by function and by state folder', () => {
    expect(deriveCredentials(SECRET, 'start')).toEqual(authorizer.credentialsFor('start'));
    expect(deriveCredentials(SECRET, 'enhance')).not.toEqual(deriveCredentials(SECRET, 'start'));
    expect(deriveCredentials(Buffer.from('other'), 'start')).not.toEqual(deriveCredentials(SECRET, 'start'));
    expect(() => authorizer.credentialsFor('nobody')).toThrow(/no function nobody/);
  });

  test('come from a secret that only its owner can read', () => {
    const folder = mkdtempSync(join(tmpdir(), 'nevermore-iam-'));
    try {
      const file = join(folder, 'state', 'iam-secret');
      const secret = loadSecret(file);
      expect(secret).toHaveLength(32);
      expect(loadSecret(file)).toEqual(secret);
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(statSync(join(folder, 'state')).mode & 0o777).toBe(0o700);
      for (const damaged of ['', 'short']) {
        writeFileSync(file, damaged);
        expect(loadSecret(file)).toHaveLength(32);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
