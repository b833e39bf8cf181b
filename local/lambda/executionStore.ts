import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { Journal, JournalCorruptError } from '../journal';
import type { Clock } from './clock';
import { ResourceNotFoundError } from './errors';
import { Execution } from './execution';
import type { JournalRecord, StartedRecord } from './records';
import { type Timeline, WALL_TIME } from './timeline';

const DAY_MS = 86_400_000;
const SUFFIX = '.jsonl';

/** What a journal of an execution begins with, and what a damaged one costs. */
export const EXECUTION = {
  isFirst: (record: unknown): record is StartedRecord => (record as StartedRecord | null)?.kind === 'started',
  lost: 'this one execution cannot go on',
};

/** An execution with its journal, and what is true of it only while this process lives. */
export class LiveExecution {
  /** The token that the next checkpoint must show; none while no invocation runs. */
  token: string | undefined;
  /** Last checkpoint and its answer: the AWS SDK sends it again when the answer got lost. */
  lastCheckpoint: { clientToken: string; response: object } | undefined;
  running = false;
  cancelTimer: (() => void) | undefined;
  private readonly closedWaiters: (() => void)[] = [];

  constructor(
    readonly execution: Execution,
    private readonly journal: Journal<StartedRecord, JournalRecord>,
  ) {}

  get arn(): string {
    return this.execution.started.executionArn;
  }

  /** Journals a record, and only then lets it take effect. */
  record(record: JournalRecord): void {
    const wasOpen = this.execution.open;
    this.journal.append(record);
    this.execution.apply(record);
    if (this.execution.open) return;
    if (!this.running) this.journal.close();
    if (!wasOpen) return;
    this.token = undefined;
    for (const resolve of this.closedWaiters.splice(0)) resolve();
  }

  /** Resolves once the execution has ended. */
  async closed(): Promise<Execution> {
    if (this.execution.open) await new Promise<void>((resolve) => this.closedWaiters.push(resolve));
    return this.execution;
  }

  /** Lets go of the file and the timer. */
  release(): void {
    this.cancelTimer?.();
    this.journal.close();
  }

  /** Forgets the execution for good. */
  remove(): void {
    this.journal.remove();
  }
}

/** All executions of a state folder, open and closed. */
export class ExecutionStore {
  private readonly byArn = new Map<string, LiveExecution>();
  private readonly byName = new Map<string, LiveExecution>();

  /** Journals that could not be read and were put aside under another name. */
  readonly damaged: JournalCorruptError[] = [];

  /**
   * Reads every journal of `folder`, and removes those whose retention period is over. A damaged one costs
   * its own execution only: it is put aside, and the others go on.
   */
  constructor(
    private readonly folder: string,
    clock: Clock,
    private readonly timeline: Timeline = WALL_TIME,
  ) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(folder)) {
      if (!name.endsWith(SUFFIX)) continue;
      const recovered = this.recover(join(folder, name));
      if (!recovered) continue;
      const execution = new Execution(recovered.first, timeline);
      for (const record of recovered.records) {
        execution.apply(record);
        // The answer to a checkpoint tells the handler what it changed.
        if (record.kind === 'checkpointed') execution.changed.clear();
      }
      const live = new LiveExecution(execution, recovered.journal);
      const { endedAt, started } = execution;
      if (endedAt !== undefined && endedAt + started.retentionDays * DAY_MS <= clock.now()) live.remove();
      else this.add(live);
    }
  }

  private recover(file: string) {
    try {
      return Journal.recover<StartedRecord, JournalRecord>(file, EXECUTION);
    } catch (error) {
      if (!(error instanceof JournalCorruptError)) throw error;
      renameSync(file, `${file}.damaged`);
      this.damaged.push(error);
      return undefined;
    }
  }

  /** Starts the journal of a new execution. */
  create(started: StartedRecord): LiveExecution {
    const file = join(this.folder, fileName(started.functionName, started.executionName));
    return this.add(new LiveExecution(new Execution(started, this.timeline), Journal.create(file, started)));
  }

  /** @throws ResourceNotFoundError */
  get(executionArn: string): LiveExecution {
    const live = this.byArn.get(executionArn);
    if (!live) throw new ResourceNotFoundError(`Durable execution not found: ${executionArn}`);
    return live;
  }

  /** Names are unique within a function, over all its versions. */
  find(functionName: string, executionName: string): LiveExecution | undefined {
    return this.byName.get(fileName(functionName, executionName));
  }

  all(): LiveExecution[] {
    return [...this.byArn.values()];
  }

  private add(live: LiveExecution): LiveExecution {
    const { functionName, executionName } = live.execution.started;
    this.byArn.set(live.arn, live);
    this.byName.set(fileName(functionName, executionName), live);
    return live;
  }
}

/** A hash, because file systems may not tell `A` from `a`. */
function fileName(functionName: string, executionName: string): string {
  const hash = createHash('sha256').update(`${functionName}\0${executionName}`).digest('hex');
  return hash.slice(0, 32) + SUFFIX;
}
