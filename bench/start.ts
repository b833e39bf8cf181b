import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { synthesize } from '../local/assembly';
import { buildApp } from '../local/nevermore/app/build';
import { freePorts, projectDir } from './benchCloud';
import { type Bench, type Measurement, ratios } from './report';

const WARM_RUNS = 7;
const FRESH_RUNS = 3;
/** What was allocated while starting has been collected by then. */
const SETTLED_MS = 10_000;

/**
 * `npm start` until it says that it is ready: when nothing changed, and on an empty state. With the argument
 * `clone` also a fresh clone of the last commit, which installs every package.
 */
export const start: Bench = async (args) => {
  const state = mkdtempSync(join(tmpdir(), 'nevermore-bench-start-'));
  const environment = { PORT: String(await freePorts()), NEVERMORE_STATE: state };
  try {
    const fresh: number[] = [];
    const unavoidable: number[] = [];
    for (let run = 0; run < FRESH_RUNS; run += 1) {
      rmSync(state, { recursive: true, force: true });
      fresh.push((await startOnce(projectDir, environment)).seconds);
      unavoidable.push(await synthesisAndBuild(join(state, 'amplify_outputs.json')));
    }
    const warm: number[] = [];
    const node: number[] = [];
    const megabytes: number[] = [];
    for (let run = 0; run < WARM_RUNS; run += 1) {
      node.push(await secondsOf(['-e', '0']));
      const settle = run < 3 ? SETTLED_MS : 0;
      const { seconds, idle } = await startOnce(projectDir, environment, settle);
      warm.push(seconds);
      if (idle !== undefined) megabytes.push(idle);
    }
    const bare = [await bareNode(), await bareNode(), await bareNode()];
    return [
      { what: 'Warm start to ready', aim: '≤ 5', unit: 's', values: warm },
      { what: 'Warm start ÷ `node -e 0`', unit: '×', values: ratios(warm, node) },
      { what: 'Start on an empty state to ready', unit: 's', values: fresh },
      { what: 'The same ÷ synthesis and build alone', unit: '×', values: ratios(fresh, unavoidable) },
      { what: 'Idle memory of all processes', unit: 'MB', values: megabytes },
      { what: 'Idle memory ÷ one bare Node.js', unit: '×', values: ratios(megabytes, bare) },
      ...(args.includes('clone') ? [await freshClone(environment)] : []),
    ];
  } finally {
    rmSync(state, { recursive: true, force: true });
  }
};

/** Starts, waits for the word "ready", looks at the memory after a while if asked to, and stops. */
async function startOnce(directory: string, environment: Record<string, string>, settleMs = 0) {
  const started = performance.now();
  const child = spawn(process.execPath, ['local/bootstrap.mjs', 'local/nevermore/start.ts'], {
    cwd: directory,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await readiness(child);
  const seconds = (performance.now() - started) / 1_000;
  if (settleMs > 0) await wait(settleMs);
  const idle = settleMs > 0 ? residentMegabytes(child.pid as number) : undefined;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  await ended;
  return { seconds, idle };
}

/** The floor of a start on an empty state: what Amplify's synthesis and Vite take by themselves. */
async function synthesisAndBuild(outputsFile: string): Promise<number> {
  const cacheDir = mkdtempSync(join(tmpdir(), 'nevermore-bench-floor-'));
  try {
    const started = performance.now();
    await synthesize({ projectDir, cacheDir });
    await buildApp({ projectDir, cacheDir, outputsFile, cognitoEndpoint: 'http://127.0.0.1:1' });
    return (performance.now() - started) / 1_000;
  } finally {
    rmSync(cacheDir, { recursive: true, force: true });
  }
}

function readiness(child: ChildProcess): Promise<void> {
  return new Promise((ready, failed) => {
    let printed = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      if (printed.includes('Nevermore is ready')) ready();
    });
    child.once('exit', (code) => failed(new Error(`npm start ended with ${code}:\n${printed}`)));
  });
}

async function secondsOf(args: string[]): Promise<number> {
  const started = performance.now();
  await new Promise((done) => spawn(process.execPath, args, { stdio: 'ignore' }).once('exit', done));
  return (performance.now() - started) / 1_000;
}

async function bareNode(): Promise<number> {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)'], { stdio: 'ignore' });
  await wait(1_000);
  const megabytes = residentMegabytes(child.pid as number);
  child.kill();
  return megabytes;
}

/** Resident memory of a process and all below it. Pages that they share count once for each. */
function residentMegabytes(root: number): number {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/).map(Number) as [number, number, number]);
  const sum = (pid: number): number =>
    rows.reduce((total, [id, parent, kilobytes]) => {
      const own = id === pid ? kilobytes / 1_000 : 0;
      return total + own + (parent === pid ? sum(id) : 0);
    }, 0);
  return sum(root);
}

/** A bare clone to ready: packages, backend, app. The registry's speed is part of it. */
async function freshClone(environment: Record<string, string>): Promise<Measurement> {
  const folder = mkdtempSync(join(tmpdir(), 'nevermore-bench-clone-'));
  const clone = join(folder, 'clone');
  try {
    execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${projectDir}`, clone]);
    // Its own state, as somebody who has just cloned has none.
    const { seconds } = await startOnce(clone, { ...environment, NEVERMORE_STATE: join(folder, 'state') });
    return { what: 'Fresh clone to ready, packages included', unit: 's', values: [seconds] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
