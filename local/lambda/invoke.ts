import { randomUUID } from 'node:crypto';
import type { Clock } from './clock';
import {
  ExecutionAlreadyStartedError,
  InvalidParameterValueError,
  InvalidRequestContentError,
  LambdaApiError,
  NotServedLocallyError,
  RequestTooLargeError,
} from './errors';
import type { Execution } from './execution';
import type { ExecutionDriver } from './executionDriver';
import type { ExecutionStore, LiveExecution } from './executionStore';
import type { FunctionCatalog, ResolvedFunction } from './functions';
import {
  ASYNC_PAYLOAD_BYTES,
  byteLength,
  checkExecutionName,
  RESPONSE_PAYLOAD_BYTES,
  SYNC_EXECUTION_TIMEOUT_SECONDS,
  SYNC_PAYLOAD_BYTES,
} from './limits';
import type { ChainedOutcome } from './records';
import type { WorkerPool } from './workerPool';
import type { Failure, InvocationOutcome } from './workerProcess';

export type InvocationType = 'RequestResponse' | 'Event' | 'DryRun';

/** A request to invoke a function. `payload` and `clientContext` are JSON text. */
export type InvokeRequest = {
  functionName: string;
  qualifier?: string;
  type: InvocationType;
  payload: string;
  executionName?: string;
  clientContext?: string;
};

/** Answer to Invoke. With `functionError`, `payload` is the error as JSON. */
export type InvokeReply = {
  statusCode: 200 | 202 | 204;
  payload: string;
  functionError?: 'Unhandled';
  executedVersion?: string;
  executionArn?: string;
};

/** Pauses before a failed Event invocation of a plain function is tried again, in milliseconds (AWS: twice). */
const EVENT_RETRY_PAUSES_MS = [60_000, 120_000];

/** The Invoke operation, for plain and for durable functions. */
export class Invoker {
  constructor(
    private readonly catalog: FunctionCatalog,
    private readonly store: ExecutionStore,
    private readonly driver: () => ExecutionDriver,
    private readonly pool: WorkerPool,
    private readonly clock: Clock,
    private readonly onFailedEvent: (functionName: string, failure: Failure) => void,
  ) {}

  /** @throws LambdaApiError as AWS would, before anything has run */
  async invoke(request: InvokeRequest): Promise<InvokeReply> {
    const target = this.catalog.resolve(request.functionName, request.qualifier);
    const payload = checkedPayload(request);
    const { fn, version } = target;
    if (fn.durable) this.checkDurable(target, request);
    else if (request.executionName !== undefined) {
      throw new InvalidParameterValueError(
        `DurableExecutionName was given, but ${fn.name} is not a durable function.`,
      );
    }
    if (request.type === 'DryRun') return { statusCode: 204, payload: '' };
    if (fn.durable) {
      const live = this.startExecution(target, payload, request.type, request.executionName);
      const executionArn = live.arn;
      const executedVersion = live.execution.started.version;
      if (request.type === 'Event') return { statusCode: 202, payload: '', executionArn, executedVersion };
      return { ...replyOf(outcomeOf(await live.closed())), executionArn, executedVersion };
    }
    if (request.type === 'Event') {
      void this.runEvent(target, payload, 0);
      return { statusCode: 202, payload: '' };
    }
    return { ...replyOf(await this.run(target, payload, request.clientContext)), executedVersion: version };
  }

  /** Runs the target of `context.invoke`; errors of the target become the outcome, as in the service. */
  async invokeChained(
    functionName: string,
    payload: string | undefined,
    executionName: string,
  ): Promise<ChainedOutcome> {
    try {
      const target = this.catalog.resolve(functionName);
      if (!target.fn.durable) {
        const outcome = limited(await this.run(target, payload ?? '{}'));
        if ('payload' in outcome) return { status: 'SUCCEEDED', result: outcome.payload };
        const { errorType, errorMessage, trace } = outcome.failure;
        return {
          status: 'FAILED',
          error: { ErrorType: errorType, ErrorMessage: errorMessage, StackTrace: trace },
        };
      }
      checkQualified(target);
      const live = this.startExecution(target, payload ?? '{}', 'Event', executionName);
      const { status, result, error } = await live.closed();
      return { status: status as ChainedOutcome['status'], result, error };
    } catch (error) {
      if (!(error instanceof LambdaApiError)) throw error;
      return { status: 'FAILED', error: { ErrorType: error.errorType, ErrorMessage: error.message } };
    }
  }

