import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSystemsManager } from '../../../local/ssm';
import { sdk, serveToFunction } from '../services/served';

const folder = mkdtempSync(join(tmpdir(), 'nevermore-ssm-'));
const secretsFile = join(folder, 'secrets.json');
const SECRET = '/amplify/app/main-branch-1/MAIL_KEY';
const SHARED = '/amplify/shared/app/MAIL_KEY';
const numbered = Array.from({ length: 12 }, (_, number) => ({
  name: `/amplify/resource_reference/app/main/P${String(number).padStart(2, '0')}`,
  type: 'String',
  value: { text: String(number) },
}));

let served: Awaited<ReturnType<typeof serveToFunction>>;
// biome-ignore lint/suspicious/noExplicitAny: see `sdk`.
let ask: (command: string, input: object, changed?: object) => Promise<any>;

beforeAll(async () => {
  const service = createSystemsManager({
    parameters: [
      ...numbered,
      { name: '/app/queue', type: 'String', value: { missing: 'Ref Queue has no local value.' } },
    ],
    secretsFile,
    region: 'us-east-1',
    account: '000000000000',
  });
  const arn = 'arn:aws:ssm:us-east-1:000000000000:parameter';
  const Action = ['ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParametersByPath'];
  served = await serveToFunction('ssm', service, [
    { Effect: 'Allow', Action, Resource: [`${arn}/amplify/*`, `${arn}/app/*`] },
  ]);
  const { SSMClient, ...commands } = await sdk('ssm');
  ask = (command, input, changed) =>
    new SSMClient({ ...served.client, ...changed }).send(new commands[`${command}Command`](input));
});
afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => writeFileSync(secretsFile, '{"MAIL_KEY":"quoth","/app/own":"mine"}'));

test('a secret is a SecureString, of one backend or shared, and is told only to who asks to decrypt it', async () => {
  const { Parameters, InvalidParameters } = await ask('GetParameters', {
    Names: [SECRET, SHARED, '/app/nothing'],
    WithDecryption: true,
  });
  expect(Parameters).toMatchObject([
    { Name: SECRET, Type: 'SecureString', Value: 'quoth' },
    { Name: SHARED, Type: 'SecureString', Value: 'quoth' },
  ]);
  expect(InvalidParameters).toEqual(['/app/nothing']);
  const { Parameter } = await ask('GetParameter', { Name: SECRET });
  expect(Parameter.Type).toBe('SecureString');
  expect(Buffer.from(Parameter.Value, 'base64').toString()).not.toContain('quoth');
});

test('what is missing is said by name, with the file that it belongs into', async () => {
  writeFileSync(secretsFile, '{}');
  const name = 'ParameterNotFound';
  await expect(ask('GetParameters', { Names: [SECRET] })).rejects.toMatchObject({
    name,
    message: expect.stringContaining(
      `The secret MAIL_KEY is not set for the local cloud. Write it into ${secretsFile}`,
    ),
  });
  await expect(ask('GetParameter', { Name: '/app/own' })).rejects.toMatchObject({
    name,
    message: expect.stringContaining('no parameter /app/own'),
  });
  await expect(ask('GetParameter', { Name: '/app/queue' })).rejects.toMatchObject({
    name,
    message: expect.stringContaining('Ref Queue has no local value'),
  });
});

test('a file of secrets that somebody broke is named', async () => {
  for (const text of ['{"MAIL_KEY":', '[]', '{"MAIL_KEY":1}']) {
    writeFileSync(secretsFile, text);
    await expect(ask('GetParameter', { Name: SECRET })).rejects.toMatchObject({
      message: `${secretsFile} must be a JSON object of names and texts, and is not.`,
    });
  }
});

test('parameters under a path come page by page, each once', async () => {
  const names: string[] = [];
  let NextToken: string | undefined;
  do {
    const page = await ask('GetParametersByPath', {
      Path: '/amplify/resource_reference',
      Recursive: true,
      MaxResults: 5,
      NextToken,
    });
    names.push(...page.Parameters.map(({ Name }: { Name: string }) => Name));
    NextToken = page.NextToken;
  } while (NextToken);
  expect(names).toEqual(numbered.map(({ name }) => name));
  expect((await ask('GetParametersByPath', { Path: '/amplify/resource_reference' })).Parameters).toEqual([]);
});

test('only what a function’s policy names is told, and only to who signs well', async () => {
  await expect(ask('GetParameter', { Name: '/other/x' })).rejects.toMatchObject({
    name: 'AccessDeniedException',
  });
  await expect(ask('GetParameters', { Names: [SECRET, '/other/x'] })).rejects.toMatchObject({
    name: 'AccessDeniedException',
  });
  const credentials = { ...served.client.credentials, secretAccessKey: 'wrong' };
  await expect(ask('GetParameter', { Name: SECRET }, { credentials })).rejects.toMatchObject({
    name: 'InvalidSignatureException',
  });
});

test('the rest of the API is refused by name', async () => {
  await expect(ask('PutParameter', { Name: SECRET, Value: 'x' })).rejects.toMatchObject({
    name: 'UnknownOperationException',
    message: 'The local Systems Manager does not serve PutParameter.',
  });
});
