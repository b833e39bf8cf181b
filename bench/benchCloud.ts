import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Assembly, DEFAULT_LOCAL_VALUES, loadAssembly, synthesize } from '../local/assembly';
import type { BedrockCall } from '../local/bedrock';
import type { LocalCloud } from '../local/cloud';
import type { TableCall } from '../local/dynamodb';
import { createAuthorizer, type LocalCredentials, loadSecret } from '../local/iam';
import type { BedrockSettings } from '../local/nevermore/answering';
import { backendEnvironment } from '../local/nevermore/backendEnvironment';
import { startNevermoreCloud } from '../local/nevermore/cloud';
import { demoAccount, seedDemo } from '../local/nevermore/demo';
import { writeOutputs } from '../local/outputsFile';
import { readPorts } from '../local/ports';
import { type RunningCloud, StateFolder } from '../local/stateFolder';

export const projectDir = resolve(import.meta.dirname, '..');

/** What benches may keep from one run to the next: the synthesized backend and built pages. */
export const cacheDir = join(projectDir, 'node_modules', '.cache', 'nevermore-bench');

/** The fixed latencies of the issue: a run can take no less than the slower draft and the judge. */
export const LATENCY_MS = { micro: 300, lite: 600, pro: 400 } as const;
export const FLOOR_MS = LATENCY_MS.lite + LATENCY_MS.pro;

/** A local cloud of its own, whose models take exactly {@link LATENCY_MS} unless others are to answer. */
export interface BenchCloud {
  cloud: LocalCloud;
  assembly: Assembly;
  running: RunningCloud;
  appPort: number;
  credentialsFor(functionName: string): LocalCredentials;
  close(): Promise<void>;
}

/** An empty state folder that goes with the process. */
export function newBenchState(): StateFolder {
  const state = new StateFolder(mkdtempSync(join(tmpdir(), 'nevermore-bench-')));
  mkdirSync(assemblies, { recursive: true });
  symlinkSync(assemblies, state.file('assembly'));
  process.once('exit', () => rmSync(state.path, { recursive: true, force: true }));
  return state;
}

const assemblies = join(cacheDir, 'assembly');

/** @param state of an earlier one that was closed, to go on with what it left */
export async function startBenchCloud(
  bedrock: BedrockSettings = { engine: 'offline', latencyMs: LATENCY_MS },
  onModelCall?: (call: BedrockCall) => void,
  {
    state = newBenchState(),
    onTableCall,
  }: { state?: StateFolder; onTableCall?: (call: TableCall) => void } = {},
): Promise<BenchCloud> {
  const { directory } = await synthesize({
    projectDir,
    cacheDir: assemblies,
    // As the cloud below is told: another environment is another backend.
    environment: backendEnvironment(process.env),
  });
  const ports = readPorts({ PORT: String(await freePorts()) });
  const cloud = await startNevermoreCloud({
    projectDir,
    state,
    ports,
    bedrock,
    onModelCall,
    onTableCall,
    onCode: () => {},
    onLog: ({ functionName, line }) => process.stderr.write(`[${functionName}] ${line}\n`),
  });
  const demo = demoAccount(state, {});
  await seedDemo(cloud.seedUser, demo);
  writeOutputs(state.outputsFile, cloud.outputs);
  const assembly = loadAssembly(directory, {
    ...DEFAULT_LOCAL_VALUES,
    graphqlUrl: cloud.endpoints.appSync,
  });
  const authorizer = createAuthorizer({
    functions: assembly.functions,
    secret: loadSecret(state.file('iam-secret')),
    region: assembly.region,
  });
  return {
    cloud,
    assembly,
    running: {
      pid: process.pid,
      app: `http://localhost:${ports.app}`,
      ...cloud.endpoints,
      outputsFile: state.outputsFile,
      demo,
      ...cloud.operator,
    },
    appPort: ports.app,
    credentialsFor: authorizer.credentialsFor,
    close: () => cloud.close(),
  };
}

/** Seven free ports in a row, below those that systems hand out by themselves. */
export async function freePorts(): Promise<number> {
  for (;;) {
    const first = 12_000 + 10 * Math.floor(Math.random() * 2_000);
    const free = await Promise.all([0, 1, 2, 3, 4, 5, 6].map((offset) => isFree(first + offset)));
    if (free.every(Boolean)) return first;
  }
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((answer) => {
    const server = createServer();
    server.once('error', () => answer(false));
    server.listen(port, '127.0.0.1', () => server.close(() => answer(true)));
  });
