import type { ErrorObject, OperationUpdate } from '@aws-sdk/client-lambda';

export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'STOPPED';

/** First line of a journal: everything about an execution that never changes. `at` is in epoch milliseconds. */
export type StartedRecord = {
  kind: 'started';
  /** Layout of the journal. */
  format: 1;
  at: number;
  executionArn: string;
  executionId: string;
  executionName: string;
  functionName: string;
  /** Qualified, as invoked. */
  functionArn: string;
  version: string;
  invocationType: 'RequestResponse' | 'Event';
  input: string;
  executionTimeoutSeconds: number;
  retentionDays: number;
};

/** How a chained invocation ended. */
export type ChainedOutcome = {
  status: 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'STOPPED';
  result?: string;
  error?: ErrorObject;
};

/** Everything that happens to an execution after its start. Replaying the records rebuilds its state. */
export type JournalRecord =
  /** The handler saved its progress. */
  | { kind: 'checkpointed'; at: number; updates: OperationUpdate[] }
  /** A wait is over, a step may be tried again, or a callback took too long. */
  | { kind: 'elapsed'; at: number; id: string; error?: ErrorObject }
  | { kind: 'callbackCompleted'; at: number; id: string; result?: string; error?: ErrorObject }
  | { kind: 'callbackHeartbeat'; at: number; id: string }
  | ({ kind: 'chainedInvokeCompleted'; at: number; id: string } & ChainedOutcome)
  /** An invocation of the handler came to its end: `suspended` if it waits for something, `error` if it failed. */
  | {
      kind: 'invoked';
      at: number;
      startedAt: number;
      requestId: string;
      suspended: boolean;
      error?: ErrorObject;
    }
  | {
      kind: 'ended';
      at: number;
      status: Exclude<ExecutionStatus, 'RUNNING'>;
      result?: string;
      error?: ErrorObject;
    };
