import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { CodeDelivery } from '../../../local/cognito';
import { SERVED, servedAssemblies } from '../appsync/synthesized';
import { bundled } from './bundled';
import { freePorts, runNode } from './processes';
import type { CloudEvent, ReadyCloud } from './servedCloud';

/** A local cloud that listens, in a process of its own. */
export interface ComposedCloud extends ReadyCloud {
  pid: number;
  /** Handed-out codes, newest last. */
  codes: CodeDelivery[];
  log: string[];
  /** `kill -9`; resolves when it is gone. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** A state folder and ports, on which a local cloud can be started again and again. */
export interface Place {
  state: string;
  port: number;
  environment: Record<string, string>;
  /** @param settings more environment, such as `NEVERMORE_OPENAI_URL` */
  start(settings?: Record<string, string>): Promise<ComposedCloud>;
  /** Kills what still runs and removes the folder. */
  dispose(): Promise<void>;
}

/**
 * An empty state folder but for the synthesized backend, which all tests share: making it takes seconds.
 * @param backend the product's own, the same with a guardrail, or a fixture's
 */
export async function newPlace(backend: keyof typeof SERVED = 'product'): Promise<Place> {
  const state = mkdtempSync(join(tmpdir(), 'nevermore-cloud-'));
  symlinkSync(await servedAssemblies(backend), join(state, 'assembly'));
  const port = await freePorts();
  const environment = {
    PORT: String(port),
    NEVERMORE_STATE: state,
    ...SERVED[backend].environment,
  };
  const running = new Set<ComposedCloud>();
  return {
    state,
    port,
    environment,
    start: async (settings = {}) => {
      const cloud = await startIn({ ...environment, ...settings });
      running.add(cloud);
      return cloud;
    },
    dispose: async () => {
      await Promise.all([...running].map((cloud) => cloud.kill()));
      rmSync(state, { recursive: true, force: true });
    },
  };
}

async function startIn(environment: Record<string, string>): Promise<ComposedCloud> {
  const { child, pid, printed, ended } = runNode([await bundled('cloud')], environment);
  const codes: CodeDelivery[] = [];
  const log: string[] = [];
  const ready = new Promise<ReadyCloud>((done) => {
    if (!child.stdout) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      const event = JSON.parse(line) as CloudEvent;
      if (event.kind === 'ready') done(event.cloud);
      if (event.kind === 'code') codes.push(event.code);
      if (event.kind === 'log') log.push(event.line);
    });
  });
  const cloud = await Promise.race([
    ready,
    ended.then(() => Promise.reject(new Error(`The local cloud did not start:\n${printed.stderr}`))),
  ]);
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };
  return { ...cloud, pid, codes, log, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}
