import { type Competitor, ExtraWorkers, mostExtraWorkers } from './extraWorkers';
import type { FunctionCatalog, LocalFunction } from './functions';
import { type Invocation, type InvocationOutcome, type OnLog, WorkerProcess } from './workerProcess';

/** How long a process beyond the first stays idle before it is ended, in milliseconds. */
const IDLE_MS = 30_000;

type Waiting = (worker: WorkerProcess) => void;

/** Told when invocations of a function have to wait, and how many do. */
export type OnQueue = (functionName: string, waiting: number, processes: number) => void;

/** The processes of one version of one function. */
class VersionPool implements Competitor {
  private readonly workers = new Set<WorkerProcess>();
  private readonly idle: WorkerProcess[] = [];
  private readonly trimming = new Map<WorkerProcess, NodeJS.Timeout>();
  private readonly queue: Waiting[] = [];
  private longestQueue = 0;
  private closed = false;

  constructor(
    private readonly fn: LocalFunction,
    private readonly extra: ExtraWorkers,
    private readonly onQueue: OnQueue,
    private readonly spawn: (onExit: () => void) => WorkerProcess,
  ) {
    extra.join(this);
  }

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
      this.keep(worker);
      if (worker.usable) return worker;
    }
    if (this.mayAdd()) return this.add();
    return new Promise((resolve) => {
      this.queue.push(resolve);
      if (this.queue.length <= this.longestQueue) return;
      this.longestQueue = this.queue.length;
      this.onQueue(this.fn.name, this.queue.length, this.workers.size);
    });
  }

  private mayAdd(): boolean {
    return !this.closed && (this.workers.size === 0 || this.extra.take(this));
  }

  get waits(): boolean {
    return !this.closed && this.queue.length > 0;
  }

  giveUpIdle(): boolean {
    if (this.workers.size < 2) return false;
    const worker = this.idle.shift();
    if (!worker) return false;
    this.keep(worker);
    // Its place goes to whoever asked, so it is not given back.
    this.workers.delete(worker);
    worker.kill();
    return true;
  }

  grow(): boolean {
    const next = this.closed ? undefined : this.queue[0];
    if (!next || !this.mayAdd()) return false;
    this.queue.shift();
    next(this.add());
    return true;
  }

  /** Lets go of a process; the place of one beyond the first is free again. */
  private forget(worker: WorkerProcess): void {
    if (!this.workers.delete(worker)) return;
    if (this.workers.size > 0) this.extra.release();
  }

  private release(worker: WorkerProcess): void {
    if (this.closed || !worker.usable) return;
    const next = this.queue.shift();
    if (next) {
      next(worker);
      return;
    }
    this.longestQueue = 0;
    this.idle.push(worker);
    if (this.extra.isWantedBeside(this) && this.giveUpIdle()) this.extra.release();
    else if (this.idle.length > 1) this.trimLater(worker);
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

  /** Calls off the end of an idle process. */
  private keep(worker: WorkerProcess): void {
    clearTimeout(this.trimming.get(worker));
    this.trimming.delete(worker);
  }

  private lose(worker: WorkerProcess): void {
    this.keep(worker);
    const index = this.idle.indexOf(worker);
    if (index >= 0) this.idle.splice(index, 1);
    this.forget(worker);
    if (this.closed) return;
    if (this.grow()) return;
    // One that died before it served anything would only die again.
    if (this.fn.prewarm && worker.served) this.prewarm();
  }
}

/** Runs functions in their own processes: a warm pool for each version that is in use. */
export class WorkerPool {
  private readonly pools = new Map<string, VersionPool>();

  private readonly extra: ExtraWorkers;

  /** @param mostExtra processes beyond the first of each function; by cores and memory unless told */
  constructor(
    private readonly endpoints: Record<string, string>,
    private readonly onLog: OnLog,
    private readonly onQueue: OnQueue = () => {},
    mostExtra = mostExtraWorkers(),
  ) {
    this.extra = new ExtraWorkers(mostExtra);
  }

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
        this.extra,
        this.onQueue,
        (onExit) => new WorkerProcess(fn, version, this.endpoints, this.onLog, onExit),
      );
      this.pools.set(key, pool);
    }
    return pool;
  }
}
