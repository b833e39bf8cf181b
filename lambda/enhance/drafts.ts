import type { DurableContext } from '@aws/durable-execution-sdk-js';
import { type Draft, type DraftFinding, isSound } from '../../domain/enhancement';
import { gate } from '../../domain/enhancement/gate';
import { amountsOf } from '../../domain/enhancement/modelCall';
import { DRAFTERS, type Drafter } from '../../domain/enhancement/modelRoles';
import { isHard } from '../../domain/facts/finding';
import { type Held, putBack } from '../../domain/secrets/holdBack';
import { hide, hidePieces } from '../../domain/sending';
import type { Sendable } from '../../domain/sending/sendable';
import { causeOf } from '../durable/causeOf';
import { retryModelCall } from '../durable/retry';
import type { Collaborators, Task } from './collaborators';
import type { SentRequest, StoppedDraft, WrittenDraft } from './modelDraft';

/** Two drafts in parallel, each checked against the author's text and, if need be, corrected once. */
export async function writeDrafts(
  with_: Collaborators,
  task: Task,
  context: DurableContext,
): Promise<Draft[]> {
  const { request } = task;
  const { sent, held } = hiddenRequest(task);
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
          const draft = checked(task, await with_.writeDraft(drafter, sent), held);
          finished.set(drafter, draft);
          with_.publish.drafted(request, published());
          return draft;
        },
        { retryStrategy: retryModelCall },
      );
      finished.set(drafter, first);
      // What the guardrail blocked is not to be had back by asking for it again.
      if (first.text === null || isSound(first)) return first;
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
export function hiddenRequest({ request, sending }: Task): { sent: SentRequest; held: readonly Held[] } {
  const questions = hidePieces(request.questions, sending.held);
  const { record: _, ...asked } = request;
  const { sent: source, material } = sending;
  return { sent: { ...asked, source, material, questions: questions.texts }, held: questions.held };
}

/** The draft with the author's own values back in it, and what the check says of it. */
function checked({ request }: Task, written: WrittenDraft | StoppedDraft, held: readonly Held[]): Draft {
  if (written.text === null) return { ...written, findings: [], repaired: [] };
  const { text, findings, repaired } = gate(request, putBack(written.text, held));
  return { ...written, text, findings, repaired };
}

/** Asks the model once to correct its draft; the better of the two stays, with both calls on its account. */
async function corrected(with_: Collaborators, task: Task, drafter: Drafter, first: Draft): Promise<Draft> {
  const { sent, held } = hiddenRequest(task);
  const { correction, held: alsoHeld } = hiddenCorrection(first.text ?? '', hardOf(first), held);
  const again = await with_.writeDraft(drafter, sent, correction);
  const second = checked(task, again, alsoHeld);
  const isBetter = second.text !== null && hardOf(second).length < hardOf(first).length;
  const better = isBetter ? second : first;
  return { ...better, ...amountsOf([first, again]) };
}

/** A draft and what is wrong with it, as the model that wrote it may see them again. */
function hiddenCorrection(draft: string, findings: readonly DraftFinding[], held: readonly Held[]) {
  const whole = hide([draft], held);
  const said = hidePieces(
    findings.flatMap(({ value, instead }) => [value, instead ?? '']),
    whole.held,
  );
  return {
    correction: {
      draft: whole.texts[0] as Sendable,
      findings: findings.map(({ list }, index) => ({
        list,
        value: said.texts[2 * index] as Sendable,
        instead: said.texts[2 * index + 1],
      })),
    },
    held: said.held,
  };
}

const hardOf = (draft: Draft) => draft.findings.filter(isHard);
