import { resolve } from 'node:path';
import { describeClockSpeed, readClockSpeed } from '../clockSpeed';
import { LocalCloudError } from '../errors';
import { writeOutputs } from '../outputsFile';
import { listeningOn, listens, readPorts } from '../ports';
import { StateFolder } from '../stateFolder';
import { type BedrockSettings, readBedrockSettings, readEmbeddingSettings } from './answering';
import { checkModels } from './checkModels';
import { startNevermoreCloud } from './cloud';
import { demoAccount, seedDemo } from './demo';
import { chosenModels } from './model/chosenModels';

const projectDir = resolve(import.meta.dirname, '../..');

/** What the app is served from. */
export interface AppContext {
  projectDir: string;
  stateDir: string;
  /** Folder for builds. */
  cacheDir: string;
  outputsFile: string;
  cognitoEndpoint: string;
  port: number;
}

/** Serves the app on `port`: built, as it deploys, or by the server that developers use. */
export type ServeApp = (context: AppContext) => Promise<{ url: string; close(): Promise<void> }>;

/** Starts the local cloud and the app, and runs until it is told to stop. */
export function runLocally(serveApp: ServeApp): void {
  run(serveApp).catch(fail);
}

async function run(serveApp: ServeApp): Promise<void> {
  const environment = process.env;
  const ports = readPorts(environment);
  const clockSpeed = readClockSpeed(environment);
  const state = StateFolder.ofEnvironment(environment);
  const bedrock = bedrockSettings(environment, state);
  if (process.argv.includes('--check-models')) return tryModels(bedrock, environment);
  const unlock = await state.lock(() =>
    say(
      `\n  ⚠  ${state.name} was open to other users of this computer; it is closed now. Whoever was in it has its ` +
        'keys: npm run reset makes new ones, and clears what is kept.\n',
    ),
  );
  process.once('exit', unlock);

  say('Starting the local cloud …');
  const cloud = await startNevermoreCloud({
    projectDir,
    state,
    ports,
    bedrock,
    embedding: process.argv.includes('--offline') ? undefined : readEmbeddingSettings(environment),
    clockSpeed,
    onCode: ({ email, code, purpose }) => say(`\n  ✉  ${purpose} code for ${email}: ${code}\n`),
    onLog: ({ functionName, line }) => say(`[${functionName}] ${line}`),
    onModelCall: ({ body, engine, modelId, latencyMs, ok }) =>
      say(
        `[bedrock] ${modelId} ${body.requestMetadata?.task ?? ''} ${body.requestMetadata?.section ?? ''} ${ok ? 'answered' : 'failed'} in ${latencyMs} ms (${engine})`,
      ),
  });
  const kept = writeOutputs(state.outputsFile, cloud.outputs);
  if (kept) say(`amplify_outputs.json pointed at AWS; it is now ${kept}.`);
  const demo = demoAccount(state, environment);
  await seedDemo(cloud.seedUser, demo);
  const app = await listeningOn(ports.app, 'the app', (port) =>
    serveApp({
      projectDir,
      stateDir: state.path,
      cacheDir: state.folder('app'),
      outputsFile: state.outputsFile,
      cognitoEndpoint: cloud.endpoints.cognito,
      port,
    }),
  );
  const isMisleading = await listens('::1', ports.app);
  const url = isMisleading ? app.url.replace('localhost', '127.0.0.1') : app.url;
  state.announce({
    pid: process.pid,
    app: url,
    ...cloud.endpoints,
    embeddedBy: cloud.embeddedBy,
    outputsFile: state.outputsFile,
    demo,
    ...cloud.operator,
  });

  stopOn(['SIGINT', 'SIGTERM', 'SIGHUP'], async () => {
    state.withdraw();
    await app.close();
    await cloud.close();
  });
  if (isMisleading)
    say(
      `\n  ⚠  Another server listens on [::1]:${ports.app}, and a browser may take localhost:${ports.app} there. ` +
        `Stop it, or open ${url} and nothing else.\n`,
    );
  for (const found of cloud.damage) say(`\n  ⚠  ${found}\n`);
  if (cloud.resumed.length > 0) say(`${cloud.resumed.length} execution(s) go on where they stopped.`);
  const clock = describeClockSpeed(clockSpeed);
  say(
    [
      '',
      `  Nevermore is ready (${(performance.now() / 1000).toFixed(1)} s)`,
      '',
      `  Open      ${url}`,
      `  Sign in   ${demo.email}`,
      `  Password  ${demo.password}`,
      '',
      `  Outbox    ${cloud.endpoints.outbox}`,
      `  Runs      ${cloud.endpoints.executions}`,
      `  MCP       ${cloud.endpoints.mcp}   (npm run mcp is the same on standard input)`,
      `  Drafts by ${cloud.models}`,
      `  Vectors   by ${cloud.embeddedBy}`,
      ...(clock ? [`  Clock     ${clock}`] : []),
      `  State in  ${state.name}   (npm run reset clears it)`,
      '  Stop with Ctrl-C',
      '',
    ].join('\n'),
  );
}

/** `npm start -- --check-models`: asks each role once, says what works, and ends. */
async function tryModels(settings: BedrockSettings, environment: NodeJS.ProcessEnv): Promise<void> {
  say('Trying each role once …');
  const checks = await checkModels(settings, environment, ({ role, model, works, found }) =>
    say(`  ${works ? '✓' : '✗'} ${role.padEnd(5)} ${model}: ${found}`),
  );
  say(
    checks.every(({ works }) => works)
      ? 'All three roles work.'
      : 'What does not work ends in your own text or a labelled rule; nothing is lost. Other models: npm run model -- --list',
  );
  process.exit(0);
}

/** Who answers; `--offline` on the command line means the offline drafter, this once. */
function bedrockSettings(environment: NodeJS.ProcessEnv, state: StateFolder): BedrockSettings {
  if (process.argv.includes('--offline')) return readBedrockSettings({ NEVERMORE_BEDROCK: 'offline' });
  const settings = readBedrockSettings(environment, chosenModels(state));
  if (settings.engine !== 'llama') return settings;
  return {
    ...settings,
    onQueue: (waiting) => waiting > 0 && say(`[model] ${waiting} waiting for the one that writes`),
  };
}

const say = (line: string) => process.stdout.write(`${line}\n`);

function stopOn(signals: NodeJS.Signals[], stop: () => Promise<void>): void {
  let since: number | undefined;
  for (const signal of signals) {
    process.on(signal, () => {
      // A second Ctrl-C means now; one that follows at once is the same, sent by terminal and npm both.
      if (since !== undefined && performance.now() - since > 500) process.exit(130);
      if (since !== undefined) return;
      since = performance.now();
      say('\nStopping …');
      stop().then(
        () => process.exit(0),
        (error: unknown) => fail(error),
      );
    });
  }
}

function fail(error: unknown): never {
  const isPlain =
    error instanceof LocalCloudError ||
    (error instanceof Error && /(Settings|Synthesis|State|InUse)\w*Error$/.test(error.name));
  process.stderr.write(
    `\n${isPlain ? (error as Error).message : error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exit(1);
}
