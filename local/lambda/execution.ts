import type { ErrorObject } from '@aws-sdk/client-lambda';
import { History } from './history';
import { applyUpdate, close, dueOf, isClosed, type OperationState } from './operations';
import type { ExecutionStatus, JournalRecord, StartedRecord } from './records';
import { type Timeline, WALL_TIME } from './timeline';

/** Failed invocations in a row after which the service gives an execution up (observed: about nine). */
const MOST_FAILED_INVOCATIONS = 9;

/** Pause before an invocation is tried again, in milliseconds: it doubles, up to a minute. */
const RETRY_PAUSE_MS = { first: 1000, longest: 60_000 } as const;

/**
 * A durable execution as a pure state machine: `apply` is the only way to change it, live and on recovery,
 * and takes nothing but journal records. It has no clock, no file and no process.
 */
export class Execution {
  readonly operations = new Map<string, OperationState>();
  readonly history = new History();
  /** Operations that the handler has not been told about since they changed. */
  readonly changed = new Set<string>();
  status: ExecutionStatus = 'RUNNING';
  result?: string;
  error?: ErrorObject;
  endedAt?: number;
  /** Invocations so far, failed ones included. */
  invocations = 0;
  /** The handler has nothing to do until a timer, a callback or a chained invocation comes in. */
  suspended = false;
  /** Earliest time of the next invocation after a failed one. */
  retryAt?: number;
  private failuresInARow = 0;

  constructor(
    readonly started: StartedRecord,
    private readonly timeline: Timeline = WALL_TIME,
  ) {
    this.operations.set(started.executionId, {
      id: started.executionId,
      type: 'EXECUTION',
      status: 'STARTED',
      startedAt: started.at,
      executionInput: started.input,
    });
    this.history.started(started);
  }

  get open(): boolean {
    return this.status === 'RUNNING';
  }

  apply(record: JournalRecord): void {
    switch (record.kind) {
      case 'checkpointed':
        this.checkpoint(record);
        break;
      case 'elapsed':
        this.elapse(this.operation(record.id), record.at, record.error);
        break;
      case 'callbackHeartbeat': {
        const { callback } = this.operation(record.id);
        if (callback) callback.aliveAt = record.at;
        break;
      }
      case 'callbackCompleted': {
        const operation = this.operation(record.id);
        Object.assign(operation.callback ?? {}, { result: record.result, error: record.error });
        this.complete(operation, record.error ? 'FAILED' : 'SUCCEEDED', record.at);
        break;
      }
      case 'chainedInvokeCompleted': {
        const operation = this.operation(record.id);
        Object.assign(operation.chainedInvoke ?? {}, { result: record.result, error: record.error });
        this.complete(operation, record.status, record.at);
        break;
      }
      case 'invoked':
        this.invocations += 1;
        this.suspended = record.suspended;
        this.failuresInARow = record.error ? this.failuresInARow + 1 : 0;
        this.retryAt = record.error && record.at + pauseAfter(this.failuresInARow);
        this.history.invoked(record);
        break;
      case 'ended':
        this.end(record);
        break;
    }
  }

  /** The service would not try this execution again. */
  get exhausted(): boolean {
    return this.failuresInARow >= MOST_FAILED_INVOCATIONS;
  }

  /** The handler waits for something that can still come. */
  get awaitsSomething(): boolean {
    return this.pending().length > 0;
  }

  /** What can bring the execution on from outside, and when a timer ends it at the latest, in epoch milliseconds. */
  pending(): { operation: OperationState; until?: number }[] {
    return [...this.operations.values()].flatMap((operation) => {
      const waits = operation.wait ?? operation.callback ?? operation.chainedInvoke;
      if (operation.status !== 'PENDING' && !(operation.status === 'STARTED' && waits)) return [];
      return [{ operation, until: dueOf(operation, this.timeline)?.at }];
    });
  }

  /** When the execution itself has taken too long, in epoch milliseconds. */
  get timesOutAt(): number {
    return this.timeline.after(this.started.at, this.started.executionTimeoutSeconds * 1000);
  }

  /** When the service has to look at this execution again by itself, in epoch milliseconds. */
  nextDueAt(): number {
    let next = this.timesOutAt;
    for (const operation of this.operations.values())
      next = Math.min(next, dueOf(operation, this.timeline)?.at ?? next);
    return next;
  }

  /** What has come due by `now`, as records to be journalled. */
  due(now: number): JournalRecord[] {
    if (!this.open) return [];
    if (this.timesOutAt <= now) {
      return [{ kind: 'ended', at: now, status: 'TIMED_OUT' }];
    }
    const records: JournalRecord[] = [];
    for (const operation of this.operations.values()) {
      const due = dueOf(operation, this.timeline);
      if (due && due.at <= now)
        records.push({ kind: 'elapsed', at: now, id: operation.id, error: due.error });
    }
    return records;
  }

  /**
   * Operations in the order of their start, without the children of finished contexts: like the service, the
   * endpoint sends those only when the context asked for them (`ReplayChildren`).
   */
  visibleOperations(): OperationState[] {
    const hidden = new Set<string>();
    return [...this.operations.values()].filter((operation) => {
      const parent = operation.parentId === undefined ? undefined : this.operations.get(operation.parentId);
      if (!parent) return true;
      if (!hidden.has(parent.id) && (!isClosed(parent) || parent.context?.replayChildren)) return true;
      hidden.add(operation.id);
      return false;
    });
  }

  /** Hands out the operations that changed since the last call. */
  takeChanged(): OperationState[] {
    const operations = [...this.changed].map((id) => this.operation(id));
    this.changed.clear();
    return operations;
  }

  private checkpoint(record: Extract<JournalRecord, { kind: 'checkpointed' }>): void {
    for (const update of record.updates) {
      if (update.Type === 'EXECUTION') {
        const status = update.Action === 'FAIL' ? 'FAILED' : 'SUCCEEDED';
        this.end({ kind: 'ended', at: record.at, status, result: update.Payload, error: update.Error });
        continue;
      }
      const current = this.operations.get(update.Id ?? '');
      const operation = applyUpdate(current, update, this.started.executionArn, record.at, this.timeline);
      this.operations.set(operation.id, operation);
      this.changed.add(operation.id);
      this.history.updated(update, operation, record.at);
    }
  }

  private end(record: Extract<JournalRecord, { kind: 'ended' }>): void {
    if (!this.open) return;
    this.status = record.status;
    this.result = record.result;
    this.error = record.error;
    this.endedAt = record.at;
    this.history.ended(this.started, record);
  }

  private elapse(operation: OperationState, at: number, error: ErrorObject | undefined): void {
    if (operation.status === 'PENDING' && operation.step) {
      operation.status = 'READY';
      operation.step.nextAttemptAt = undefined;
      this.wake(operation);
      return;
    }
    if (operation.callback) operation.callback.error = error;
    this.complete(operation, operation.callback ? 'TIMED_OUT' : 'SUCCEEDED', at);
  }

  private complete(operation: OperationState, status: OperationState['status'], at: number): void {
    close(operation, status, at);
    this.history.completed(operation, at);
    this.wake(operation);
  }

  private wake(operation: OperationState): void {
    this.changed.add(operation.id);
    this.suspended = false;
  }

  private operation(id: string): OperationState {
    const operation = this.operations.get(id);
    if (!operation) throw new Error(`Execution ${this.started.executionArn} has no operation ${id}`);
    return operation;
  }
}

function pauseAfter(failures: number): number {
  return Math.min(RETRY_PAUSE_MS.longest, RETRY_PAUSE_MS.first * 2 ** (failures - 1));
}
