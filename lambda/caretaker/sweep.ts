import { LONGEST_RUN_MINUTES } from '../../domain/enhancement';
import type { EnhancementRecord } from '../start/records';
import { requestOf, type StartRun } from '../start/run';
import { SweepIncompleteError } from './errors';
import type { FindExecution } from './executions';

/** What the sweep does with stored runs, as its own role. */
export interface OpenRuns {
  /** Runs that are said to go on and were recorded before a moment (ISO 8601). */
  recordedBefore(moment: string): AsyncIterable<EnhancementRecord>;
  /** Says of a run that it ended without a verdict, unless it has told its end by itself meanwhile. */
  markEnded(run: EnhancementRecord): Promise<void>;
}

export interface SweepCollaborators {
  runs: OpenRuns;
  findExecution: FindExecution;
  startRun: StartRun;
  now: () => Date;
  warn: (message: string, error: unknown) => void;
}

/** Lambda takes a run within seconds; what was recorded earlier than this must have an execution by now. */
const MUST_BE_STARTED_MS = 2 * 60_000;
const LONGEST_RUN_MS = LONGEST_RUN_MINUTES * 60_000;

/**
 * Brings every run that is said to go on in line with its execution. One without an execution was recorded by
 * a proxy that died before it could start it: it is started, which is harmless if somebody else does the same.
 * One whose execution is over (timed out, stopped, failed outside its own error handling) is ended, so that
 * its author can try again.
 * @throws SweepIncompleteError after all others were looked after, when some could not be
 */
export async function sweep(with_: SweepCollaborators): Promise<void> {
  const now = with_.now().getTime();
  const left: string[] = [];
  for await (const run of with_.runs.recordedBefore(new Date(now - MUST_BE_STARTED_MS).toISOString())) {
    try {
      await lookAfter(with_, run, now - Date.parse(run.startedAt));
    } catch (error) {
      left.push(run.id);
      with_.warn(`${run.id} could not be looked after.`, error);
    }
  }
  if (left.length > 0) throw new SweepIncompleteError(left);
}

async function lookAfter(with_: SweepCollaborators, run: EnhancementRecord, ageMs: number): Promise<void> {
  const execution = await with_.findExecution(run.id);
  if (execution === 'RUNNING') return;
  // Lambda forgets names after the retention period; a run that old is not begun again under the old name.
  if (execution === undefined && ageMs < LONGEST_RUN_MS) await with_.startRun(requestOf(run));
  else await with_.runs.markEnded(run);
}
