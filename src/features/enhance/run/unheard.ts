import { ENDED_UNTOLD, LONGEST_RUN_MINUTES } from '../../../../domain/enhancement';
import type { Enhancement } from '../../../data/types';
import { isOver, type Runs } from './runs';

/** Lambda takes a run within a second; what is still queued after this was recorded and never started. */
const UNSTARTED_AFTER_MS = 45_000;
/** Its last publication may be on its way. */
const GRACE_MS = 5 * 60_000;

const ageOf = (run: Enhancement, now: number): number => now - Date.parse(run.startedAt);

/**
 * Runs that were recorded and never began, because whoever recorded them died before the start: in
 * milliseconds from now each is due to be started again. Starting is idempotent, so it does not matter who
 * else does the same. A colleague's run is the caretaker's business.
 */
export const unstarted = (
  runs: Runs,
  userId: string,
  now: number,
): Array<{ run: Enhancement; dueIn: number }> =>
  [...runs.values()]
    .filter(
      (run) =>
        run.owner === userId && run.stage === 'QUEUED' && ageOf(run, now) < LONGEST_RUN_MINUTES * 60_000,
    )
    .map((run) => ({ run, dueIn: Math.max(0, UNSTARTED_AFTER_MS - ageOf(run, now)) }));

/**
 * A run as it must be by now: no execution lives longer than an hour, so one that has not told its end by then
 * has ended without telling (a laptop that slept through it, a process that died). Nothing was lost by it.
 */
export const asItMustBe = (run: Enhancement, now: number): Enhancement =>
  isOver(run) || ageOf(run, now) < LONGEST_RUN_MINUTES * 60_000 + GRACE_MS
    ? run
    : {
        ...run,
        status: 'FAILED',
        stage: 'FINISHED',
        verdict: null,
        message: ENDED_UNTOLD,
      };
