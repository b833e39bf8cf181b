import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { PORT } from './playwright.config';

const PROJECT = resolve(import.meta.dirname, '../..');
/** A fresh clone synthesizes the backend and builds the app first. */
const PATIENCE_MS = 180_000;

/** Runs `npm start` as a newcomer does, with a state folder of its own, and ends it after the tests. */
export default async function startNevermore(): Promise<() => Promise<void>> {
  const state = mkdtempSync(join(tmpdir(), 'nevermore-e2e-'));
  const log = join(state, 'terminal.log');
  const output = openSync(log, 'w');
  const app = spawn('npm', ['start'], {
    cwd: PROJECT,
    // A process group of its own, so that Ctrl-C can be sent to all of it as a terminal does.
    detached: true,
    stdio: ['ignore', output, output],
    // With the guardrail, so that every text of these tests goes by it.
    env: { ...process.env, PORT: String(PORT), NEVERMORE_STATE: state, NEVERMORE_GUARDRAIL: 'on' },
  });
  closeSync(output);
  process.env.NEVERMORE_E2E_LOG = log;
  process.env.NEVERMORE_E2E_STATE = state;
  const exited = new Promise<number | null>((done) => app.once('exit', done));

  const deadline = Date.now() + PATIENCE_MS;
  while (!readFileSync(log, 'utf8').includes('Nevermore is ready')) {
    if (app.exitCode !== null || Date.now() > deadline) {
      throw new Error(`npm start did not become ready:\n${readFileSync(log, 'utf8')}`);
    }
    await wait(100);
  }
  return async () => {
    process.kill(-(app.pid as number), 'SIGINT');
    await exited;
    const printed = readFileSync(log, 'utf8');
    rmSync(state, { recursive: true, force: true });
    if (!printed.includes('Stopping') || (await isServed())) {
      throw new Error(`Ctrl-C did not end npm start:\n${printed}`);
    }
  };
}

const isServed = () =>
  fetch(`http://127.0.0.1:${PORT}`).then(
    () => true,
    () => false,
  );
