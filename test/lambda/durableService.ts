import {
  DurableExecutionClientError,
  DurableExecutionClientErrorScope,
  type DurableExecutionHandler,
  DurableExecutionInvocationInputWithClient,
  withDurableExecution,
} from '@aws/durable-execution-sdk-js';

type Update = Record<string, unknown> & { Id: string; Type: string; Action: string; Name?: string };
/** An operation as Lambda keeps it. */
export type Operation = Record<string, unknown> & { Id: string; Type: string; Status: string; Name?: string };

/** Where a process dies: at one of its checkpoints, before it is stored or after, so that its answer is lost. */
export interface Crash {
  atCheckpoint: number;
  when: 'before' | 'after';
}

const crashed = () =>
  new DurableExecutionClientError('the process is gone', {
    scope: DurableExecutionClientErrorScope.INVOCATION,
  });

const STATUS: Record<string, string> = {
  START: 'STARTED',
  SUCCEED: 'SUCCEEDED',
  FAIL: 'FAILED',
  RETRY: 'PENDING',
};

/** Lambda's side of one durable execution: what it remembers, and the process that it invokes again and again. */
export class DurableService {
  readonly operations: Operation[];
  stored = 0;
  invocations = 0;
  /** How many processes have died at their checkpoint. */
  invocationsDied = 0;

  /** @param stored operations that an earlier version has left; none for an execution that begins */
  constructor(
    payload: unknown,
    private readonly crash?: Crash,
    stored?: Operation[],
  ) {
    this.operations = stored ?? [
      {
        Id: 'execution',
        Type: 'EXECUTION',
        Status: 'STARTED',
        ExecutionDetails: { InputPayload: JSON.stringify(payload) },
      },
    ];
  }

  /** What waits: for a word, for a time, or to be tried again. */
  waiting(type: 'CALLBACK' | 'WAIT' | 'STEP'): Operation[] {
    const status = type === 'STEP' ? 'PENDING' : 'STARTED';
    return this.operations.filter((one) => one.Type === type && one.Status === status);
  }

  /** Answers a callback; says whether it was still waited for. */
  answer(callbackId: string): boolean {
    const callback = this.waiting('CALLBACK').find(
      ({ CallbackDetails: details }) => (details as { CallbackId: string }).CallbackId === callbackId,
    );
    if (!callback) return false;
    callback.Status = 'SUCCEEDED';
    callback.CallbackDetails = { CallbackId: callbackId, Result: '"heard"' };
    return true;
  }

  /** Lets the time of everything that waits for one be over. Answers how many seconds passed. */
  letTimePass(): number {
    for (const step of this.waiting('STEP')) step.Status = 'READY';
    const waits = this.waiting('WAIT');
    const callbacks = this.waiting('CALLBACK');
    for (const wait of waits) wait.Status = 'SUCCEEDED';
    if (waits.length === 0) for (const callback of callbacks) callback.Status = 'TIMED_OUT';
    return [...waits, ...callbacks].reduce((most, one) => Math.max(most, Number(one.seconds ?? 0)), 0);
  }

  /** Invokes the handler once on what is stored. */
  async invoke(
    handler: DurableExecutionHandler<never, unknown>,
  ): Promise<{ Status: string; Result?: string } | 'died'> {
    this.invocations += 1;
    // What a dead process still does in parallel is not heard by the next one.
    const life = { isOver: false };
    const client = {
      getExecutionState: async () => ({ Operations: [] }),
      checkpoint: async ({ Updates = [] }: { Updates?: Update[] }) => this.checkpoint(Updates, life),
    };
    const event = {
      DurableExecutionArn: 'arn',
      CheckpointToken: 'token',
      InitialExecutionState: { Operations: structuredClone(this.operations) },
    };
    try {
      return (await withDurableExecution(handler)(
        new DurableExecutionInvocationInputWithClient(event as never, client as never) as never,
        { awsRequestId: 'r', getRemainingTimeInMillis: () => 900_000 } as never,
      )) as { Status: string; Result?: string };
    } catch (error) {
      if (life.isOver) return 'died';
      throw error;
    }
  }

  private checkpoint(updates: readonly Update[], life: { isOver: boolean }) {
    if (life.isOver) throw crashed();
    const isHere = this.crash?.atCheckpoint === this.stored + 1 && this.invocationsDied === 0;
    const die = () => {
      life.isOver = true;
      this.invocationsDied += 1;
      throw crashed();
    };
    if (isHere && this.crash?.when === 'before') die();
    const now = this.store(updates);
    if (isHere) die();
    return {
      CheckpointToken: `token-${this.stored}`,
      NewExecutionState: { Operations: structuredClone(now) },
    };
  }

  private store(updates: readonly Update[]): Operation[] {
    this.stored += 1;
    return updates.map((update) => {
      let known = this.operations.find(({ Id }) => Id === update.Id);
      if (!known) {
        known = { Id: update.Id, Type: update.Type, Status: 'STARTED' };
        this.operations.push(known);
      }
      const { ParentId, Name, SubType, Action, Payload, Error: failed } = update;
      Object.assign(known, { ParentId, Name, SubType, Status: STATUS[Action] ?? 'STARTED' });
      const outcome = { Result: Payload, Error: failed };
      if (update.Type === 'STEP' && Action !== 'START') {
        const attempts = Number((known.StepDetails as { Attempt?: number } | undefined)?.Attempt ?? 0) + 1;
        known.StepDetails = { Attempt: attempts, ...outcome, NextAttemptTimestamp: FAR };
      }
      if (update.Type === 'CONTEXT' && Action !== 'START') known.ContextDetails = outcome;
      if (update.Type === 'CALLBACK' && Action === 'START') {
        known.CallbackDetails = { CallbackId: `callback-${known.Id}` };
        known.seconds = (update.CallbackOptions as { TimeoutSeconds?: number } | undefined)?.TimeoutSeconds;
      }
      if (update.Type === 'WAIT' && Action === 'START') {
        known.seconds = (update.WaitOptions as { WaitSeconds?: number } | undefined)?.WaitSeconds;
        known.WaitDetails = { ScheduledEndTimestamp: FAR };
      }
      return known;
    });
  }
}

/** No process of a test waits for it. */
const FAR = new Date('2100-01-01T00:00:00Z');
