import type { FunctionCatalog, LocalFunction } from './functions';
import { type Invocation, type InvocationOutcome, type OnLog, WorkerProcess } from './worker-process';

/** Processes of one version of a function at most; more invocations wait for one. A laptop is no region. */
const MOST_WORKERS = 16;

/** How long a process beyond the first stays idle before it is ended, in milliseconds. */
const IDLE_MS = 30_000;

type Waiting = (worker: WorkerProcess) => void;

/** The processes of one version of one function. */
class VersionPool {
  private readonly workers = new Set<WorkerProcess>();
  private readonly idle: WorkerProcess[] = [];
  private readonly trimming = new Map<WorkerProcess, NodeJS.Timeout>();
  private readonly queue: Waiting[] = [];
  private closed = false;

  constructor(
    private readonly fn: LocalFunction,
    private readonly spawn: (onExit: () => void) => WorkerProcess,
  ) {}

  async invoke(invocation: Invocation): Promise<InvocationOutcome> {
    const worker = await this.take();
    const outcome = await worker.invoke(invocation);
    this.release(worker);
    return outcome;
  }

  /** Starts a process ahead of the first invocation. */
  prewarm(): void {
    if (this.workers.size === 0) this.release(this.add());
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const timer of this.trimming.values()) clearTimeout(timer);
    const workers = [...this.workers];
    for (const worker of workers) worker.kill();
    await Promise.all(workers.map((worker) => worker.gone()));
  }

  private add(): WorkerProcess {
    const worker = this.spawn(() => this.lose(worker));
    this.workers.add(worker);
    return worker;
  }

  private take(): WorkerProcess | Promise<WorkerProcess> {
    // The one used last has the warmest caches and connections.
    for (let worker = this.idle.pop(); worker; worker = this.idle.pop()) {
      clearTimeout(this.trimming.get(worker));
      this.trimming.delete(worker);
      if (worker.usable) return worker;
    }
    if (this.workers.size < MOST_WORKERS) return this.add();
    return new Promise((resolve) => this.queue.push(resolve));
  }

  private release(worker: WorkerProcess): void {
    if (this.closed || !worker.usable) return;
    const next = this.queue.shift();
    if (next) {
      next(worker);
      return;
    }
    this.idle.push(worker);
    if (this.idle.length > 1) this.trimLater(worker);
  }

  private trimLater(worker: WorkerProcess): void {
    const timer = setTimeout(() => {
      this.trimming.delete(worker);
      if (this.idle.length < 2) return;
      this.idle.splice(this.idle.indexOf(worker), 1);
      worker.kill();
    }, IDLE_MS);
    this.trimming.set(worker, timer.unref());
  }

  private lose(worker: WorkerProcess): void {
    this.workers.delete(worker);
    clearTimeout(this.trimming.get(worker));
    this.trimming.delete(worker);
    const index = this.idle.indexOf(worker);
    if (index >= 0) this.idle.splice(index, 1);
    if (this.closed) return;
    const next = this.queue.shift();
    if (next) next(this.add());
    // One that died before it served anything would only die again.
    else if (this.fn.prewarm && worker.served) this.prewarm();
  }
}

/** Runs functions in their own processes: a warm pool for each version that is in use. */
export class WorkerPool {
  private readonly pools = new Map<string, VersionPool>();

  constructor(
    private readonly endpoints: Record<string, string>,
    private readonly onLog: OnLog,
  ) {}

  /** Runs one invocation; never rejects. */
  invoke(fn: LocalFunction, version: string, invocation: Invocation): Promise<InvocationOutcome> {
    return this.pool(fn, version).invoke(invocation);
  }

  /** Starts one process for each function that asks for it, of the version that is likely to be invoked. */
  prewarm(functions: LocalFunction[], catalog: FunctionCatalog): void {
    for (const fn of functions) {
      if (!fn.prewarm) continue;
      this.pool(fn, fn.durable ? catalog.newestVersion(fn) : '$LATEST').prewarm();
    }
  }

  /** Ends every process, and waits until they are gone. */
  async close(): Promise<void> {
    await Promise.all([...this.pools.values()].map((pool) => pool.close()));
  }

  private pool(fn: LocalFunction, version: string): VersionPool {
    const key = `${fn.name}:${version}`;
    let pool = this.pools.get(key);
    if (!pool) {
      pool = new VersionPool(
        fn,
        (onExit) => new WorkerProcess(fn, version, this.endpoints, this.onLog, onExit),
      );
      this.pools.set(key, pool);
    }
    return pool;
  }
}
