import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Checkpoints, STALE_TOKEN_MESSAGE } from './checkpoint';
import { type Clock, systemClock } from './clock';
import { FunctionError } from './errors';
import { ExecutionDriver } from './executionDriver';
import { ExecutionStore } from './executionStore';
import { ExecutionsApi } from './executionsApi';
import { FunctionCatalog, type LocalFunction } from './functions';
import { type InvocationType, Invoker } from './invoke';
import { ExecutionPages } from './page';
import { type Authorize, serve } from './server';
import { openTimeline } from './timelineFile';
import { WorkerPool } from './workerPool';
import type { OnLog } from './workerProcess';

export { type Clock, systemClock } from './clock';
export { FunctionError } from './errors';
export type { LocalFunction } from './functions';
export { pagesAddress } from './page';
export type { ApiRequest } from './routes';
export type { Authorize } from './server';
export { type PublishedVersion, PublishedVersions } from './versions';
export type { OnLog } from './workerProcess';

/** How the local Lambda is set up. */
export type LambdaOptions = {
  /** 0 takes a free port. */
  port: number;
  /** Folder of the execution journals; created with mode 0700. */
  stateDir: string;
  functions: LocalFunction[];
  /** `AWS_ENDPOINT_URL_*` variables of the functions; this endpoint's own URL is added. */
  endpoints: Record<string, string>;
  /** Default: every caller may do everything. */
  authorize?: Authorize;
  /** Default: standard output and error, after the function's name. */
  onLog?: OnLog;
  clock?: Clock;
  /**
   * How many seconds of a wait, a timeout, a retry's delay and an execution's life pass in one second; 1 unless
   * told. Dates stay real, and so does what functions read as the time.
   */
  speed?: number;
  /** Processes beyond the first of each function; by default by cores and memory. */
  mostExtraWorkers?: number;
  /** Shows the executions as pages, with data to whoever has the key; none are served without it. */
  pages?: { key: string; clockSpeed: string | undefined };
  /** See `STALE_TOKEN_MESSAGE`; the service's own spelling is `Invalid checkpoint token`. */
  staleTokenMessage?: string;
};

/** A running local Lambda. */
export type LocalLambda = {
  endpoint: string;
  /**
   * Invokes a function from inside the local cloud, without asking `authorize`.
   * @returns its answer, or `null` for an Event invocation
   * @throws FunctionError when the function failed
   * @throws LambdaApiError (with `errorType` and `statusCode`) when the invocation is refused
   */
  invoke(
    functionArnOrName: string,
    payload: unknown,
    options?: { qualifier?: string; type?: InvocationType },
  ): Promise<unknown>;
  /** Names of the executions that were open at the start and go on. */
  resumed: string[];
  /** By function and version, what open executions began on. */
  inUse(): { functionName: string; version: string }[];
  /** Why executions cannot go on: their journals were damaged, or the code that they began with is gone. */
  damaged: readonly Error[];
  /** Ends the server and every function's process; open executions go on at the next start. */
  close(): Promise<void>;
};

const printLog: OnLog = ({ functionName, line, stream }) => {
  process[stream].write(`[${functionName}] ${line}\n`);
};

/**
 * Starts the Lambda API with durable executions on the loopback interface, and resumes every execution that
 * was open when the endpoint last went down, however it did.
 * @throws an error with code `EADDRINUSE` for a taken port
 */
export async function startLambda(options: LambdaOptions): Promise<LocalLambda> {
  const { functions, stateDir, clock = systemClock, speed = 1, onLog = printLog } = options;
  // Handed to the pool now, and completed once the endpoint has its URL: no process starts before that.
  const endpoints = { ...options.endpoints };
  const catalog = new FunctionCatalog(functions);
  const say = (functionName: string, line: string) => onLog({ functionName, line, stream: 'stderr' });
  const onInternalError = (error: unknown, during: string) =>
    say('lambda', `${during} failed: ${error instanceof Error ? error.stack : error}`);
  mkdirSync(stateDir, { recursive: true, mode: 0o700 });
  const time = openTimeline({
    file: join(stateDir, 'timeline.json'),
    speed,
    clock,
    onError: (error) => onInternalError(error, 'writing when timers ran faster'),
  });
  const store = new ExecutionStore(stateDir, clock, time.timeline);
  const pool = new WorkerPool(
    endpoints,
    onLog,
    (functionName, waiting, processes) =>
      say(
        functionName,
        `${waiting} waiting in line; ${processes} at work, which is what this computer holds`,
      ),
    options.mostExtraWorkers,
  );

  const invoker = new Invoker(
    catalog,
    store,
    () => driver,
    pool,
    clock,
    (functionName, failure) =>
      say(functionName, `Event invocation failed: ${failure.errorType}: ${failure.errorMessage}`),
  );
  const driver: ExecutionDriver = new ExecutionDriver(
    store,
    catalog,
    pool,
    clock,
    (...target) => invoker.invokeChained(...target),
    onInternalError,
  );
  const checkpoints = new Checkpoints(driver, clock, options.staleTokenMessage ?? STALE_TOKEN_MESSAGE);
  const executions = new ExecutionsApi(store, driver, clock);
  const server = await serve(
    options.port,
    { catalog, store, invoker, executions, checkpoints },
    options.authorize ?? (async () => {}),
    onInternalError,
    options.pages && new ExecutionPages({ store, catalog, clock, ...options.pages }),
  ).catch((error) => {
    time.close();
    throw error;
  });
  endpoints.AWS_ENDPOINT_URL_LAMBDA = server.endpoint;
  pool.prewarm(functions, catalog);
  const resumed = driver.resume();

  return {
    endpoint: server.endpoint,
    resumed,
    damaged: [...store.damaged, ...(time.damaged ? [time.damaged] : []), ...driver.stranded()],
    inUse: () => store.all().flatMap((live) => (live.execution.open ? [live.execution.started] : [])),
    async invoke(functionArnOrName, payload, { qualifier, type = 'RequestResponse' } = {}) {
      const reply = await invoker.invoke({
        functionName: functionArnOrName,
        qualifier,
        type,
        payload: JSON.stringify(payload) ?? '',
      });
      if (reply.functionError) {
        const { errorType, errorMessage, trace } = JSON.parse(reply.payload);
        throw new FunctionError(functionArnOrName, errorType, errorMessage, trace);
      }
      return reply.payload === '' ? null : JSON.parse(reply.payload);
    },
    async close() {
      driver.close();
      time.close();
      await server.close();
      await pool.close();
    },
  };
}
