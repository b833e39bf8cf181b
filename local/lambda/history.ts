import type { ErrorObject, EventType, OperationUpdate } from '@aws-sdk/client-lambda';
import type { OperationState } from './operations';
import type { JournalRecord, StartedRecord } from './records';

/** An event in the wire form of GetDurableExecutionHistory; times are epoch seconds. */
export type HistoryEvent = {
  EventId: number;
  EventType: EventType;
  EventTimestamp: number;
  Id?: string;
  Name?: string;
  ParentId?: string;
  SubType?: string;
} & Record<string, unknown>;

type Subject = Pick<OperationState, 'id' | 'name' | 'parentId' | 'subType'>;
type Details = Record<string, unknown>;

const seconds = (ms: number) => ms / 1000;
const failure = (error: ErrorObject | undefined) => ({ Error: { Payload: error } });
const success = (result: string | undefined) => ({ Result: { Payload: result } });

const NOUN = {
  CALLBACK: 'Callback',
  CHAINED_INVOKE: 'ChainedInvoke',
  CONTEXT: 'Context',
  EXECUTION: 'Execution',
  STEP: 'Step',
  WAIT: 'Wait',
} as const;

const ENDING = {
  SUCCEEDED: 'Succeeded',
  FAILED: 'Failed',
  TIMED_OUT: 'TimedOut',
  STOPPED: 'Stopped',
} as const;

/** The history of one execution: what happened, in order, as AWS would list it. */
export class History {
  readonly events: HistoryEvent[] = [];

  started(record: StartedRecord): void {
    this.add('ExecutionStarted', { id: record.executionId, name: record.executionName }, record.at, {
      Input: { Payload: record.input },
      ExecutionTimeout: record.executionTimeoutSeconds,
    });
  }

  /** @param operation the operation after the update */
  updated(update: OperationUpdate, operation: OperationState, at: number): void {
    const noun = NOUN[operation.type];
    if (update.Action === 'START') {
      this.add(`${noun}Started`, operation, at, startDetails(operation));
    } else if (update.Action === 'CANCEL') {
      // AWS lists cancelled waits only; a cancelled callback or invocation leaves no event.
      if (operation.type === 'WAIT') this.add('WaitCancelled', operation, at, {});
    } else if (noun === 'Step' || noun === 'Context') {
      const failed = update.Action === 'FAIL' || (update.Action === 'RETRY' && update.Error !== undefined);
      const details: Details = failed ? failure(update.Error) : success(update.Payload);
      if (noun === 'Step') {
        details.RetryDetails = {
          CurrentAttempt: operation.step?.attempt,
          NextAttemptDelaySeconds: update.StepOptions?.NextAttemptDelaySeconds,
        };
      }
      this.add(`${noun}${failed ? 'Failed' : 'Succeeded'}`, operation, at, details);
    }
  }

  /** A wait, callback or chained invocation came to its end outside of the handler. */
  completed(operation: OperationState, at: number): void {
    if (operation.wait) {
      this.add('WaitSucceeded', operation, at, { Duration: operation.wait.seconds });
      return;
    }
    const status = operation.status as keyof typeof ENDING;
    const outcome = operation.callback ?? operation.chainedInvoke;
    const details = status === 'SUCCEEDED' ? success(outcome?.result) : failure(outcome?.error);
    this.add(`${NOUN[operation.type]}${ENDING[status]}` as EventType, operation, at, details);
  }

  invoked(record: Extract<JournalRecord, { kind: 'invoked' }>): void {
    this.add('InvocationCompleted', undefined, record.at, {
      StartTimestamp: seconds(record.startedAt),
      EndTimestamp: seconds(record.at),
      RequestId: record.requestId,
      ...(record.error && failure(record.error)),
    });
  }

  ended(started: StartedRecord, record: Extract<JournalRecord, { kind: 'ended' }>): void {
    const details = record.status === 'SUCCEEDED' ? success(record.result) : failure(record.error);
    const subject = { id: started.executionId, name: started.executionName };
    this.add(`Execution${ENDING[record.status]}`, subject, record.at, details);
  }

  private add(type: EventType, subject: Subject | undefined, at: number, details: Details): void {
    this.events.push({
      EventId: this.events.length + 1,
      EventType: type,
      EventTimestamp: seconds(at),
      Id: subject?.id,
      Name: subject?.name,
      ParentId: subject?.parentId,
      SubType: subject?.subType,
      [`${type}Details`]: details,
    });
  }
}

function startDetails(operation: OperationState): Details {
  const { wait, callback, chainedInvoke } = operation;
  if (wait) return { Duration: wait.seconds, ScheduledEndTimestamp: seconds(wait.endsAt) };
  if (callback) {
    return {
      CallbackId: callback.id,
      Timeout: callback.timeoutSeconds,
      HeartbeatTimeout: callback.heartbeatSeconds,
    };
  }
  if (chainedInvoke) {
    return { FunctionName: chainedInvoke.functionName, Input: { Payload: chainedInvoke.payload } };
  }
  return {};
}

/** An event without inputs, results and errors, for `IncludeExecutionData=false`. */
export function withoutData(event: HistoryEvent): HistoryEvent {
  const key = `${event.EventType}Details`;
  const details = { ...(event[key] as Details) };
  for (const field of ['Input', 'Result', 'Error']) if (field in details) details[field] = {};
  return { ...event, [key]: details };
}
