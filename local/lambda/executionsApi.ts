import type { ErrorObject } from '@aws-sdk/client-lambda';
import type { Clock } from './clock';
import { CallbackClosedError, InvalidParameterValueError } from './errors';
import type { ExecutionDriver } from './executionDriver';
import type { ExecutionStore, LiveExecution } from './executionStore';
import { type HistoryEvent, withoutData } from './history';
import { byteLength, OPERATION_PAYLOAD_BYTES } from './limits';
import { parseCallbackId } from './operations';
import { type Page, pageOf } from './pages';
import { epochSeconds, executionDetails, executionSummary, operationOnWire } from './wire';

/** How a callback is answered from outside: with a result, an error, or just a sign of life. */
export type CallbackAnswer = { result?: string } | { error: ErrorObject } | { heartbeat: true };

/** The operations on durable executions, apart from starting and checkpointing them. */
export class ExecutionsApi {
  constructor(
    private readonly store: ExecutionStore,
    private readonly driver: ExecutionDriver,
    private readonly clock: Clock,
  ) {}

  get(executionArn: string, query: URLSearchParams): object {
    return executionDetails(this.store.get(executionArn).execution, wantsData(query));
  }

  state(live: LiveExecution, query: URLSearchParams): object {
    const page = pageOf(live.execution.visibleOperations(), query.get('Marker'), query.get('MaxItems'));
    return {
      Operations: page.items.map((operation) => operationOnWire(operation, epochSeconds)),
      NextMarker: page.nextMarker,
    };
  }

  history(executionArn: string, query: URLSearchParams): object {
    const { events } = this.store.get(executionArn).execution.history;
    const ordered = query.get('ReverseOrder') === 'true' ? [...events].reverse() : events;
    const page: Page<HistoryEvent> = pageOf(ordered, query.get('Marker'), query.get('MaxItems'));
    return {
      Events: wantsData(query) ? page.items : page.items.map(withoutData),
      NextMarker: page.nextMarker,
    };
  }

  /** @param version only executions of this version, if given */
  list(functionName: string, version: string | undefined, query: URLSearchParams): object {
    const statuses = query.getAll('Statuses');
    const name = query.get('DurableExecutionName');
    const after = timeOf(query, 'StartedAfter') ?? Number.NEGATIVE_INFINITY;
    const before = timeOf(query, 'StartedBefore') ?? Number.POSITIVE_INFINITY;
    const executions = this.store
      .all()
      .map((live) => live.execution)
      .filter(({ started, status }) => {
        if (started.functionName !== functionName) return false;
        if (version !== undefined && started.version !== version) return false;
        if (name !== null && started.executionName !== name) return false;
        if (statuses.length > 0 && !statuses.includes(status)) return false;
        return started.at > after && started.at < before;
      })
      .sort((a, b) => b.started.at - a.started.at);
    if (query.get('ReverseOrder') === 'true') executions.reverse();
    const page = pageOf(executions, query.get('Marker'), query.get('MaxItems'));
    return { DurableExecutions: page.items.map(executionSummary), NextMarker: page.nextMarker };
  }

  /** Ends an execution from outside; stopping a closed one changes nothing. */
  stop(executionArn: string, error: ErrorObject | undefined): object {
    const live = this.store.get(executionArn);
    if (live.execution.open) {
      live.record({ kind: 'ended', at: this.clock.now(), status: 'STOPPED', error });
      this.driver.advance(live);
    }
    return { StopTimestamp: epochSeconds(live.execution.endedAt ?? this.clock.now()) };
  }

  /** @throws InvalidParameterValueError unless the id names a callback of some execution */
  executionOfCallback(callbackId: string): { live: LiveExecution; operationId: string } {
    const parsed = parseCallbackId(callbackId);
    if (!parsed) throw new InvalidParameterValueError('Invalid callback id.');
    const live = this.store.get(parsed.executionArn);
    if (!live.execution.operations.get(parsed.operationId)?.callback) {
      throw new InvalidParameterValueError('Invalid callback id.');
    }
    return { live, operationId: parsed.operationId };
  }

  /** @throws CallbackClosedError once the callback is completed, timed out, or its execution has ended */
  answerCallback(callbackId: string, answer: CallbackAnswer): object {
    const { live, operationId: id } = this.executionOfCallback(callbackId);
    this.driver.fireDue(live);
    if (!live.execution.open || live.execution.operations.get(id)?.status !== 'STARTED') {
      throw new CallbackClosedError();
    }
    const at = this.clock.now();
    if ('heartbeat' in answer) live.record({ kind: 'callbackHeartbeat', at, id });
    else {
      const text = 'error' in answer ? JSON.stringify(answer.error) : answer.result;
      if (byteLength(text) > OPERATION_PAYLOAD_BYTES) {
        throw new InvalidParameterValueError(
          `CALLBACK output payload size must be less than or equal to ${OPERATION_PAYLOAD_BYTES} bytes.`,
        );
      }
      live.record({ kind: 'callbackCompleted', at, id, ...answer });
    }
    this.driver.advance(live);
    return {};
  }
}

function wantsData(query: URLSearchParams): boolean {
  return query.get('IncludeExecutionData') !== 'false';
}

function timeOf(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) throw new InvalidParameterValueError(`${name} is not a timestamp: ${text}`);
  return ms;
}
