import type { DurableContext } from '@aws/durable-execution-sdk-js';
import type { Draft } from '../../domain/enhancement';
import { DRAFTERS, type Drafter } from '../../domain/enhancement/modelRoles';
import { causeOf } from '../durable/causeOf';
import { retryModelCall } from '../durable/retry';
import { corrected, firstDraft, needsCorrection } from './checkedDraft';
import type { Collaborators, Task } from './collaborators';

/** Two drafts in parallel, each checked against the author's text and, if need be, corrected once. */
export async function writeDrafts(
  with_: Collaborators,
  task: Task,
  context: DurableContext,
): Promise<Draft[]> {
  const { request } = task;
  // Filled only from inside steps and from their results, so a replay rebuilds it as it was.
  const finished = new Map<Drafter, Draft>();
  const published = () => DRAFTERS.flatMap((drafter) => finished.get(drafter) ?? []);

  const batch = await context.map(
    'Generate enhanced versions',
    [...DRAFTERS],
    async (branch, drafter) => {
      const first = await branch.step(
        `draft-with-nova-${drafter}`,
        async () => {
          with_.publish.drafting(request);
          const draft = await firstDraft(with_, task, drafter);
          finished.set(drafter, draft);
          with_.publish.drafted(request, published());
          return draft;
        },
        { retryStrategy: retryModelCall },
      );
      finished.set(drafter, first);
      if (!needsCorrection(first)) return first;
      const second = await branch.step(
        `correct-with-nova-${drafter}`,
        () => corrected(with_, task, drafter, first),
        { retryStrategy: retryModelCall },
      );
      finished.set(drafter, second);
      return second;
    },
    // Without this the first failure would throw away the other model's draft.
    {
      completionConfig: { toleratedFailureCount: DRAFTERS.length },
      itemNamer: (drafter) => `nova-${drafter}`,
    },
  );
  return DRAFTERS.map((drafter, index) => {
    const item = batch.all.find((one) => one.index === index);
    // A correction that failed leaves the first draft, which then cannot win, and can still be read.
    return item?.result ?? finished.get(drafter) ?? with_.missingDraft(drafter, causeOf(item?.error));
  });
}
