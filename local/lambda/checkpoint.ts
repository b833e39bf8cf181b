import type { OperationUpdate } from '@aws-sdk/client-lambda';
import type { Clock } from './clock';
import { InvalidParameterValueError } from './errors';
import type { ExecutionDriver } from './executionDriver';
import type { LiveExecution } from './executionStore';
import { validateUpdates } from './validation';
import { epochSeconds, operationOnWire } from './wire';

/** Body of CheckpointDurableExecution. */
export type CheckpointRequest = {
  CheckpointToken?: string;
  ClientToken?: string;
  Updates?: OperationUpdate[];
};

/**
 * How a refused token is spelled by default: this is the text that the durable execution SDK 2.4.0 takes
 * for "end this invocation, another one goes on". The service itself writes `Invalid checkpoint token`,
 * which that version of the SDK takes for a reason to fail the whole execution.
 */
export const STALE_TOKEN_MESSAGE = 'Invalid Checkpoint Token';

/** Saves the progress that running handlers report. */
export class Checkpoints {
  constructor(
    private readonly driver: ExecutionDriver,
    private readonly clock: Clock,
    private readonly staleTokenMessage: string,
  ) {}

  /** @throws InvalidParameterValueError unless the token is the execution's current one */
  checkToken(live: LiveExecution, token: string | null | undefined): void {
    if (live.token !== undefined && token === live.token) return;
    throw new InvalidParameterValueError(this.staleTokenMessage);
  }

  /**
   * Applies all updates or none, and answers once they are on disk.
   * @returns the answer on the wire: what changed since the last one, and the next token unless this
   * checkpoint ended the execution
   * @throws InvalidParameterValueError for a stale token or an update that breaks a rule
   */
  save(live: LiveExecution, request: CheckpointRequest): object {
    const last = live.lastCheckpoint;
    if (last && request.ClientToken !== undefined && request.ClientToken === last.clientToken)
      return last.response;
    this.checkToken(live, request.CheckpointToken);
    // First, so that a handler that polls for the end of a timer hears of it exactly when it is over.
    this.driver.fireDue(live);
    if (!live.execution.open) throw new InvalidParameterValueError(this.staleTokenMessage);

    const updates = request.Updates ?? [];
    validateUpdates(updates, live.execution.operations);
    if (updates.length > 0) live.record({ kind: 'checkpointed', at: this.clock.now(), updates });
    for (const update of updates) {
      if (update.Type === 'CHAINED_INVOKE' && update.Id) this.driver.startChained(live, update.Id);
    }
    const operations = live.execution
      .takeChanged()
      .map((operation) => operationOnWire(operation, epochSeconds));
    const response = {
      CheckpointToken: live.execution.open ? this.driver.renewToken(live) : undefined,
      NewExecutionState: { Operations: operations },
    };
    live.lastCheckpoint =
      request.ClientToken === undefined ? undefined : { clientToken: request.ClientToken, response };
    this.driver.advance(live);
    return response;
  }
}
