import type { DurableContext } from '@aws/durable-execution-sdk-js';
import { type Draft, type EnhancementRequest, isSound } from '../../domain/enhancement';
import { gate } from '../../domain/gate';
import { DRAFTERS, type Drafter } from '../../domain/models';
import { putBack } from '../../domain/secrets/holdBack';
import { hideAgain, type Sending } from '../../domain/sending';
import { causeOf } from './causeOf';
import type { WrittenDraft } from './drafting';
import { retryModelCall } from './retry';
import type { Collaborators } from './workflow';

/** What is drafted from: the request as it is sent, and as the author wrote it. */
export interface Task {
  request: EnhancementRequest;
  sending: Sending;
}

/** Two drafts in parallel, each checked against the author's text and, if need be, corrected once. */
export async function writeDrafts(
  with_: Collaborators,
  task: Task,
  context: DurableContext,
): Promise<Draft[]> {
  const id = task.request.enhancementId;
  const sent = sentOf(task);
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
          with_.publish.drafting(id);
          const draft = checked(task, await with_.writeDraft(drafter, sent));
          finished.set(drafter, draft);
          with_.publish.drafted(id, published());
          return draft;
        },
        { retryStrategy: retryModelCall },
      );
      finished.set(drafter, first);
      if (isSound(first)) return first;
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

/** The request as it may leave: a question quotes the author, so it hides what the text hides. */
const sentOf = ({ request, sending }: Task): EnhancementRequest => ({
  ...request,
  source: sending.sent,
  questions: request.questions.map((question) => hideAgain(question, sending.held)),
});

/** The draft with the author's own values back in it, and what the check says of it. */
function checked({ request, sending }: Task, written: WrittenDraft): Draft {
  const { text, findings, repaired } = gate(request.source, putBack(written.text, sending.held));
  return { ...written, text, findings, repaired };
}

/** Asks the model once to correct its draft; the better of the two stays, with both calls on its account. */
async function corrected(with_: Collaborators, task: Task, drafter: Drafter, first: Draft): Promise<Draft> {
  const { sending } = task;
  const correction = { draft: hideAgain(first.text ?? '', sending.held), findings: hardOf(first) };
  const again = await with_.writeDraft(drafter, sentOf(task), correction);
  const second = checked(task, again);
  const better = hardOf(second).length < hardOf(first).length ? second : first;
  return {
    ...better,
    latencyMs: first.latencyMs + again.latencyMs,
    inputTokens: first.inputTokens + again.inputTokens,
    outputTokens: first.outputTokens + again.outputTokens,
    costUsd: first.costUsd + again.costUsd,
  };
}

const hardOf = (draft: Draft) => draft.findings.filter(({ severity }) => severity === 'hard');
