import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CloudOfPeople, newPerson } from '../cloud/people';
import { freePorts, isAlive, listens, runNode, type Spawned, until } from '../cloud/processes';

jest.setTimeout(180_000);

const folders: string[] = [];
const processes: Spawned[] = [];

/** `npm run local -- …`, in a process group of its own as a terminal gives it. */
function local(...args: string[]): Spawned {
  const started = runNode(['local/bootstrap.mjs', 'local/serve.ts', ...args], {}, { detached: true });
  processes.push(started);
  return started;
}
const freshFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'local-command-'));
  folders.push(folder);
  return folder;
};

/** A copy of a backend away from this repository and its packages. */
function bareProject(fixture: string): string {
  const folder = freshFolder();
  cpSync(join(__dirname, '..', fixture), folder, { recursive: true });
  return folder;
}

const isReady = (served: Spawned) =>
  until(() => {
    if (served.child.exitCode !== null) throw new Error(served.printed.stderr);
    return served.printed.stdout.includes('The local cloud is ready');
  });

afterAll(() => {
  for (const { pid } of processes.filter(({ pid }) => isAlive(pid))) process.kill(-pid, 'SIGKILL');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** What people need of a cloud that is served, from its files and its terminal. */
function peopleOf(served: Spawned, endpoints: CloudOfPeople['endpoints'], outputs: Outputs): CloudOfPeople {
  return {
    endpoints,
    userPoolId: outputs.auth.user_pool_id,
    clientId: outputs.auth.user_pool_client_id,
    get codes() {
      const told = served.printed.stdout.matchAll(/^(.+) code for (.+): (\d+)$/gm);
      return [...told].map(([, purpose, email, code]) => ({
        purpose,
        email,
        code,
      })) as CloudOfPeople['codes'];
    },
  };
}

interface Outputs {
  auth: { user_pool_id: string; user_pool_client_id: string };
}

const read = (...path: string[]) => JSON.parse(readFileSync(join(...path), 'utf8'));

test('a backend without packages of its own is served: each sees their own, functions answer, all is kept', async () => {
  const project = bareProject('serve/fixture');
  const state = freshFolder();
  const port = await freePorts();
  const asked = ['--project', project, '--port', String(port), '--state', state];
  let served = local(...asked);
  await isReady(served);
  const running = read(state, 'cloud.json');
  for (const url of [running.appSync, running.cognito, running.lambda, running.dynamoDb])
    expect(served.printed.stdout).toContain(url);
  expect(served.printed.stdout).toContain('nobody: no model is configured');
  expect(running).toMatchObject({ outputsFile: join(project, 'amplify_outputs.json') });
  const outputs = read(project, 'amplify_outputs.json');
  expect(outputs.data.url).toBe(running.appSync);
  expect(Object.keys(outputs.data.model_introspection.models)).toEqual(['Todo']);
  // What was lent to it is not left in it.
  expect(readdirSync(project).sort()).toEqual(['amplify', 'amplify_outputs.json']);

  const people = peopleOf(served, running, outputs);
  const ann = await newPerson(people, 'ann@example.com');
  const bob = await newPerson(people, 'bob@example.com');
  const created = await ann.ask('mutation { createTodo(input: {content: "write it down"}) { id } }');
  const { id } = created.data.createTodo;
  const TODOS = '{ listTodos { items { content } } }';
  expect((await ann.ask(TODOS)).data.listTodos.items).toEqual([{ content: 'write it down' }]);
  expect((await bob.ask(TODOS)).data.listTodos.items).toEqual([]);
  const stolen = await bob.ask(`mutation { updateTodo(input: {id: "${id}", content: "mine"}) { id } }`);
  expect(stolen.errors?.[0]).toMatchObject({ errorType: 'Unauthorized' });
  expect((await bob.ask('{ greet(name: "Bob") }')).data).toEqual({ greet: 'Hello, Bob!' });

  served.child.kill('SIGTERM');
  expect(await served.ended).toEqual({ code: 0, signal: null });
  expect(existsSync(join(state, 'cloud.json'))).toBe(false);
  expect(await listens(port + 1)).toBe(false);

  served = local(...asked);
  await isReady(served);
  expect((await ann.ask(TODOS)).data.listTodos.items).toEqual([{ content: 'write it down' }]);
  served.child.kill('SIGINT');
  expect(await served.ended).toEqual({ code: 0, signal: null });
});

test.each(['cloud/fixture', 'appsync/fixture'])('a larger backend is served as well: %s', async (fixture) => {
  const project = bareProject(fixture);
  const served = local('--project', project, '--port', String(await freePorts()));
  await isReady(served);
  const { cognito, outputsFile } = read(project, '.amplify/local', 'cloud.json');
  expect(read(outputsFile).data.url).toMatch(/^http:\/\/127\.0\.0\.1:/);
  expect((await fetch(cognito, { method: 'POST' })).status).toBe(400);
  served.child.kill('SIGTERM');
  expect(await served.ended).toEqual({ code: 0, signal: null });
});

test.each([
  ['no project', [], /--project is missing.*npm run local/s],
  ['a folder without a backend', ['--project', tmpdir()], /no amplify\/backend\.ts in/],
  ['an option that is none', ['--project', '.', '--raven'], /--raven.*npm run local/s],
  ['a port that is none', ['--project', '.', '--port', '70000', '--state', tmpdir()], /--port is "70000"/],
])('%s is refused with what to write instead, and nothing is written', async (_case, args, message) => {
  const refused = local(...args);
  expect(await refused.ended).toEqual({ code: 1, signal: null });
  expect(refused.printed.stderr).toMatch(message);
  expect(refused.printed.stderr).not.toMatch(/^\s+at /m);
  expect(refused.printed.stdout).toBe('');
});
