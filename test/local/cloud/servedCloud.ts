/**
 * The local cloud without the app, in a process of its own that tests kill: settings come as in `npm start`
 * (`PORT`, `NEVERMORE_STATE`, `NEVERMORE_OPENAI_URL` …). Each line it prints is one {@link CloudEvent}.
 */
import { resolve } from 'node:path';
import { readClockSpeed } from '../../../local/clockSpeed';
import type { CodeDelivery } from '../../../local/cognito';
import { readBedrockSettings, readEmbeddingSettings } from '../../../local/nevermore/answering';
import { type NevermoreCloud, startNevermoreCloud } from '../../../local/nevermore/cloud';
import { type DemoAccount, demoAccount, seedDemo } from '../../../local/nevermore/demo';
import { writeOutputs } from '../../../local/outputsFile';
import { readPorts } from '../../../local/ports';
import { StateFolder } from '../../../local/stateFolder';

export interface ReadyCloud {
  endpoints: NevermoreCloud['endpoints'];
  userPoolId: string;
  clientId: string;
  demo: DemoAccount;
  resumed: string[];
}

export type CloudEvent =
  | { kind: 'ready'; cloud: ReadyCloud }
  | { kind: 'code'; code: CodeDelivery }
  | { kind: 'log'; line: string };

const tell = (event: CloudEvent) => process.stdout.write(`${JSON.stringify(event)}\n`);

async function serve(): Promise<void> {
  const state = StateFolder.ofEnvironment(process.env);
  process.once('exit', await state.lock());
  const cloud = await startNevermoreCloud({
    projectDir: process.env.BACKEND_UNDER_TEST ?? resolve(import.meta.dirname, '../../..'),
    state,
    ports: readPorts(process.env),
    clockSpeed: readClockSpeed(process.env),
    // A test asks a few functions, and dozens of clouds are started.
    prewarm: false,
    bedrock: readBedrockSettings(process.env),
    embedding: readEmbeddingSettings(process.env),
    onCode: (code) => tell({ kind: 'code', code }),
    onLog: ({ functionName, line }) => tell({ kind: 'log', line: `[${functionName}] ${line}` }),
  });
  writeOutputs(state.outputsFile, cloud.outputs);
  const demo = demoAccount(state, process.env);
  await seedDemo(cloud.seedUser, demo);
  state.announce({
    pid: process.pid,
    app: 'none',
    ...cloud.endpoints,
    embeddedBy: cloud.embeddedBy,
    outputsFile: state.outputsFile,
    demo,
    ...cloud.operator,
  });
  process.once('SIGTERM', () => {
    cloud.close().then(() => process.exit(0));
  });
  const { user_pool_id: userPoolId, user_pool_client_id: clientId } = cloud.outputs.auth;
  tell({
    kind: 'ready',
    cloud: {
      endpoints: cloud.endpoints,
      userPoolId: String(userPoolId),
      clientId: String(clientId),
      demo,
      resumed: cloud.resumed,
    },
  });
}

serve().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
