import { randomUUID } from 'node:crypto';
import type { ErrorObject } from '@aws-sdk/client-lambda';
import type { Clock } from './clock';
import { VersionGoneError } from './errors';
import type { ExecutionStore, LiveExecution } from './executionStore';
import type { FunctionCatalog, LocalFunction } from './functions';
import { ASYNC_PAYLOAD_BYTES, byteLength, INITIAL_STATE_BYTES, PAGE_ITEMS } from './limits';
import { markerAt } from './pages';
import type { ChainedOutcome } from './records';
import { isoText, operationOnWire } from './wire';
import type { WorkerPool } from './workerPool';
import type { InvocationOutcome } from './workerProcess';

/** What the handler of a durable function answers with, made by the durable execution SDK. */
type HandlerAnswer = { Status: string; Result?: string; Error?: ErrorObject };

/** Runs a function for `context.invoke`. The name makes a repeated call find the execution it started. */
export type InvokeChained = (
  functionName: string,
  payload: string | undefined,
  executionName: string,
) => Promise<ChainedOutcome>;

/** Receives what went wrong inside the endpoint itself, like a full disk, and where. */
export type OnInternalError = (error: unknown, during: string) => void;

/** Pause before an execution is looked at again after the endpoint itself failed, in milliseconds. */
const INTERNAL_RETRY_MS = 5000;

/** Moves executions forward: fires their timers, invokes their handlers, tries failed invocations again. */
export class ExecutionDriver {
  private closing = false;
  private tokens = 0;

  constructor(
    private readonly store: ExecutionStore,
    private readonly catalog: FunctionCatalog,
    private readonly pool: WorkerPool,
    private readonly clock: Clock,
    private readonly invokeChained: InvokeChained,
    private readonly onInternalError: OnInternalError,
  ) {}

  /**
   * Goes on with every open execution after a restart.
   * @returns names of the executions that go on now; those whose time ran out meanwhile have ended, and those
   * whose function is no longer deployed, or whose version's code is gone, stay as they are
   */
  resume(): string[] {
    const open = this.store.all().filter((live) => live.execution.open);
    for (const live of open) {
      for (const operation of live.execution.operations.values()) {
        if (operation.type === 'CHAINED_INVOKE') this.startChained(live, operation.id);
      }
      this.advance(live);
    }
    return open
      .filter((live) => live.execution.open && this.codeOf(live))
      .map((live) => live.execution.started.executionName);
  }

  /** Does whatever an execution needs now, and sets an alarm for when it needs something next. */
  advance(live: LiveExecution): void {
    if (this.closing) return;
    const { execution } = live;
    this.fireDue(live);
    live.cancelTimer?.();
    live.cancelTimer = undefined;
    if (!execution.open) return;
    const now = this.clock.now();
    const retryAt = execution.retryAt ?? 0;
    const deployed = this.codeOf(live) !== undefined;
    const wanted = deployed && !live.running && !execution.suspended;
    const dueAt = execution.nextDueAt();
    const wakeAt = wanted && retryAt > now ? Math.min(retryAt, dueAt) : dueAt;
    this.advanceIn(live, wakeAt - now);
    if (wanted && retryAt <= now) this.invoke(live).catch((error) => this.recoverFrom(error, live));
  }

  /** Journals what has come due: ended waits, steps to try again, timed-out callbacks, the execution's own end. */
  fireDue(live: LiveExecution): void {
    for (const record of live.execution.due(this.clock.now())) live.record(record);
  }

  /** A new checkpoint token; the one before is no longer taken. */
  renewToken(live: LiveExecution): string {
    this.tokens += 1;
    live.token = Buffer.from(
      JSON.stringify([live.execution.started.executionId, randomUUID(), this.tokens]),
    ).toString('base64');
    return live.token;
  }

  /** Runs the target of a chained invocation that has been journalled, and journals how it ended. */
  startChained(live: LiveExecution, operationId: string): void {
    const operation = live.execution.operations.get(operationId);
    if (operation?.status !== 'STARTED' || !operation.chainedInvoke) return;
    const { functionName, payload } = operation.chainedInvoke;
    const name = `${live.execution.started.executionId.slice(0, 30)}-${operationId.slice(0, 32)}`;
    this.invokeChained(functionName, payload, name)
      .then((outcome) => {
        if (this.closing || !live.execution.open || operation.status !== 'STARTED') return;
        live.record({ kind: 'chainedInvokeCompleted', at: this.clock.now(), id: operationId, ...outcome });
        this.advance(live);
      })
      .catch((error) => this.recoverFrom(error, live));
  }

  /** Stops driving; executions stay as their journals say. */
  close(): void {
    this.closing = true;
    for (const live of this.store.all()) live.release();
  }

