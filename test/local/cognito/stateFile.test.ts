import { chmod, mkdir, readFile, rmdir, stat, writeFile } from 'node:fs/promises';
import { CognitoStateError, startCognito } from '../../../local/cognito';
import { clientId, password, type RunningPool, runPool, userPoolId } from './userPool';

const email = 'annabel@example.com';
const ClientId = clientId;
const passwordPolicy = {
  minimumLength: 8,
  requireLowercase: true,
  requireUppercase: true,
  requireNumbers: true,
  requireSymbols: true,
};
let pool: RunningPool;

beforeEach(async () => {
  pool = await runPool();
});

afterEach(async () => {
  await pool.dispose();
});

const start = (stateDir: string, otherPool = userPoolId) =>
  startCognito({ port: 0, stateDir, userPoolId: otherPool, clientId, passwordPolicy, onCode: () => {} });

it('is readable by its owner only, also when somebody had opened it up', async () => {
  const mode = async () => (await stat(pool.statePath)).mode & 0o777;
  expect(await mode()).toBe(0o600);
  await chmod(pool.statePath, 0o644);
  pool = await pool.restart();
  expect(await mode()).toBe(0o600);
  await chmod(pool.statePath, 0o644);
  await pool.seedUser({ email, password });
  expect(await mode()).toBe(0o600);
});

it('holds neither passwords nor codes', async () => {
  await pool.call('SignUp', { ClientId, Username: email, Password: password });
  const text = await readFile(pool.statePath, 'utf8');
  expect(text).toContain(email);
  expect(text).not.toContain(password);
  expect(text).not.toContain(`"${pool.lastCode()}"`);
  const account = JSON.parse(text).accounts[0];
  expect(account).toMatchObject({ salt: expect.any(String), verifier: expect.any(String) });
});

it('a change that the disk refuses is taken back, so nothing is answered with that a restart would not know', async () => {
  // The new text is written under this name first; a folder there makes every write fail.
  const draft = `${pool.statePath}.tmp`;
  const signUp = () => pool.call('SignUp', { ClientId, Username: email, Password: password });
  await pool.seedUser({ email: 'poe@example.com', password });
  await mkdir(draft);
  expect((await signUp()).status).toBe(500);
  expect((await signUp()).status).toBe(500);
  await rmdir(draft);
  expect(await signUp()).toMatchObject({ status: 200 });
  pool = await pool.restart();
  expect(await pool.seedUser({ email: 'poe@example.com', password })).toMatchObject({ created: false });
  expect(await signUp()).toMatchObject({ body: { __type: expect.stringContaining('UsernameExists') } });
});

it('keeps the signing key, so that tokens stay good after a restart', async () => {
  const before = pool.jwks;
  pool = await pool.restart();
  expect(pool.jwks).toEqual(before);
});

it.each(['{"version":1', '{}', 'null'])(
  'that is damaged (%s) stops the start and stays as it is',
  async (text) => {
    await writeFile(pool.statePath, text);
    const failure = start(pool.stateDir);
    await expect(failure).rejects.toBeInstanceOf(CognitoStateError);
    await expect(failure).rejects.toThrow('npm run reset');
    expect(await readFile(pool.statePath, 'utf8')).toBe(text);
  },
);

it('of another user pool is refused by name', async () => {
  await expect(start(pool.stateDir, 'us-east-1_other')).rejects.toThrow('us-east-1_nevermore');
});

it('a taken port is reported as such', async () => {
  const port = Number(new URL(pool.endpoint).port);
  const options = { port, stateDir: pool.stateDir, userPoolId, clientId, passwordPolicy, onCode: () => {} };
  await expect(startCognito(options)).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
