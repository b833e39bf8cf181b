import { chmodSync, readFileSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:http2';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { WebSocket } from 'ws';
import type { RunningCloud } from '../../../local/stateFolder';
import { newPlace, type Place } from './composedCloud';
import { demoPerson } from './people';
import { runNode, type Spawned, until } from './processes';

jest.setTimeout(180_000);

const PORTS = ['the app', 'AppSync', 'Cognito', 'Lambda', 'DynamoDB', 'Bedrock', 'the other services'];
const PATHS = [
  '/',
  '/graphql',
  '/',
  '/2015-03-31/functions/start/invocations',
  '/',
  '/model/m/converse',
  '/outbox.json',
];
const EVERY_PORT = PORTS.map((name, offset) => ({ name, offset, path: PATHS[offset] ?? '/' }));

let place: Place;
let running: Spawned;
let cloud: RunningCloud;
let rival: Server | undefined;

/** Undefined where the system knows no IPv6. */
const occupyIpv6 = (port: number): Promise<Server | undefined> =>
  new Promise((done) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', () => done(undefined)).listen(port, '::1', () => done(server));
  });

beforeAll(async () => {
  place = await newPlace();
  chmodSync(place.state, 0o755);
  rival = await occupyIpv6(place.port);
  running = runNode(['local/bootstrap.mjs', 'local/nevermore/start.ts'], place.environment);
  await until(() => {
    if (running.child.exitCode !== null) throw new Error(running.printed.stderr);
    return running.printed.stdout.includes('Nevermore is ready');
  });
  cloud = JSON.parse(readFileSync(join(place.state, 'cloud.json'), 'utf8'));
});

afterAll(async () => {
  running.child.kill('SIGTERM');
  await running.ended;
  rival?.close();
  await place.dispose();
});

/** Sends headers as given, which `fetch` would not allow. */
const ask = (offset: number, path: string, headers: Record<string, string>, method = 'POST') =>
  new Promise<{ status: number | undefined; text: string; idle: string }>((done, failed) => {
    request({ host: '127.0.0.1', port: place.port + offset, path, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.on('end', () =>
        done({ status: response.statusCode, text, idle: String(response.headers['keep-alive']) }),
      );
    })
      .on('error', failed)
      .end(method === 'POST' ? '{}' : undefined);
  });

describe.each(EVERY_PORT)('the port of $name', ({ offset, path }) => {
  const host = () => `localhost:${place.port + offset}`;

  it('answers nobody who comes by a foreign name (DNS rebinding)', async () => {
    for (const foreign of [
      'evil.example',
      `evil.example:${place.port + offset}`,
      'localhost.evil.example',
      '127.0.0.1.evil.example',
      '192.168.0.7',
    ])
      for (const method of ['GET', 'POST', 'OPTIONS'])
        expect([foreign, method, (await ask(offset, path, { host: foreign }, method)).status]).toEqual([
          foreign,
          method,
          403,
        ]);
  });

  it('keeps a silent line open for longer than a busy client is away, and says for how long', async () => {
    expect((await ask(offset, path, { host: host() }, 'GET')).idle).toBe('timeout=75');
  });

  it('answers no page of another site', async () => {
    for (const origin of [
      'http://evil.example',
      'https://localhost',
      `http://localhost:${place.port + 900}`,
      'null',
    ])
      for (const method of ['GET', 'POST', 'OPTIONS'])
        expect([origin, method, (await ask(offset, path, { host: host(), origin }, method)).status]).toEqual([
          origin,
          method,
          403,
        ]);
  });

  it('does not refuse a program of this computer for where it comes from', async () => {
    for (const own of [host(), `127.0.0.1:${place.port + offset}`, `LocalHost:${place.port + offset}`]) {
      const { text } = await ask(offset, path, { host: own });
      expect([own, text]).toEqual([own, expect.not.stringMatching(/The local cloud answers to/)]);
    }
  });
});

it('the Bedrock port refuses foreign names over HTTP/2 too', async () => {
  const session = connect(cloud.bedrock);
  const stream = session.request({
    ':method': 'POST',
    ':path': '/model/m/converse',
    ':authority': 'evil.example',
  });
  const status = await new Promise((done, failed) => {
    stream.on('response', (headers) => done(headers[':status'])).on('error', failed);
    stream.end('{}');
  });
  session.destroy();
  expect(status).toBe(403);
});

it('the pages of the app may ask AppSync and Cognito, under both names of this computer', async () => {
  for (const origin of [`http://localhost:${place.port}`, `http://127.0.0.1:${place.port}`])
    for (const url of [cloud.appSync, cloud.cognito]) {
      const preflight = await fetch(url, { method: 'OPTIONS', headers: { origin } });
      expect(preflight.ok).toBe(true);
      expect(preflight.headers.get('access-control-allow-origin')).toBe(origin);
    }
});

it('a page of another site opens no live updates', async () => {
  const outcome = (headers: Record<string, string>) =>
    new Promise((done) => {
      const socket = new WebSocket(`${cloud.appSync.replace('http', 'ws')}/realtime`, ['graphql-ws'], {
        headers,
      });
      socket.on('open', () => done('open')).on('error', ({ message }) => done(message));
    });
  expect(await outcome({ origin: 'http://evil.example' })).toMatch(/403/);
  expect(await outcome({ host: 'evil.example' })).toMatch(/403/);
  expect(await outcome({ origin: `http://localhost:${place.port}` })).toBe('open');
});

