import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';

/** What stands in a lock file. A lock of an earlier version holds a bare process id instead. */
interface Holder {
  pid: number;
  /** On 127.0.0.1; whoever connects is told `proof`. */
  port: number;
  proof: string;
}

/** How long a holder may take to prove itself, in milliseconds: it may be busy with a build. */
const PATIENCE = 20_000;

/**
 * Takes a lock file for this process. A process id proves nothing, since the system gives it to another
 * program later; so the holder listens on a port, which the system closes when the process ends, however it
 * ends, and proves itself to whoever asks. A lock whose holder does not is stale and taken over.
 * @returns a function that gives the lock back
 * @throws what `inUse` makes of the holder's process id
 */
export async function lockFolder(file: string, inUse: (pid: number) => Error): Promise<() => void> {
  const proof = randomUUID();
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.setTimeout(PATIENCE, () => socket.destroy());
    socket.end(proof).resume();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  // The lock must not keep a process alive that has nothing else to do.
  server.unref();
  try {
    await take(file, { pid: process.pid, port: (server.address() as AddressInfo).port, proof }, inUse);
  } catch (error) {
    server.close();
    throw error;
  }
  return () => release(file, server);
}

async function take(file: string, mine: Holder, inUse: (pid: number) => Error): Promise<void> {
  // Linked into place, so that nobody ever reads a lock that is half written.
  const draft = `${file}.${mine.proof}`;
  writeFileSync(draft, JSON.stringify(mine), { flag: 'wx', mode: 0o600 });
  try {
    while (!tryToLink(draft, file)) await clearStale(file, inUse);
  } finally {
    rmSync(draft);
  }
}

function tryToLink(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

async function clearStale(file: string, inUse: (pid: number) => Error): Promise<void> {
  const found = readIfThere(file);
  if (found === undefined) return;
  const holder = read(found);
  if (holder && (await provesItself(holder))) throw inUse(holder.pid);
  putAside(file, found);
}

function release(file: string, server: Server): void {
  rmSync(file, { force: true });
  server.close();
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The holder that a lock names, or undefined for a lock that no living process can have written. */
function read(text: string): Holder | undefined {
  try {
    const { pid, port, proof } = JSON.parse(text) as Partial<Holder>;
    return typeof pid === 'number' && typeof port === 'number' && typeof proof === 'string'
      ? { pid, port, proof }
      : undefined;
  } catch {
    // Torn by a crash, or empty.
    return undefined;
  }
}

/** Removes a stale lock, and only that one: two starts may find it at the same moment. */
function putAside(file: string, stale: string): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  // The other start was faster, and this is its lock: back with it.
  if (readFileSync(aside, 'utf8') !== stale) linkSync(aside, file);
  rmSync(aside);
}

/** Whether the holder is alive. One that takes the connection and stays silent is held to be. */
function provesItself({ port, proof }: Holder): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    // The holder speaks first; a web server that has the port by now answers only to something.
    socket.write('whose lock is this?\r\n\r\n');
    let said = '';
    socket.setEncoding('utf8');
    socket.setTimeout(PATIENCE, () => settle(said === ''));
    socket.on('data', (text: string) => {
      said += text;
      if (said.length >= proof.length) settle(said === proof);
    });
    socket.on('end', () => settle(said === proof));
    socket.on('error', () => settle(false));
    const settle = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
  });
}
