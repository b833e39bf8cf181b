import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockFolder } from '../../local/folderLock';

let folder: string;
let file: string;
const children: ChildProcess[] = [];
const inUse = (pid: number) => new Error(`in use by ${pid}`);
const lock = () => lockFolder(file, inUse);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
  file = join(folder, 'lock');
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** A process that takes the lock, says so, and lives on. */
async function holder(): Promise<ChildProcess> {
  const source = join(__dirname, '../../local/folderLock.ts');
  const script = `import { lockFolder } from ${JSON.stringify(source)};
    lockFolder(${JSON.stringify(file)}, (pid) => new Error('in use by ' + pid)).then(
      () => { console.log('locked'); setInterval(() => {}, 1000); },
      (error) => { console.log(error.message); process.exit(1); },
    );`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    cwd: join(__dirname, '../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const [said] = await once(child.stdout as NodeJS.ReadableStream, 'data');
  return Object.assign(child, { said: String(said).trim() });
}

it('a folder that a living process holds is refused, with the process that holds it', async () => {
  const child = await holder();
  await expect(lock()).rejects.toThrow(`in use by ${child.pid}`);
});

it('a killed holder, not even reaped by its parent, does not block the next start', async () => {
  const child = await holder();
  child.kill('SIGKILL');
  await once(child, 'exit');
  const release = await lock();
  expect(JSON.parse(readFileSync(file, 'utf8')).pid).toBe(process.pid);
  release();
  expect(existsSync(file)).toBe(false);
});

it.each([
  ['an earlier version, whose process id belongs to an innocent program now', String(process.ppid)],
  ['nobody: it is empty', ''],
  ['nobody: it was torn', '{"pid":1,"po'],
  ['a process whose port nobody listens on', JSON.stringify({ pid: 1, port: 1, proof: 'x' })],
])('a lock of %s is taken over', async (_whose, text) => {
  writeFileSync(file, text);
  const release = await lock();
  release();
  expect(readdirSync(folder)).toEqual([]);
});

it('a lock whose port now belongs to another program is taken over', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  writeFileSync(file, JSON.stringify({ pid: 1, port, proof: 'a'.repeat(36) }));
  const release = await lock();
  release();
  other.close();
});

it('of two starts that find a stale lock at the same moment, exactly one gets the folder', async () => {
  for (let round = 0; round < 3; round += 1) {
    writeFileSync(file, '1');
    const both = await Promise.all([holder(), holder(), holder()]);
    const said = both.map((child) => (child as ChildProcess & { said: string }).said);
    expect(said.filter((line) => line === 'locked')).toHaveLength(1);
    for (const child of both) child.kill('SIGKILL');
  }
});
