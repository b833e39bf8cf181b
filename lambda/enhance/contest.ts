import type { DurableContext } from '@aws/durable-execution-sdk-js';
import type { Draft, Verdict } from '../../domain/enhancement';
import { causeOf } from '../durable/causeOf';
import { retryModelCall } from '../durable/retry';
import type { Collaborators, Task } from './collaborators';
import { contestOf, ORDERS, verdictOf } from './contestants';

/** Names of the two judge steps; operators and checks know the first one. */
const STEPS = { 1: 'judge-best-version', 2: 'judge-best-version-reversed' } as const;

/**
 * Has the sound drafts and the author's own text judged in two orders at once, and counts.
 * One order is not enough: on close texts a judge follows the order in 20 to 45 % of pairs.
 */
export async function judgeDrafts(
  with_: Collaborators,
  task: Task,
  drafts: readonly Draft[],
  context: DurableContext,
): Promise<Verdict> {
  const contest = contestOf(task, drafts);
  const settled = await Promise.allSettled(
    ORDERS.map((order) =>
      context.step(
        STEPS[order],
        async () => {
          with_.publish.judging(task.request, drafts);
          return { order, judgement: await with_.judge(contest.sent, contest.shown[order].texts) };
        },
        { retryStrategy: retryModelCall },
      ),
    ),
  );
  return verdictOf(
    contest,
    drafts,
    settled.map((result) => (result.status === 'fulfilled' ? result.value : { why: causeOf(result.reason) })),
  );
}
