import type { Execution } from './execution';
import type { OperationState } from './operations';

/**
 * Time on the wire: epoch seconds in answers of the REST API, ISO text in the event of an invocation.
 * @param ms epoch milliseconds
 */
export type TimeFormat = (ms: number) => number | string;

export const epochSeconds: TimeFormat = (ms) => ms / 1000;
export const isoText: TimeFormat = (ms) => new Date(ms).toISOString();

/** An operation in the shape of the API's `Operation`. */
export function operationOnWire(operation: OperationState, time: TimeFormat): Record<string, unknown> {
  const { step, context, wait, callback, chainedInvoke, executionInput } = operation;
  return {
    Id: operation.id,
    ParentId: operation.parentId,
    Name: operation.name,
    Type: operation.type,
    SubType: operation.subType,
    Status: operation.status,
    StartTimestamp: time(operation.startedAt),
    EndTimestamp: operation.endedAt && time(operation.endedAt),
    ExecutionDetails: executionInput === undefined ? undefined : { InputPayload: executionInput },
    StepDetails: step && {
      Attempt: step.attempt,
      NextAttemptTimestamp: step.nextAttemptAt && time(step.nextAttemptAt),
      Result: step.result,
      Error: step.error,
    },
    ContextDetails: context && {
      Result: context.result,
      Error: context.error,
      ReplayChildren: context.replayChildren,
    },
    WaitDetails: wait && { ScheduledEndTimestamp: time(wait.endsAt) },
    CallbackDetails: callback && { CallbackId: callback.id, Result: callback.result, Error: callback.error },
    ChainedInvokeDetails: chainedInvoke && { Result: chainedInvoke.result, Error: chainedInvoke.error },
  };
}

/** An execution as ListDurableExecutionsByFunction shows it. */
export function executionSummary(execution: Execution): Record<string, unknown> {
  const { started, status, endedAt } = execution;
  return {
    DurableExecutionArn: started.executionArn,
    DurableExecutionName: started.executionName,
    FunctionArn: started.functionArn,
    StartTimestamp: epochSeconds(started.at),
    EndTimestamp: endedAt && epochSeconds(endedAt),
    Status: status,
  };
}

/** An execution as GetDurableExecution shows it. */
export function executionDetails(execution: Execution, includeData: boolean): Record<string, unknown> {
  const { started } = execution;
  return {
    ...executionSummary(execution),
    Version: started.version,
    DurableConfig: {
      ExecutionTimeout: started.executionTimeoutSeconds,
      RetentionPeriodInDays: started.retentionDays,
    },
    ExecutionDataIncluded: includeData,
    ...(includeData && { InputPayload: started.input, Result: execution.result, Error: execution.error }),
  };
}
