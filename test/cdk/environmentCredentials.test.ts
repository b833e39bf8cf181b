import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultProvider } from '../../cdk/environmentCredentials';

const before = { ...process.env };
afterEach(() => {
  process.env = { ...before };
});

test('a durable function has the credentials that Lambda puts into its environment', async () => {
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'AKIA', AWS_SECRET_ACCESS_KEY: 'secret' });
  delete process.env.AWS_SESSION_TOKEN;
  expect(await defaultProvider()()).toEqual({ accessKeyId: 'AKIA', secretAccessKey: 'secret' });
  process.env.AWS_SESSION_TOKEN = 'token';
  expect(await defaultProvider()()).toMatchObject({ sessionToken: 'token' });
});

test('without any it says where they should be', async () => {
  delete process.env.AWS_ACCESS_KEY_ID;
  await expect(defaultProvider()()).rejects.toThrow('AWS_ACCESS_KEY_ID');
});

test('the clients ask what it stands for for nothing else', () => {
  const sdk = join(import.meta.dirname, '../../node_modules/@aws-sdk');
  const clients = readdirSync(sdk).filter((name) =>
    /^client-(?:bedrock-runtime|dynamodb|lambda|s3vectors)$/.test(name),
  );
  expect(clients).toHaveLength(4);
  for (const client of clients) {
    const config = readFileSync(join(sdk, client, 'dist-es/runtimeConfig.js'), 'utf8');
    expect(config.match(/import .* from "@aws-sdk\/credential-provider-node"/g)).toEqual([
      'import { defaultProvider as credentialDefaultProvider } from "@aws-sdk/credential-provider-node"',
    ]);
  }
});
