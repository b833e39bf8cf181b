import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InvokeCommand, LambdaClient, type LambdaClientConfig } from '@aws-sdk/client-lambda';
import { build } from 'esbuild';
import type { EnhancementRequest } from '../domain/enhancement';
import { signedGraphql } from '../lambda/appsync';
import { recordsThrough } from '../lambda/start/records';
import { type LocalFunction, startLambda } from '../local/lambda';
import { type Author, signInAuthor } from './author';
import { type BenchCloud, cacheDir, FLOOR_MS, startBenchCloud } from './benchCloud';
import { type Bench, type Measurement, ratios } from './report';

const RUNS = 15;
const WARM_UPS = 2;
/** Lambda answers a synchronous invocation only when the execution may take no longer than 15 minutes. */
const SYNCHRONOUS = { executionTimeoutSeconds: 900, retentionDays: 1 };
const SOURCE =
  'db fell over at 14:02 UTC after the 2.14.1 deploy, failover took 9 min, about 1,200 checkouts failed. ' +
  'We suspect the pool size. Rolled back at 14:20, errors gone by 14:25.';
const request = (enhancementId: string): EnhancementRequest => ({
  enhancementId,
  section: 'description',
  questions: [],
  theme: 'professional',
  source: SOURCE,
});

/**
 * What the product adds to the time that its models take: Micro 300 ms, Lite 600 ms beside it, then Pro
 * 400 ms. All ways are measured in turn within one process, so that whatever else the machine does hits all.
 */
export const overhead: Bench = async () => {
  const own = await startBenchCloud();
  const peers = await startPeers(own);
  try {
    const author = await signInAuthor(own.running);
    const ways: Record<string, (id: string) => Promise<number>> = {
      own: (id) => invokeOwn(own, author, id),
      sample: (id) => peers.invoke('sample', id),
      plain: (id) => peers.invoke('plain', id),
      asked: (id) => author.enhance(id, SOURCE),
    };
    const times: Record<string, number[]> = { own: [], sample: [], plain: [], asked: [] };
    for (let run = -WARM_UPS; run < RUNS; run += 1) {
      for (const [name, way] of Object.entries(ways)) {
        const ms = await way(randomUUID());
        if (run >= 0) times[name]?.push(ms);
      }
    }
    return table(times as Record<'own' | 'sample' | 'plain' | 'asked', number[]>);
  } finally {
    await peers.close();
    await own.close();
  }
};

function table(times: Record<'own' | 'sample' | 'plain' | 'asked', number[]>): Measurement[] {
  const unit = '× 1,000 ms';
  const toFloor = (values: readonly number[]) => values.map((value) => value / FLOOR_MS);
  return [
    {
      what: 'Invoke to verdict stored and heard, Nevermore’s workflow',
      aim: '≤ 1.05',
      unit,
      values: toFloor(times.own),
    },
    { what: 'Invoke to answer, the AWS sample’s shape', unit, values: toFloor(times.sample) },
    { what: 'Invoke to answer, a plain function', unit, values: toFloor(times.plain) },
    { what: 'Nevermore ÷ the sample’s shape', unit: '×', values: ratios(times.own, times.sample) },
    { what: 'Mutation sent to verdict heard by subscription', unit, values: toFloor(times.asked) },
  ];
}

/** Starts the deployed function as its proxy does, and waits until the author has heard the stored verdict. */
async function invokeOwn(own: BenchCloud, author: Author, id: string): Promise<number> {
  const proxy = functionOf(own, (fn) => fn.durable === undefined);
  const enhance = functionOf(own, (fn) => fn.durable !== undefined);
  const credentials = own.credentialsFor(proxy.name);
  const records = recordsThrough(
    signedGraphql(own.cloud.endpoints.appSync, {
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      AWS_SESSION_TOKEN: credentials.sessionToken,
    }),
  );
  await records.create({ ...request(id), postMortemId: author.postMortemId, owner: author.sub });
  const client = lambdaClient(own.cloud.endpoints.lambda, credentials);
  const heard = author.verdict(id);
  const started = performance.now();
  await invoke(client, enhance.aliases[0]?.arn ?? enhance.arn, id, 'Event');
  await heard;
  const ms = performance.now() - started;
  client.destroy();
  return ms;
}

function functionOf(own: BenchCloud, is: (fn: BenchCloud['assembly']['functions'][number]) => boolean) {
  const found = own.assembly.functions.find(is);
  if (!found) throw new Error('The backend lacks a function that this bench measures.');
  return found;
}

/** The peer and the floor on a second local Lambda, with the same Bedrock and the same role. */
async function startPeers(own: BenchCloud) {
  const folder = mkdtempSync(join(tmpdir(), 'nevermore-bench-peers-'));
  const assetDir = join(cacheDir, 'peers');
  await build({
    entryPoints: [join(import.meta.dirname, 'sampleShape.ts')],
    outfile: join(assetDir, 'index.mjs'),
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    mainFields: ['module', 'main'],
    banner: {
      js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);",
    },
    logLevel: 'error',
  });
  const enhance = functionOf(own, (fn) => fn.durable !== undefined);
  const like = (name: string, handler: string, durable?: LocalFunction['durable']): LocalFunction => ({
    name,
    arn: `arn:aws:lambda:us-east-1:000000000000:function:${name}`,
    assetDir,
    handler,
    environment: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    credentials: own.credentialsFor(enhance.name),
    timeoutSeconds: enhance.timeoutSeconds,
    memoryMb: enhance.memoryMb,
    durable,
    aliases: ['live'],
    versions: ['1'],
    prewarm: true,
  });
  const lambda = await startLambda({
    port: 0,
    stateDir: folder,
    functions: [like('sample', 'index.handler', SYNCHRONOUS), like('plain', 'index.plain')],
    endpoints: { AWS_ENDPOINT_URL_BEDROCK_RUNTIME: own.cloud.endpoints.bedrock },
  });
  return {
    invoke: async (name: string, id: string) => {
      const client = lambdaClient(lambda.endpoint, { accessKeyId: 'bench', secretAccessKey: 'bench' });
      const ms = await timed(() => invoke(client, `${name}:live`, id, 'RequestResponse', name === 'sample'));
      client.destroy();
      return ms;
    },
    close: async () => {
      await lambda.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Credentials = LambdaClientConfig['credentials'];

const lambdaClient = (endpoint: string, credentials: Credentials) =>
  new LambdaClient({ endpoint, credentials, region: 'us-east-1', maxAttempts: 1 });

type HowInvoked = 'Event' | 'RequestResponse';

async function invoke(
  client: LambdaClient,
  name: string,
  id: string,
  how: HowInvoked,
  isDurable = true,
): Promise<void> {
  const reply = await client.send(
    new InvokeCommand({
      FunctionName: name,
      InvocationType: how,
      ...(isDurable && { DurableExecutionName: id }),
      Payload: JSON.stringify(request(id)),
    }),
  );
  if (reply.FunctionError) throw new Error(`${name}: ${Buffer.from(reply.Payload ?? []).toString()}`);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