  /** Why open executions of deployed functions cannot go on. */
  stranded(): VersionGoneError[] {
    return this.store.all().flatMap((live) => {
      const { executionName, functionName, version } = live.execution.started;
      const isStranded = live.execution.open && this.catalog.get(functionName) && !this.codeOf(live);
      return isStranded ? [new VersionGoneError(executionName, functionName, version)] : [];
    });
  }

  /** The function with the code of the version that the execution began on. */
  private codeOf(live: LiveExecution): LocalFunction | undefined {
    return this.catalog.at(live.execution.started.functionName, live.execution.started.version);
  }

  private advanceIn(live: LiveExecution, delayMs: number): void {
    live.cancelTimer?.();
    live.cancelTimer = this.clock.schedule(delayMs, () => {
      try {
        this.advance(live);
      } catch (error) {
        this.recoverFrom(error, live);
      }
    });
  }

  /** The execution stays as its journal says, and is looked at again a little later. */
  private recoverFrom(error: unknown, live: LiveExecution): void {
    if (this.closing) return;
    this.onInternalError(error, live.arn);
    this.advanceIn(live, INTERNAL_RETRY_MS);
  }

  private async invoke(live: LiveExecution): Promise<void> {
    const { execution } = live;
    const fn = this.codeOf(live);
    if (!fn) return;
    live.running = true;
    const startedAt = this.clock.now();
    const requestId = randomUUID();
    const payload = JSON.stringify(this.event(live));
    const { functionArn: invokedArn, version } = execution.started;
    const outcome = await this.pool.invoke(fn, version, { requestId, payload, invokedArn });
    live.running = false;
    live.token = undefined;
    if (this.closing) return;
    this.conclude(live, { requestId, startedAt }, outcome);
    this.advance(live);
  }

  private conclude(
    live: LiveExecution,
    invocation: { requestId: string; startedAt: number },
    outcome: InvocationOutcome,
  ): void {
    const { execution } = live;
    const at = this.clock.now();
    const error = errorOf(outcome);
    const answer =
      'payload' in outcome && !error ? (JSON.parse(outcome.payload) as HandlerAnswer) : undefined;
    const pending = answer?.Status === 'PENDING';
    const suspended = pending && execution.changed.size === 0;
    live.record({ kind: 'invoked', at, ...invocation, suspended, error });
    if (!execution.open) return;
    const fail = (reason: ErrorObject | undefined) =>
      live.record({ kind: 'ended', at, status: 'FAILED', error: reason });
    if (error) {
      if (execution.exhausted) fail(error);
    } else if (answer?.Status === 'FAILED') {
      fail(answer.Error);
    } else if (answer?.Status === 'SUCCEEDED') {
      const limit = execution.started.invocationType === 'Event' ? ASYNC_PAYLOAD_BYTES : undefined;
      if (limit && byteLength(answer.Result) > limit) {
        fail(refusal(`EXECUTION output payload size must be less than or equal to ${limit} bytes.`));
      } else live.record({ kind: 'ended', at, status: 'SUCCEEDED', result: answer.Result });
    } else if (!pending) {
      fail(refusal('Invalid Status in invocation output.'));
    } else if (suspended && !execution.awaitsSomething) {
      fail(refusal('Cannot return PENDING status with no pending operations.'));
    }
  }

  /** The event that the durable execution SDK expects: token, state so far, and what changed meanwhile. */
  private event(live: LiveExecution): Record<string, unknown> {
    const { execution } = live;
    const updated = execution.takeChanged().map((operation) => operation.id);
    const operations: Record<string, unknown>[] = [];
    let bytes = 0;
    let nextMarker = '';
    for (const operation of execution.visibleOperations()) {
      const onWire = operationOnWire(operation, isoText);
      bytes += byteLength(JSON.stringify(onWire));
      if (operations.length > 0 && (bytes > INITIAL_STATE_BYTES || operations.length >= PAGE_ITEMS.most)) {
        nextMarker = markerAt(operations.length);
        break;
      }
      operations.push(onWire);
    }
    return {
      DurableExecutionArn: live.arn,
      CheckpointToken: this.renewToken(live),
      UpdatedOperationIds: execution.invocations > 0 ? updated : undefined,
      InitialExecutionState: { Operations: operations, NextMarker: nextMarker },
    };
  }
}

function refusal(message: string): ErrorObject {
  return { ErrorType: 'InvalidParameterValueException', ErrorMessage: message };
}

function errorOf(outcome: InvocationOutcome): ErrorObject | undefined {
  if ('payload' in outcome) return undefined;
  const { errorType, errorMessage, trace } = outcome.failure;
  return { ErrorType: errorType, ErrorMessage: errorMessage, StackTrace: trace };
}