  private checkDurable(target: ResolvedFunction, request: InvokeRequest): void {
    checkQualified(target);
    if (request.executionName !== undefined) checkExecutionName(request.executionName);
    const timeout = target.fn.durable?.executionTimeoutSeconds ?? 0;
    if (request.type === 'RequestResponse' && timeout > SYNC_EXECUTION_TIMEOUT_SECONDS) {
      throw new InvalidParameterValueError(
        'You cannot synchronously invoke a durable function with an executionTimeout greater than 15 minutes.',
      );
    }
  }

  /** The execution of this name, new or not. @throws ExecutionAlreadyStartedError if its payload is another */
  private startExecution(
    target: ResolvedFunction,
    input: string,
    invocationType: 'RequestResponse' | 'Event',
    name: string | undefined,
  ): LiveExecution {
    const { fn, version, invokedArn } = target;
    const executionName = name ?? randomUUID();
    const existing = this.store.find(fn.name, executionName);
    if (existing) {
      if (existing.execution.started.input !== input) throw new ExecutionAlreadyStartedError(executionName);
      return existing;
    }
    const executionId = randomUUID();
    const live = this.store.create({
      kind: 'started',
      format: 1,
      at: this.clock.now(),
      executionArn: `${fn.arn}:${version}/durable-execution/${executionName}/${executionId}`,
      executionId,
      executionName,
      functionName: fn.name,
      functionArn: invokedArn,
      version,
      invocationType,
      input,
      executionTimeoutSeconds: fn.durable?.executionTimeoutSeconds ?? 0,
      retentionDays: fn.durable?.retentionDays ?? 0,
    });
    this.driver().advance(live);
    return live;
  }

  private run(target: ResolvedFunction, payload: string, clientContext?: string): Promise<InvocationOutcome> {
    const { version, invokedArn } = target;
    const fn = this.catalog.at(target.fn.name, version) ?? target.fn;
    return this.pool.invoke(fn, version, { requestId: randomUUID(), payload, invokedArn, clientContext });
  }

  private async runEvent(target: ResolvedFunction, payload: string, attempt: number): Promise<void> {
    const outcome = await this.run(target, payload);
    if ('payload' in outcome) return;
    this.onFailedEvent(target.fn.name, outcome.failure);
    const pause = EVENT_RETRY_PAUSES_MS[attempt];
    if (pause !== undefined)
      this.clock.schedule(pause, () => void this.runEvent(target, payload, attempt + 1));
  }
}

function checkQualified(target: ResolvedFunction): void {
  if (target.qualifier !== undefined) return;
  throw new InvalidParameterValueError('You cannot invoke a durable function using an unqualified ARN.');
}

function checkedPayload(request: InvokeRequest): string {
  const limit = request.type === 'Event' ? ASYNC_PAYLOAD_BYTES : SYNC_PAYLOAD_BYTES;
  if (byteLength(request.payload) > limit) throw new RequestTooLargeError(limit, 'InvokeFunction');
  if (!['RequestResponse', 'Event', 'DryRun'].includes(request.type)) {
    throw new NotServedLocallyError(`the invocation type ${request.type}`);
  }
  // AWS hands an empty event to a function that is invoked without a payload.
  const payload = request.payload === '' ? '{}' : request.payload;
  try {
    JSON.parse(payload);
    if (request.clientContext !== undefined) JSON.parse(request.clientContext);
  } catch (error) {
    throw new InvalidRequestContentError(error);
  }
  return payload;
}

function outcomeOf(execution: Execution): InvocationOutcome {
  if (execution.status === 'SUCCEEDED') return { payload: execution.result ?? 'null' };
  const { ErrorType, ErrorMessage, StackTrace } = execution.error ?? {};
  return {
    failure: {
      errorType: ErrorType ?? `Execution.${execution.status}`,
      errorMessage: ErrorMessage ?? `The durable execution ended as ${execution.status}`,
      trace: StackTrace,
    },
  };
}

function limited(outcome: InvocationOutcome): InvocationOutcome {
  if (!('payload' in outcome) || byteLength(outcome.payload) <= RESPONSE_PAYLOAD_BYTES) return outcome;
  const errorMessage = `Response payload size exceeded maximum allowed payload size (${RESPONSE_PAYLOAD_BYTES} bytes).`;
  return { failure: { errorType: 'Function.ResponseSizeTooLarge', errorMessage } };
}

function replyOf(outcome: InvocationOutcome): Pick<InvokeReply, 'statusCode' | 'payload' | 'functionError'> {
  const checked = limited(outcome);
  if ('payload' in checked) return { statusCode: 200, payload: checked.payload };
  return { statusCode: 200, payload: JSON.stringify(checked.failure), functionError: 'Unhandled' };
}
