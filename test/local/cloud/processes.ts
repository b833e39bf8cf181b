import { type ChildProcess, execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import { createServer, type Server, Socket } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export const projectDir = resolve(__dirname, '../../..');

/** How a finished process went. */
export interface Ending {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** A running process and what it has printed so far. */
export interface Spawned {
  child: ChildProcess;
  pid: number;
  printed: { stdout: string; stderr: string };
  ended: Promise<Ending>;
}

/** Runs Node.js on a file of the project. Nothing of the tester's own settings for Nevermore comes along. */
export function runNode(
  args: string[],
  environment: Record<string, string>,
  options: SpawnOptions & { input?: string | Buffer } = {},
): Spawned {
  const { input, ...spawnOptions } = options;
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(NEVERMORE_|PORT$|NODE_ENV$)/.test(name),
  );
  const child = spawn(process.execPath, args, {
    cwd: projectDir,
    stdio: ['pipe', 'pipe', 'pipe'],
    ...spawnOptions,
    env: { ...Object.fromEntries(inherited), ...environment },
  });
  const printed = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream]?.setEncoding('utf8').on('data', (text: string) => {
      printed[stream] += text;
    });
  }
  // A command that refuses its arguments never reads its input.
  child.stdin?.on('error', () => {});
  child.stdin?.end(input);
  const ended = new Promise<Ending>((done) =>
    child.once('close', (code: number | null, signal: NodeJS.Signals | null) => done({ code, signal })),
  );
  return { child, pid: child.pid ?? -1, printed, ended };
}

/** Waits for something that other processes bring about. Jest's own time limit ends it otherwise. */
export async function until<Value>(
  look: () => Value | undefined | false | Promise<Value | undefined | false>,
) {
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    await wait(25);
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Every process below this one, however deep. */
export function descendantsOf(pid: number): number[] {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/))
    .filter(([, , state]) => !state?.startsWith('Z'))
    .map(([id, parent]) => ({ id: Number(id), parent: Number(parent) }));
  const below = (parent: number): number[] =>
    rows.filter((row) => row.parent === parent).flatMap(({ id }) => [id, ...below(id)]);
  return below(pid);
}

/** Seven free ports in a row, as `PORT` needs them: below those that systems hand out by themselves. */
export async function freePorts(): Promise<number> {
  for (;;) {
    const first = 12_000 + 10 * Math.floor(Math.random() * 2_000);
    const taken: Server[] = [];
    try {
      for (let port = first; port < first + 7; port += 1) taken.push(await occupy(port));
      return first;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    } finally {
      await Promise.all(taken.map((server) => new Promise((done) => server.close(done))));
    }
  }
}

/** Listens on a port, so that nobody else can. */
export async function occupy(port: number): Promise<Server> {
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((listening, failed) => {
    server.once('error', failed).listen(port, '127.0.0.1', listening);
  });
  return server;
}

/** Whether something listens there. */
export function listens(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((answer) => {
    const socket = new Socket();
    const done = (open: boolean) => {
      socket.destroy();
      answer(open);
    };
    socket.setTimeout(2_000, () => done(false));
    socket.once('connect', () => done(true)).once('error', () => done(false));
    socket.connect(port, host);
  });
}
