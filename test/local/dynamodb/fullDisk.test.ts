import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { bundled } from '../cloud/bundled';
import { connect, newStateDir, runDatabase, TableName } from './database';
import { readAll, severityEntries } from './writeStorm';

const projectRoot = join(__dirname, '../../..');
/** Longer than what one write of `item` puts into the log, so that the cut goes through every byte of it. */
const LONGEST_BATCH = 1_700;
const STEP = 7;

let stateDir: string;
let child: ChildProcess;
let client: DynamoDBClient;

beforeEach(async () => {
  stateDir = await newStateDir();
  child = spawn(process.execPath, [await bundled('database'), stateDir], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  });
  const [output] = await once(child.stdout as NodeJS.ReadableStream, 'data');
  client = connect(String(output).trim());
});

afterEach(async () => {
  client.destroy();
  child.kill('SIGKILL');
  await rm(stateDir, { recursive: true, force: true });
});

/** Lets no file of the database grow past `bytes`: the system cuts a write there, as a full disk does. */
const limitFiles = (bytes: number | 'unlimited') =>
  execFileSync('prlimit', ['--pid', String(child.pid), `--fsize=${bytes}:`]);

/** The log that LevelDB appends to now; recovery begins a new one. */
function currentLog(): string {
  const folder = join(stateDir, 'dynamodb');
  const logs = readdirSync(folder).filter((name) => /^\d+\.log$/.test(name));
  return join(folder, logs.sort().at(-1) ?? '');
}

const item = (id: string) => ({
  id: { S: id },
  owner: { S: 'owner' },
  updatedAt: { S: id },
  severity: { N: '1' },
  title: { S: `Title of ${id}` },
});
const put = (id: string) => client.send(new PutItemCommand({ TableName, Item: item(id) }));
const get = async (id: string) =>
  (await client.send(new GetItemCommand({ TableName, Key: { id: { S: id } } }))).Item;

async function afterAKill() {
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
  const reopened = await runDatabase({ stateDir });
  try {
    const items = await readAll(reopened.client);
    expect(await readAll(reopened.client, 'byOwner')).toEqual(items);
    expect(await readAll(reopened.client, 'bySeverity')).toEqual(severityEntries(items));
    return new Set(items.keys());
  } finally {
    await reopened.close();
  }
}

it('a write that the full disk cuts at any byte is refused, and nothing that was saved before or after is lost', async () => {
  const saved = new Set<string>();
  const cuts: number[] = [];
  for (let cut = 0; cut <= LONGEST_BATCH; cut += STEP) {
    const log = currentLog();
    limitFiles(statSync(log).size + cut);
    const torn = `torn-${cut}`;
    await put(torn).then(
      () => saved.add(torn),
      () => undefined,
    );
    if (currentLog() !== log) cuts.push(cut);
    limitFiles('unlimited');
    const later = `later-${cut}`;
    await put(later);
    saved.add(later);
    expect(await get(later)).toBeDefined();
  }
  // The cut went through the whole batch: the first byte was refused, and at the end all was let through.
  expect(cuts[0]).toBe(0);
  expect(cuts.length).toBeGreaterThan(50);
  expect(cuts.at(-1)).toBeLessThan(LONGEST_BATCH - STEP);
  const kept = await afterAKill();
  expect([...saved].filter((id) => !kept.has(id))).toEqual([]);
});

it('for as long as the disk is full every save is refused, and what is saved once there is room stays', async () => {
  await put('before');
  limitFiles(10);
  for (const id of ['full-1', 'full-2', 'full-3']) await expect(put(id)).rejects.toThrow();
  limitFiles('unlimited');
  for (let index = 0; index < 30; index += 1) await put(`after-${index}`);
  const kept = await afterAKill();
  expect(kept).toContain('before');
  expect([...kept].filter((id) => id.startsWith('after-'))).toHaveLength(30);
});
