import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { OFFLINE_DRAFTER } from '../../../domain/enhancement/modelRoles';
import { OFFLINE_EMBEDDER } from '../../../local/nevermore/answering/embedding/offlineEmbedder';
import { newPlace, type Place } from '../cloud/composedCloud';
import { descendantsOf, isAlive, listens, occupy, runNode, type Spawned, until } from '../cloud/processes';

jest.setTimeout(120_000);

const SERVICES = ['the app', 'AppSync', 'Cognito', 'Lambda', 'DynamoDB', 'Bedrock'];
const places: Place[] = [];
const processes: Spawned[] = [];

/** `npm start`, in a process group of its own as a terminal gives it. */
function npmStart(environment: Record<string, string>): Spawned {
  const started = runNode(['local/bootstrap.mjs', 'local/nevermore/start.ts'], environment, {
    detached: true,
  });
  processes.push(started);
  return started;
}

async function freshPlace(): Promise<Place> {
  const place = await newPlace();
  places.push(place);
  return place;
}

afterAll(async () => {
  for (const { pid } of processes.filter(({ pid }) => isAlive(pid))) process.kill(-pid, 'SIGKILL');
  for (const place of places) await place.dispose();
});

const portsOf = (place: Place) => SERVICES.map((_, index) => place.port + index);
const listening = async (place: Place, host?: string) => {
  const open = await Promise.all(portsOf(place).map((port) => listens(port, host)));
  return SERVICES.filter((_, index) => open[index]);
};

/** Permission bits, like `700`. */
const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

describe('a local cloud that runs', () => {
  let place: Place;
  let running: Spawned;

  beforeAll(async () => {
    place = await freshPlace();
    running = npmStart(place.environment);
    await until(() => {
      if (running.child.exitCode !== null) throw new Error(running.printed.stderr);
      return running.printed.stdout.includes('Nevermore is ready');
    });
  });

  it('says where it is and how to sign in, and serves the app there', async () => {
    expect(running.printed.stdout).toContain(`http://localhost:${place.port}`);
    expect(running.printed.stdout).toContain('demo@nevermore.local');
    expect(running.printed.stdout).toMatch(/offline drafter/);
    expect(running.printed.stdout).toContain(`http://127.0.0.1:${place.port + 3}/executions?key=`);
    const page = await fetch(`http://localhost:${place.port}/`);
    expect(await page.text()).toMatch(/<title>.*Nevermore/);
  });

  it('tells the page that rules draft, that no model is asked, and where codes for accounts are', () => {
    const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    const { outputsFile } = read(join(place.state, 'cloud.json'));
    expect(read(String(outputsFile)).custom).toEqual({
      models: { micro: OFFLINE_DRAFTER, lite: OFFLINE_DRAFTER, pro: OFFLINE_DRAFTER, offline: true },
      codesAppearIn: 'the terminal where npm start runs',
      // Seconds that a review waits, and that follow-ups do.
      waiting: { review: 432_000, followUp: 172_800 },
      executions: `http://127.0.0.1:${place.port + 3}/executions`,
      // Which functions `npm run reindex`, `npm run archive` and `npm run memories` call.
      indexer: expect.stringMatching(/^indexer/),
      archivist: expect.stringMatching(/^archivist/),
      memoryIndexer: expect.stringMatching(/^memoryIndexer/),
      embeddedBy: OFFLINE_EMBEDDER,
      mcp: `http://localhost:${place.port + 7}/mcp`,
    });
  });

  it('listens on 127.0.0.1 only', async () => {
    expect(await listening(place)).toEqual(SERVICES);
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal }) => !internal)
      .map(({ address }) => address);
    // The second is loopback too, and answered only by a server that listens everywhere.
    for (const host of ['::1', '127.0.0.2', ...others]) {
      expect([host, await listening(place, host)]).toEqual([host, []]);
    }
  });

  it('keeps its state to its owner', () => {
    expect(modeOf(place.state)).toBe('700');
    for (const folder of readdirSync(place.state, { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    )) {
      expect([folder.name, modeOf(join(place.state, folder.name))]).toEqual([folder.name, '700']);
    }
    for (const secret of ['iam-secret', 'cognito/cognito.json', 'cloud.json', 'lock']) {
      expect([secret, modeOf(join(place.state, secret))]).toEqual([secret, '600']);
    }
  });

  it('refuses a second copy on the same state, and says what to do', async () => {
    const { pid } = JSON.parse(readFileSync(join(place.state, 'cloud.json'), 'utf8'));
    const second = npmStart({ ...place.environment, PORT: String(place.port + 1_000) });
    expect(await second.ended).toEqual({ code: 1, signal: null });
    expect(second.printed.stderr).toContain(`Another Nevermore (process ${pid}) is using the state`);
    expect(second.printed.stderr).toContain('NEVERMORE_STATE=');
    expect(second.printed.stderr).not.toMatch(/^\s+at /m);
    expect(await listening(place)).toEqual(SERVICES);
  });

  it('refuses to be reset meanwhile', async () => {
    const reset = runNode(['--import', 'tsx', 'local/nevermore/reset.ts'], place.environment);
    expect(await reset.ended).toEqual({ code: 1, signal: null });
    expect(reset.printed.stderr).toContain('is using the state');
    expect(existsSync(join(place.state, 'cloud.json'))).toBe(true);
  });

  it('stops with everything it started on Ctrl-C, with exit code 0', async () => {
    const below = descendantsOf(running.pid);
    // The cloud itself, and a process for each function at least.
    expect(below.length).toBeGreaterThanOrEqual(3);
    // A terminal sends it to the whole group.
    process.kill(-running.pid, 'SIGINT');
    expect(await running.ended).toEqual({ code: 0, signal: null });
    expect(below.filter(isAlive)).toEqual([]);
    expect(await listening(place)).toEqual([]);
    expect(existsSync(join(place.state, 'lock'))).toBe(false);
    expect(existsSync(join(place.state, 'cloud.json'))).toBe(false);
    expect(running.printed.stderr).toBe('');
  });

  it('names the app when the app’s port is taken, and leaves nothing running', async () => {
    await refusesTakenPort(place, 0);
  });
});

