import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { request } from 'node:http';
import { basename, dirname, join } from 'node:path';
import { productAssembly } from '../../appsync/synthesized';
import { freePorts, projectDir, runNode, type Spawned, until } from '../../cloud/processes';

jest.setTimeout(180_000);

let state: string;
let port: number;
let developing: Spawned;

beforeAll(async () => {
  // Below the served root, as `.nevermore/` is.
  state = mkdtempSync(join(projectDir, '.nevermore-develop-'));
  symlinkSync(dirname(await productAssembly()), join(state, 'assembly'));
  port = await freePorts();
  developing = runNode(['local/bootstrap.mjs', 'local/nevermore/develop.ts'], {
    PORT: String(port),
    NEVERMORE_STATE: state,
  });
  await until(() => {
    if (developing.child.exitCode !== null) throw new Error(developing.printed.stderr);
    return developing.printed.stdout.includes('Nevermore is ready');
  });
});

afterAll(async () => {
  developing.child.kill('SIGTERM');
  await developing.ended;
  rmSync(state, { recursive: true, force: true });
});

interface Reply {
  status: number | undefined;
  text: string;
}

/** Sends a path as it is written: `fetch` would tidy it up first. */
const get = (path: string, headers: Record<string, string> = {}): Promise<Reply> =>
  new Promise((done, failed) => {
    request(
      { host: '127.0.0.1', port, path, headers: { host: `localhost:${port}`, ...headers } },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => {
          text += part;
        });
        answer.on('end', () => done({ status: answer.statusCode, text }));
      },
    )
      .on('error', failed)
      .end();
  });

it('serves the page and every module that it imports', async () => {
  const page = await get('/');
  expect(page.text).toMatch(/<title>.*Nevermore/);
  const seen = new Map<string, number | undefined>();
  const follow = async (path: string): Promise<void> => {
    if (seen.has(path)) return;
    seen.set(path, undefined);
    const { status, text } = await get(path);
    seen.set(path, status);
    // Packages are bundled already, and import each other by relative paths.
    if (path.startsWith('/node_modules/')) return;
    const imports = text.matchAll(/(?:from|import|import\()\s*"(\/[^"]+)"/g);
    for (const [, imported = ''] of imports) await follow(imported);
  };
  for (const [, source = ''] of page.text.matchAll(/(?:src|href)="(\/[^"]+)"/g)) await follow(source);
  expect([...seen].filter(([, status]) => status !== 200)).toEqual([]);
  const modules = [...seen.keys()].join('\n');
  for (const expected of [/\/src\/main\.tsx/, /\/domain\/sections\.ts/, /amplify_outputs\.json/, /theme\.js/])
    expect(modules).toMatch(expected);
});

it('answers an address of the app with the page, whatever stands there in the project', async () => {
  for (const path of ['/post-mortems/some-id', '/local', `/${basename(state)}`])
    expect([path, (await get(path, { accept: 'text/html' })).text]).toEqual([
      path,
      expect.stringMatching(/<title>.*Nevermore/),
    ]);
});

it('serves no state folder and nothing else of the project, however it is asked', async () => {
  const files = [
    ...['cognito/cognito.json', 'iam-secret', 'cloud.json', 'lock'].map((name) => join(state, name)),
    ...[
      'package.json',
      '.git',
      'local/nevermore/start.ts',
      'amplify/backend.ts',
      'vite.config.ts',
      'README.md',
    ].map((name) => join(projectDir, name)),
    '/etc/hostname',
  ];
  const ways = (file: string): string[] => {
    const path = `/${file.slice(projectDir.length + 1)}`;
    const climbing = `/src/../${path.slice(1)}`;
    const plain = [path, `/@fs${file}`, `/@fs/src/..${file}`, `/@id${file}`, `/@id/__x00__${file}`, climbing];
    const encoded = [path.replace('.', '%2e'), path.replace('.', '%252e'), `/src%2f..${path}`, `/.${path}`];
    const odd = [
      `/${path}`,
      `/src/..%5c${path.slice(1)}`,
      `${path}/`,
      `${path}%00.ts`,
      `/node_modules/..${path}`,
    ];
    return [...plain, ...encoded, ...odd].flatMap((way) =>
      ['', '?raw', '?import&raw', '?url', '?inline', '?raw??', '?import', '?.svg?import'].map(
        (end) => way + end,
      ),
    );
  };
  for (const file of files) {
    const content = file.endsWith('.git')
      ? 'gitdir'
      : readFileSync(file).subarray(0, 400).toString('latin1').trim();
    for (const way of ways(file)) {
      const { text } = await get(way);
      expect([
        way,
        text.includes(content.slice(0, 60)),
        text.includes(JSON.stringify(content).slice(1, 60)),
      ]).toEqual([way, false, false]);
    }
  }
});

it('answers neither a page of another site nor a foreign name that was pointed at this computer', async () => {
  expect(await get('/', { host: `evil.example:${port}` })).toMatchObject({ status: 403 });
  expect(await get('/src/main.tsx', { origin: 'http://evil.example' })).toMatchObject({ status: 403 });
  const upgrade = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-protocol': 'vite-hmr' };
  const key = { 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==', 'sec-websocket-version': '13' };
  expect(await get('/', { ...upgrade, ...key, origin: 'http://evil.example' })).toMatchObject({
    status: 403,
  });
});
