import { spawn } from 'node:child_process';
import { closeSync, cpSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { PORT } from './playwright.config';

const PROJECT = resolve(import.meta.dirname, '../..');
/**
 * A start that fails ends, and is told at once; one that is not ready after this long hangs. A fresh clone
 * synthesizes the backend and builds the app first, which took eight minutes on a busy machine.
 */
const HANGS_AFTER_MS = 30 * 60_000;

/** With the guardrail, so that every text of these tests goes by it. */
const BACKEND = { NEVERMORE_GUARDRAIL: 'on' };

/** An `npm start` of the tests' own. */
export interface StartedApp {
  /** Its state folder, which goes with it. */
  state: string;
  /** File with what it prints. */
  log: string;
  /** Presses Ctrl-C, and waits until it has ended. @returns all that it printed */
  end(): Promise<string>;
}

/**
 * Runs `npm start` with a state folder of its own until it is ready.
 * @param lender state folder that has the backend's assembly already; without one it is made, as a newcomer's is
 */
export async function startApp(
  port: number,
  environment: NodeJS.ProcessEnv = {},
  lender?: string,
): Promise<StartedApp> {
  const state = mkdtempSync(join(tmpdir(), 'nevermore-e2e-'));
  if (lender) cpSync(join(lender, 'assembly'), join(state, 'assembly'), { recursive: true });
  const log = join(state, 'terminal.log');
  const output = openSync(log, 'w');
  const app = spawn('npm', ['start'], {
    cwd: PROJECT,
    // A process group of its own, so that Ctrl-C can be sent to all of it as a terminal does.
    detached: true,
    stdio: ['ignore', output, output],
    env: { ...process.env, ...BACKEND, PORT: String(port), NEVERMORE_STATE: state, ...environment },
  });
  closeSync(output);
  const exited = new Promise<number | null>((done) => app.once('exit', done));
  const printed = () => readFileSync(log, 'utf8');

  const deadline = Date.now() + HANGS_AFTER_MS;
  while (!printed().includes('Nevermore is ready')) {
    if (app.exitCode !== null || Date.now() > deadline) {
      if (app.exitCode === null) process.kill(-(app.pid as number), 'SIGKILL');
      throw new Error(`npm start did not become ready:\n${printed()}`);
    }
    await wait(100);
  }
  return {
    ...{ state, log },
    end: async () => {
      if (app.exitCode === null) process.kill(-(app.pid as number), 'SIGINT');
      await exited;
      const all = printed();
      rmSync(state, { recursive: true, force: true });
      return all;
    },
  };
}

/** Runs `npm start` as a newcomer does, and ends it after the tests. */
export default async function startNevermore(): Promise<() => Promise<void>> {
  const app = await startApp(PORT);
  process.env.NEVERMORE_E2E_LOG = app.log;
  process.env.NEVERMORE_E2E_STATE = app.state;
  return async () => {
    const printed = await app.end();
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