describe('a taken port', () => {
  it.each(SERVICES.map((service, index) => ({ service, index })).slice(1))(
    'is named with its service: $service',
    async ({ index }) => {
      await refusesTakenPort(await freshPlace(), index);
    },
  );
});

async function refusesTakenPort(place: Place, index: number): Promise<void> {
  const port = place.port + index;
  const other = await occupy(port);
  const refused = npmStart(place.environment);
  expect(await refused.ended).toEqual({ code: 1, signal: null });
  await new Promise((done) => other.close(done));
  expect(refused.printed.stderr).toContain(`Port ${port}, meant for ${SERVICES[index]}, is taken`);
  expect(refused.printed.stderr).toContain('PORT=');
  expect(refused.printed.stderr).not.toMatch(/^\s+at /m);
  expect(await listening(place)).toEqual([]);
  expect(existsSync(join(place.state, 'lock'))).toBe(false);
}

it.each([
  ['PORT', { PORT: 'raven' }, /PORT is "raven"/],
  ['NEVERMORE_CLOCK', { NEVERMORE_CLOCK: 'midnight' }, /NEVERMORE_CLOCK is "midnight".*from 1 to 600/],
  ['NEVERMORE_BEDROCK', { NEVERMORE_BEDROCK: 'crystal-ball' }, /crystal-ball.*offline, openai, aws/],
])('a wrong %s is named before anything starts', async (_name, environment, message) => {
  const state = mkdtempSync(join(tmpdir(), 'nevermore-wrong-'));
  const refused = npmStart({ NEVERMORE_STATE: state, ...environment });
  expect(await refused.ended).toEqual({ code: 1, signal: null });
  expect(refused.printed.stderr).toMatch(message);
  expect(refused.printed.stderr).not.toMatch(/^\s+at /m);
  expect(readdirSync(state)).toEqual([]);
  rmSync(state, { recursive: true });
});
