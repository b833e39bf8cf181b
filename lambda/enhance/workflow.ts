import type { DurableContext } from '@aws/durable-execution-sdk-js';
import type { EnhancementRequest } from '../../domain/enhancement';
import { retryPublish } from '../durable/retry';
import type { Collaborators, Task } from './collaborators';
import { judgeDrafts } from './contest';
import { writeDrafts } from './drafts';
import {
  type Ending,
  isNothing,
  judgedEnding,
  noDraft,
  nothingToEnhance,
  verdictWithoutContest,
} from './endings';

/**
 * One enhancement: two drafts in parallel, each checked, a verdict, and a publication whenever something is
 * finished.
 *
 * Only orchestration: no clock, no network, no randomness, because after a crash the SDK runs it again from
 * the top and hands back the results of the steps that had finished.
 */
export const enhanceWorkflow =
  (with_: Collaborators) =>
  async (request: EnhancementRequest, context: DurableContext): Promise<Ending> => {
    const ending = isNothing(request)
      ? nothingToEnhance(request)
      : await draftAndJudge(with_, { request }, context);
    await context.step('publish-verdict', () => with_.publish.ending(request, ending), {
      retryStrategy: retryPublish,
    });
    return ending;
  };

async function draftAndJudge(with_: Collaborators, task: Task, context: DurableContext): Promise<Ending> {
  const drafts = await writeDrafts(with_, task, context);
  if (drafts.every((draft) => draft.text === null)) return noDraft(task.request, drafts);
  const verdict = verdictWithoutContest(drafts) ?? (await judgeDrafts(with_, task, drafts, context));
  return judgedEnding(drafts, verdict);
}
