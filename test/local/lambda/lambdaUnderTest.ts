import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  GetDurableExecutionCommand,
  type GetDurableExecutionResponse,
  InvokeCommand,
  type InvokeCommandInput,
  LambdaClient,
} from '@aws-sdk/client-lambda';
import { build } from 'esbuild';
import { type LambdaOptions, type LocalFunction, type LocalLambda, startLambda } from '../../../local/lambda';
import type { Clock } from '../../../local/lambda/clock';

const ACCOUNT = 'arn:aws:lambda:us-east-1:000000000000:function';

/** A clock that runs, and that a test can push forward. */
export class PushedClock implements Clock {
  private ahead = 0;
  private readonly pending = new Set<{ at: number; task: () => void; timer: NodeJS.Timeout }>();

  now = () => Date.now() + this.ahead;

  schedule = (delayMs: number, task: () => void) => {
    const entry = {
      at: this.now() + delayMs,
      task,
      timer: setTimeout(() => run(), Math.min(delayMs, 2 ** 31 - 1)),
    };
    const run = () => {
      clearTimeout(entry.timer);
      if (this.pending.delete(entry)) task();
    };
    this.pending.add(entry);
    return () => {
      clearTimeout(entry.timer);
      this.pending.delete(entry);
    };
  };

  /** Lets `ms` pass at once. */
  push(ms: number): void {
    this.ahead += ms;
    for (const entry of [...this.pending]) {
      if (entry.at > this.now() || !this.pending.delete(entry)) continue;
      clearTimeout(entry.timer);
      entry.task();
    }
  }
}

/** A temporary folder with bundled handlers, a state folder and a file that counts calls. */
export class Workbench {
  readonly root = mkdtempSync(join(tmpdir(), 'lambda-'));
  readonly stateDir = join(this.root, 'state');
  readonly calls = join(this.root, 'calls');
  readonly logs: string[] = [];
  private running: LocalLambda[] = [];
  private clients: LambdaClient[] = [];

  constructor() {
    this.forgetCalls();
  }

  /** Bundles `handlers/<name>.ts` as a deployment would, as `index.js` (CommonJS) or `index.mjs`. */
  async bundle(name: string, format: 'cjs' | 'esm' = 'cjs'): Promise<string> {
    const assetDir = join(this.root, `${name}-${format}`);
    await build({
      entryPoints: [join(import.meta.dirname, 'handlers', `${name}.ts`)],
      outfile: join(assetDir, format === 'cjs' ? 'index.js' : 'index.mjs'),
      bundle: true,
      platform: 'node',
      target: 'node20',
      format,
      logLevel: 'error',
      // As Amplify does it: code inside an ES module bundle may still call `require`.
      banner: format === 'esm' ? { js: REQUIRE_IN_ESM } : {},
    });
    return assetDir;
  }

  fn(name: string, assetDir: string, change: Partial<LocalFunction> = {}): LocalFunction {
    return {
      name,
      arn: `${ACCOUNT}:${name}`,
      assetDir,
      handler: 'index.handler',
      environment: { CALLS: this.calls },
      credentials: { accessKeyId: `AKIA${name}`, secretAccessKey: 'secret', sessionToken: 'session' },
      timeoutSeconds: 20,
      memoryMb: 256,
      aliases: [],
      versions: [],
      ...change,
    };
  }

  /** A durable function with version 1 and the alias `live`. */
  durable(name: string, assetDir: string, change: Partial<LocalFunction> = {}): LocalFunction {
    return this.fn(name, assetDir, {
      durable: { executionTimeoutSeconds: 900, retentionDays: 7 },
      aliases: ['live'],
      versions: ['1'],
      ...change,
    });
  }

  async start(functions: LocalFunction[], options: Partial<LambdaOptions> = {}): Promise<LocalLambda> {
    const lambda = await startLambda({
      port: 0,
      stateDir: this.stateDir,
      functions,
      endpoints: {},
      onLog: ({ line }) => this.logs.push(line),
      ...options,
    });
    this.running.push(lambda);
    return lambda;
  }

  client(endpoint: string): LambdaClient {
    const client = new LambdaClient({
      endpoint,
      region: 'us-east-1',
      maxAttempts: 1,
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
    this.clients.push(client);
    return client;
  }

  callsSoFar(): string[] {
    return readFileSync(this.calls, 'utf8').split('\n').slice(0, -1);
  }

  forgetCalls(): void {
    writeFileSync(this.calls, '');
  }

  copyState(to: string, from = this.stateDir): void {
    cpSync(from, to, { recursive: true });
  }

  /** Stops every endpoint; the state folder stays. */
  async stop(): Promise<void> {
    for (const client of this.clients.splice(0)) client.destroy();
    for (const lambda of this.running.splice(0)) await lambda.close();
  }

  async dispose(): Promise<void> {
    await this.stop();
    rmSync(this.root, { recursive: true, force: true });
  }
}

const REQUIRE_IN_ESM =
  "import { createRequire as __require } from 'node:module'; const require = __require(import.meta.url);";

/** Starts an execution by an Event invocation of the alias `live`. */
export async function startExecution(
  client: LambdaClient,
  FunctionName: string,
  event: object,
  change: Partial<InvokeCommandInput> = {},
): Promise<string> {
  const reply = await client.send(
    new InvokeCommand({
      FunctionName,
      Qualifier: 'live',
      InvocationType: 'Event',
      Payload: JSON.stringify(event),
      ...change,
    }),
  );
  return reply.DurableExecutionArn as string;
}

/** Asks until the execution is closed. */
export async function ended(client: LambdaClient, arn: string): Promise<GetDurableExecutionResponse> {
  return await until(async () => {
    const execution = await client.send(new GetDurableExecutionCommand({ DurableExecutionArn: arn }));
    return execution.Status === 'RUNNING' ? undefined : execution;
  });
}

/** Asks again and again, until there is an answer; the test's own timeout ends it otherwise. */
export async function until<T>(question: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (;;) {
    const answer = await question();
    if (answer !== undefined && answer !== false) return answer;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** The answer of a function, parsed. */
export function payloadOf(reply: { Payload?: Uint8Array }): unknown {
  return JSON.parse(Buffer.from(reply.Payload ?? []).toString('utf8'));
}

/** Name, text and status of the error that a promise rejects with. */
export async function refusalOf(
  promise: Promise<unknown>,
): Promise<{ name: string; message: string; status?: number }> {
  try {
    await promise;
  } catch (error) {
    const { name, message, $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } };
    return { name, message, status: $metadata?.httpStatusCode };
  }
  throw new Error('it was not refused');
}
