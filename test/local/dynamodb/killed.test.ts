import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { bundled } from '../cloud/bundled';
import { connect, newStateDir, type RunningDatabase, runDatabase } from './database';
import { readAll, severityEntries, Writer } from './writeStorm';

const ROUNDS = 6;
const projectRoot = join(__dirname, '../../..');

let stateDir: string;
let child: ChildProcess | undefined;
let reopened: RunningDatabase | undefined;

beforeEach(async () => {
  stateDir = await newStateDir();
});

afterEach(async () => {
  child?.kill('SIGKILL');
  await reopened?.close();
  reopened = undefined;
  await rm(stateDir, { recursive: true, force: true });
});

/** Starts the database in a process of its own. */
async function serve(): Promise<{ process: ChildProcess; endpoint: string }> {
  const started = spawn(process.execPath, [await bundled('database'), stateDir], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  });
  child = started;
  const [output] = await once(started.stdout, 'data');
  return { process: started, endpoint: String(output).trim() };
}

it('a database killed amid a storm of writes keeps what it promised, whole, with indexes that agree', async () => {
  const writers = Array.from({ length: 8 }, (_, index) => new Writer(`writer${index}`));
  for (let round = 1; round <= ROUNDS; round += 1) {
    const { process: server, endpoint } = await serve();
    const client = connect(endpoint);
    const exited = once(server, 'exit');
    // Dies at another point of the storm in each round, with the requests of all writers under way.
    let untilKill = 40 * round + Math.floor(Math.random() * 40);
    const storm = writers.map(async (writer) => {
      try {
        while (true) {
          await writer.write(client);
          untilKill -= 1;
          if (untilKill === 0) server.kill('SIGKILL');
        }
      } catch (error) {
        // Losing the killed server is what ends the storm; any failure before that is a defect.
        if (untilKill > 0) throw error;
      }
    });
    await Promise.all(storm);
    expect((await exited)[1]).toBe('SIGKILL');
    client.destroy();

    reopened = await runDatabase({ stateDir });
    const items = await readAll(reopened.client);
    for (const writer of writers) {
      const own = writer.ownOf(items);
      expect([writer.promised, writer.hoped]).toContainEqual(own);
      writer.resume(items);
    }
    expect(await readAll(reopened.client, 'byOwner')).toEqual(items);
    expect(await readAll(reopened.client, 'bySeverity')).toEqual(severityEntries(items));
    expect(items.size).toBeGreaterThan(0);
    await reopened.close();
    reopened = undefined;
  }
}, 120_000);

it('a folder that another process serves is refused by name', async () => {
  await serve();
  await expect(runDatabase({ stateDir })).rejects.toMatchObject({
    name: 'DynamoDbInUseError',
    message: expect.stringContaining(join(stateDir, 'dynamodb')),
  });
});