it('the tables open to the keys in cloud.json, which only the owner can read, and to no made-up ones', async () => {
  const clientOf = (credentials: RunningCloud['credentials']) =>
    new DynamoDBClient({ endpoint: cloud.dynamoDb, region: cloud.region, credentials, maxAttempts: 1 });
  const { TableNames } = await clientOf(cloud.credentials).send(new ListTablesCommand({}));
  expect(TableNames).toEqual(expect.arrayContaining([expect.stringMatching(/^PostMortem-/)]));
  const madeUp = { ...cloud.credentials, accessKeyId: 'local', secretAccessKey: 'local' };
  await expect(clientOf(madeUp).send(new ListTablesCommand({}))).rejects.toMatchObject({
    name: 'UnrecognizedClientException',
  });
  expect((statSync(join(place.state, 'cloud.json')).mode & 0o777).toString(8)).toBe('600');
});

it('the same keys invoke functions', async () => {
  const client = new LambdaClient({
    endpoint: cloud.lambda,
    region: cloud.region,
    credentials: cloud.credentials,
    maxAttempts: 1,
  });
  // It gets past the door: what is refused is the name.
  await expect(client.send(new InvokeCommand({ FunctionName: 'no-such-function' }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
});

it('what was sent opens at the address that is printed, which holds a key', async () => {
  expect(running.printed.stdout).toContain(`Outbox    ${cloud.outbox}\n`);
  expect(cloud.outbox).toMatch(new RegExp(`^${cloud.services}/[\\w-]{22}/outbox$`));
  expect(await (await fetch(`${cloud.outbox}.json`)).json()).toMatchObject({ messages: [], kept: 0 });
  expect((await fetch(`${cloud.services}/outbox.json`)).status).toBe(404);
});

describe('the demo account', () => {
  it('has a password of the state folder’s own, printed and in cloud.json', () => {
    expect(running.printed.stdout).toMatch(
      new RegExp(`Sign in {3}demo@nevermore\\.local\\n {2}Password {2}${cloud.demo.password}\\n`),
    );
    expect(cloud.demo.password).toMatch(/^Quoth(-[a-z2-9]{4}){4}-1$/);
    expect((statSync(join(place.state, 'demo-password')).mode & 0o777).toString(8)).toBe('600');
  });

  it('opens with it, and a script finds it in cloud.json', async () => {
    const args = ['--section', 'summary', '--theme', 'professional'];
    const command = runNode(
      ['--import', 'tsx', 'local/nevermore/commandLine/enhance.ts', ...args],
      place.environment,
      {
        input: 'The database fell over at 14:02 UTC and came back at 14:11 UTC.',
      },
    );
    expect(await command.ended).toEqual({ code: 0, signal: null });
  });

  it('has another one in another folder, keeps it over a restart, and a fixed one by setting only', async () => {
    const other = await newPlace();
    try {
      const first = await other.start();
      expect(first.demo.password).not.toBe(cloud.demo.password);
      await demoPerson(first);
      await first.stop();

      const fixed = await other.start({ NEVERMORE_DEMO_PASSWORD: 'Quoth-the-raven-1' });
      expect(fixed.demo.password).toBe('Quoth-the-raven-1');
      await demoPerson(fixed);
      await fixed.stop();

      const again = await other.start();
      expect(again.demo).toEqual(first.demo);
      await demoPerson(again);
      await expect(demoPerson({ ...again, demo: fixed.demo })).rejects.toThrow(
        /Incorrect username or password/,
      );
      await again.stop();
    } finally {
      await other.dispose();
    }
  });

  it('is not opened with a password that the backend refuses, and the start says why', async () => {
    const other = await newPlace();
    try {
      const setting = { NEVERMORE_DEMO_PASSWORD: 'raven' };
      const wrong = runNode(['local/bootstrap.mjs', 'local/nevermore/start.ts'], {
        ...other.environment,
        ...setting,
      });
      expect(await wrong.ended).toEqual({ code: 1, signal: null });
      expect(wrong.printed.stderr).toMatch(/NEVERMORE_DEMO_PASSWORD cannot be used: .*not long enough/);
      expect(wrong.printed.stderr).not.toMatch(/^\s+at /m);
    } finally {
      await other.dispose();
    }
  });
});

describe('what could mislead somebody at the start is said', () => {
  it('a state folder that was open to other users', () => {
    expect(running.printed.stdout).toMatch(/was open to other users of this computer; it is closed now/);
    expect((statSync(place.state).mode & 0o777).toString(8)).toBe('700');
  });

  it('another server where a browser may look first: the address is one that cannot be mistaken', () => {
    if (!rival) return;
    expect(running.printed.stdout).toContain(`Another server listens on [::1]:${place.port}`);
    expect(running.printed.stdout).toContain(`Open      http://127.0.0.1:${place.port}\n`);
    expect(cloud.app).toBe(`http://127.0.0.1:${place.port}`);
  });
});
