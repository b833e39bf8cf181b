import { type ChildProcess, fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { LocalFunction } from './functions';
import { workerEnvironment } from './workerEnvironment';

/** Why an invocation has no result, in Lambda's words. */
export type Failure = { errorType: string; errorMessage: string; trace?: string[] };

/** How an invocation ended: JSON text, or a failure. */
export type InvocationOutcome = { payload: string } | { failure: Failure };

/** One invocation as a worker gets it. `clientContext` is JSON text. */
export type Invocation = { requestId: string; payload: string; invokedArn: string; clientContext?: string };

/** Receives each line that a function prints. */
export type OnLog = (entry: { functionName: string; line: string; stream: 'stdout' | 'stderr' }) => void;

type WorkerMessage =
  | { type: 'ready' }
  | { type: 'initError'; failure: Failure }
  | { type: 'result'; requestId: string; payload: string }
  /** `fatal`: the process ends by itself after this. */
  | { type: 'error'; requestId: string; failure: Failure; fatal?: boolean };

/**
 * Longest start of a handler's module, in milliseconds. AWS allows 10 s; a laptop that is busy compiling
 * gets more, since a slow start here says nothing about the cloud.
 */
const INIT_TIMEOUT_MS = 60_000;

/** One process of one version of a function: it serves one invocation at a time, and many in its life. */
export class WorkerProcess {
  readonly ready: Promise<Failure | undefined>;
  private readonly child: ChildProcess;
  private settle: ((outcome: InvocationOutcome) => void) | undefined;
  private current: { requestId: string; timer: NodeJS.Timeout } | undefined;
  private alive = true;
  private doomed = false;
  /** The process has had at least one invocation. */
  served = false;

  constructor(
    private readonly fn: LocalFunction,
    version: string,
    endpoints: Record<string, string>,
    onLog: OnLog,
    onExit: () => void,
  ) {
    this.child = fork(join(import.meta.dirname, 'worker.mjs'), [], {
      cwd: fn.assetDir,
      env: workerEnvironment(fn, version, endpoints),
      // Not the parent's flags: a TypeScript loader or a debugger's port is none of the function's business.
      execArgv: [`--max-old-space-size=${fn.memoryMb}`],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    if (fn.background && this.child.pid !== undefined) yieldTo(this.child.pid);
    for (const stream of ['stdout', 'stderr'] as const) {
      const input = this.child[stream];
      if (!input) continue;
      createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }).on('line', (line) =>
        onLog({ functionName: fn.name, line, stream }),
      );
    }
    this.ready = this.start();
    this.child.on('message', (message: WorkerMessage) => this.receive(message));
    const exited = (reason: string) => {
      if (!this.alive) return;
      this.alive = false;
      this.finish({ failure: this.failure('Runtime.ExitError', `Error: Runtime exited ${reason}`) });
      onExit();
    };
    this.child.on('exit', (code, signal) => exited(exitReason(code, signal)));
    this.child.on('error', (error) => exited(`with error: ${error.message}`));
  }

  /** The process can take another invocation. */
  get usable(): boolean {
    return this.alive && !this.doomed && this.child.connected;
  }

  /** Runs one invocation; never rejects. A handler that takes too long is killed with its process. */
  async invoke(invocation: Invocation): Promise<InvocationOutcome> {
    const failedInit = await this.ready;
    if (failedInit) return { failure: failedInit };
    return await new Promise((resolve) => {
      const { timeoutSeconds } = this.fn;
      const timer = setTimeout(() => {
        const message = `Error: Task timed out after ${timeoutSeconds.toFixed(2)} seconds`;
        this.kill();
        this.finish({ failure: this.failure('Sandbox.Timedout', message) });
      }, timeoutSeconds * 1000);
      this.served = true;
      this.settle = resolve;
      this.current = { requestId: invocation.requestId, timer };
      if (!this.usable) {
        this.finish({
          failure: this.failure('Runtime.ExitError', 'Error: Runtime exited between invocations'),
        });
        return;
      }
      this.child.send({ type: 'invoke', deadline: Date.now() + timeoutSeconds * 1000, ...invocation });
    });
  }

  /** Ends the process at once. */
  kill(): void {
    this.doomed = true;
    this.child.kill('SIGKILL');
  }

  /** Resolves once the process is gone. */
  async gone(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null || this.child.pid === undefined)
      return;
    await new Promise((resolve) => this.child.once('exit', resolve));
  }

  private start(): Promise<Failure | undefined> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        resolve({
          errorType: 'Sandbox.Timedout',
          errorMessage: 'Init phase timed out: the module never loaded',
        });
        this.kill();
      }, INIT_TIMEOUT_MS);
      const done = (failure: Failure | undefined) => {
        clearTimeout(timer);
        resolve(failure);
      };
      this.child.on('message', (message: WorkerMessage) => {
        if (message.type === 'ready') done(undefined);
        if (message.type !== 'initError') return;
        // It is about to end, and must not be taken for the next invocation.
        this.doomed = true;
        done(message.failure);
      });
      this.child.once('error', (error) =>
        done({ errorType: 'Runtime.StartError', errorMessage: error.message }),
      );
      this.child.once('exit', (code, signal) =>
        done({
          errorType: 'Runtime.ExitError',
          errorMessage: `Error: Runtime exited ${exitReason(code, signal)}`,
        }),
      );
    });
  }

  private receive(message: WorkerMessage): void {
    if (!('requestId' in message) || message.requestId !== this.current?.requestId) return;
    if (message.type === 'error' && message.fatal) this.doomed = true;
    this.finish(message.type === 'result' ? { payload: message.payload } : { failure: message.failure });
  }

  private finish(outcome: InvocationOutcome): void {
    clearTimeout(this.current?.timer);
    this.current = undefined;
    const settle = this.settle;
    this.settle = undefined;
    settle?.(outcome);
  }

  private failure(errorType: string, reason: string): Failure {
    return { errorType, errorMessage: `RequestId: ${this.current?.requestId ?? 'none'} ${reason}` };
  }
}

/** Lets every other process go first. One that is gone already has nothing to yield. */
function yieldTo(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SYSTEM_ERROR') throw error;
  }
}

function exitReason(code: number | null, signal: NodeJS.Signals | null): string {
  if (signal) return `with error: signal: ${signal === 'SIGKILL' ? 'killed' : signal}`;
  return code ? `with error: exit status ${code}` : 'without providing a reason';
}
