import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AssemblyError } from './assembly';
import { clockSpeedFrom, describeClockSpeed } from './clockSpeed';
import { startCloud } from './cloud';
import { LocalCloudError } from './errors';
import { writeOutputs } from './outputsFile';
import { portsFrom } from './ports';
import { StateFolder } from './stateFolder';

/**
 * `npm run local -- --project DIR [--port N] [--state DIR] [--clock N]`: serves any Amplify Gen 2 backend on this
 * computer until it is told to stop. Standard output says what runs; what went wrong is on standard error.
 */
const USAGE = `npm run local -- --project DIR [--port N] [--state DIR] [--clock N]

  --project  the folder with amplify/backend.ts; amplify_outputs.json is written into it
  --port     of the app whose pages may ask (5173); the six above it are the local cloud's
  --state    what is kept: accounts, tables, files, runs (.amplify/local in the project)
  --clock    how many times as fast durable executions wait (1; 60 makes an hour a minute)`;

/** Folders of a project that no backend is made of. */
const NO_SOURCES = /^(?:\.|node_modules$|dist$|build$|coverage$|cdk\.out$|amplify_outputs)/;

class UsageError extends LocalCloudError {
  override name = 'UsageError';
}

interface Asked {
  projectDir: string;
  port: string;
  stateDir: string;
  clockSpeed: number;
}

/** npm runs commands in this repository; `INIT_CWD` is where the person is. */
const place = (path: string): string => resolve(process.env.INIT_CWD ?? process.cwd(), path);

function readArguments(args: string[]): Asked {
  let values: { project?: string; port?: string; state?: string; clock?: string };
  try {
    const text = { type: 'string' } as const;
    values = parseArgs({ args, options: { project: text, port: text, state: text, clock: text } }).values;
  } catch (cause) {
    throw new UsageError(`${(cause as Error).message}\n\n${USAGE}`, { cause });
  }
  if (!values.project) throw new UsageError(`--project is missing.\n\n${USAGE}`);
  const projectDir = place(values.project);
  if (!existsSync(join(projectDir, 'amplify/backend.ts')))
    throw new UsageError(`There is no amplify/backend.ts in ${projectDir}. Name the folder that holds it.`);
  return {
    projectDir,
    port: values.port ?? '5173',
    stateDir: values.state ? place(values.state) : join(projectDir, '.amplify/local'),
    clockSpeed: clockSpeedFrom('--clock', values.clock ?? '1'),
  };
}

const say = (line: string) => process.stdout.write(`${line}\n`);

async function serve({ projectDir, port, stateDir, clockSpeed }: Asked): Promise<void> {
  const ports = portsFrom('--port', port);
  const state = new StateFolder(stateDir);
  process.once('exit', await state.lock());
  const entries = await readdir(projectDir);
  say(`Starting the local cloud for ${projectDir} …`);
  const cloud = await startCloud({
    projectDir,
    sources: entries.filter((name) => !NO_SOURCES.test(name)).sort(),
    state,
    ports,
    clockSpeed,
    onCode: ({ email, code, purpose }) => say(`${purpose} code for ${email}: ${code}`),
    onLog: ({ functionName, line }) => say(`[${functionName}] ${line}`),
    onModelCall: ({ modelId, ok }) => say(`[bedrock] ${modelId} ${ok ? 'answered' : 'failed'}`),
  });
  const outputsFile = join(projectDir, 'amplify_outputs.json');
  const kept = writeOutputs(outputsFile, cloud.outputs);
  if (kept) say(`amplify_outputs.json pointed at AWS; it is now ${kept}.`);
  const { functionUrls } = cloud;
  state.announce({ pid: process.pid, ...cloud.endpoints, functionUrls, outputsFile, ...cloud.operator });
  stopOnce(async () => {
    state.withdraw();
    await cloud.close();
  });
  for (const found of cloud.damage) say(`⚠  ${found}`);
  for (const [service, url] of Object.entries(cloud.endpoints)) say(`  ${service.padEnd(10)} ${url}`);
  for (const [id, url] of Object.entries(functionUrls)) say(`  url        ${url} (${id})`);
  say(`  models     ${cloud.models}`);
  const clock = describeClockSpeed(clockSpeed);
  if (clock) say(`  clock      ${clock}`);
  say(`  outputs    ${outputsFile}`);
  say(`  state      ${state.path}`);
  say('The local cloud is ready. Stop with Ctrl-C.');
}

function stopOnce(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      stop().then(() => process.exit(0), fail);
    });
  }
}

function fail(error: unknown): never {
  const isPlain = error instanceof LocalCloudError || error instanceof AssemblyError;
  const told = error instanceof Error ? (isPlain ? error.message : error.stack) : String(error);
  process.stderr.write(`${told}\n`);
  process.exit(1);
}

try {
  await serve(readArguments(process.argv.slice(2)));
} catch (error) {
  fail(error);
}
