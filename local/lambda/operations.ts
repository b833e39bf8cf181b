import type { ErrorObject, OperationStatus, OperationType, OperationUpdate } from '@aws-sdk/client-lambda';
import type { Timeline } from './timeline';

/** One operation of an execution. Times are epoch milliseconds. */
export type OperationState = {
  id: string;
  parentId?: string;
  name?: string;
  type: OperationType;
  subType?: string;
  status: OperationStatus;
  startedAt: number;
  endedAt?: number;
  executionInput?: string;
  /** `attempt` counts the attempts that have ended. */
  step?: { attempt: number; result?: string; error?: ErrorObject; nextAttemptAt?: number };
  context?: { result?: string; error?: ErrorObject; replayChildren?: boolean };
  wait?: { seconds: number; endsAt: number };
  callback?: {
    id: string;
    timeoutSeconds?: number;
    heartbeatSeconds?: number;
    aliveAt: number;
    result?: string;
    error?: ErrorObject;
  };
  chainedInvoke?: { functionName: string; payload?: string; result?: string; error?: ErrorObject };
};

const CLOSED: ReadonlySet<OperationStatus> = new Set([
  'SUCCEEDED',
  'FAILED',
  'TIMED_OUT',
  'STOPPED',
  'CANCELLED',
]);

export function isClosed(operation: OperationState): boolean {
  return CLOSED.has(operation.status);
}

/** Marks an operation as ended; its results are set by whoever knows them. */
export function close(operation: OperationState, status: OperationStatus, at: number): void {
  operation.status = status;
  operation.endedAt = at;
}

/**
 * The id under which a callback is completed from outside. It carries where it belongs, so that it stays
 * valid over a restart; its alphabet is the one that AWS documents (`[A-Za-z0-9+/]+={0,2}`).
 */
export function callbackIdOf(executionArn: string, operationId: string): string {
  return Buffer.from(JSON.stringify([executionArn, operationId])).toString('base64');
}

/** Reverses {@link callbackIdOf}; `undefined` for anything else. */
export function parseCallbackId(
  callbackId: string,
): { executionArn: string; operationId: string } | undefined {
  let decoded: unknown;
  try {
    decoded = JSON.parse(Buffer.from(callbackId, 'base64').toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  if (!Array.isArray(decoded)) return undefined;
  const [executionArn, operationId]: unknown[] = decoded;
  if (typeof executionArn !== 'string' || typeof operationId !== 'string') return undefined;
  // Decoding overlooks what stands between and after the letters of an id; only what was handed out is one.
  return callbackIdOf(executionArn, operationId) === callbackId ? { executionArn, operationId } : undefined;
}

function begin(
  update: OperationUpdate,
  id: string,
  executionArn: string,
  at: number,
  timeline: Timeline,
): OperationState {
  const operation: OperationState = {
    id,
    parentId: update.ParentId,
    name: update.Name,
    type: update.Type as OperationType,
    subType: update.SubType,
    status: 'STARTED',
    startedAt: at,
  };
  if (update.Type === 'WAIT') {
    const seconds = update.WaitOptions?.WaitSeconds ?? 0;
    operation.wait = { seconds, endsAt: timeline.after(at, seconds * 1000) };
  }
  if (update.Type === 'CALLBACK') {
    operation.callback = {
      id: callbackIdOf(executionArn, id),
      // Zero means "no timeout" in the API.
      timeoutSeconds: update.CallbackOptions?.TimeoutSeconds || undefined,
      heartbeatSeconds: update.CallbackOptions?.HeartbeatTimeoutSeconds || undefined,
      aliveAt: at,
    };
  }
  if (update.Type === 'CHAINED_INVOKE') {
    operation.chainedInvoke = {
      functionName: update.ChainedInvokeOptions?.FunctionName ?? '',
      payload: update.Payload,
    };
  }
  return operation;
}

/**
 * Applies one validated update of a checkpoint (any type but EXECUTION) and returns the operation after it.
 * @param current the operation before the update, if there was one; it is changed in place
 */
export function applyUpdate(
  current: OperationState | undefined,
  update: OperationUpdate,
  executionArn: string,
  at: number,
  timeline: Timeline,
): OperationState {
  const operation = current ?? begin(update, update.Id ?? '', executionArn, at, timeline);
  const attempt = (operation.step?.attempt ?? 0) + 1;
  switch (update.Action) {
    case 'START':
      operation.status = 'STARTED';
      break;
    case 'SUCCEED':
    case 'FAIL':
      close(operation, update.Action === 'SUCCEED' ? 'SUCCEEDED' : 'FAILED', at);
      if (operation.type === 'STEP') {
        operation.step = { attempt, result: update.Payload, error: update.Error };
      } else {
        operation.context = {
          result: update.Payload,
          error: update.Error,
          replayChildren: update.ContextOptions?.ReplayChildren,
        };
      }
      break;
    case 'RETRY':
      operation.status = 'PENDING';
      operation.step = {
        attempt,
        result: update.Payload,
        error: update.Error,
        nextAttemptAt: timeline.after(at, 1000 * (update.StepOptions?.NextAttemptDelaySeconds ?? 1)),
      };
      break;
    case 'CANCEL':
      close(operation, 'CANCELLED', at);
      break;
  }
  return operation;
}

/** When the service itself has to act on an operation, and with which error if it then times out. */
export function dueOf(
  operation: OperationState,
  timeline: Timeline,
): { at: number; error?: ErrorObject } | undefined {
  if (operation.status === 'PENDING' && operation.step?.nextAttemptAt !== undefined) {
    return { at: operation.step.nextAttemptAt };
  }
  if (operation.status !== 'STARTED') return undefined;
  if (operation.wait) return { at: operation.wait.endsAt };
  const callback = operation.callback;
  if (!callback) return undefined;
  const whole =
    callback.timeoutSeconds && timeline.after(operation.startedAt, callback.timeoutSeconds * 1000);
  const silent =
    callback.heartbeatSeconds && timeline.after(callback.aliveAt, callback.heartbeatSeconds * 1000);
  if (silent && (!whole || silent < whole)) {
    return { at: silent, error: { ErrorMessage: 'Callback timed out on heartbeat' } };
  }
  return whole ? { at: whole, error: { ErrorMessage: 'Callback timed out' } } : undefined;
}
