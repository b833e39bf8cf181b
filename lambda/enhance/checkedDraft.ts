import { type Draft, type DraftFinding, isSound } from '../../domain/enhancement';
import { gate } from '../../domain/enhancement/gate';
import { amountsOf } from '../../domain/enhancement/modelCall';
import type { Drafter } from '../../domain/enhancement/modelRoles';
import { isHard } from '../../domain/facts/finding';
import { type Held, putBack } from '../../domain/secrets/holdBack';
import { hide, hidePieces } from '../../domain/sending';
import type { Sendable } from '../../domain/sending/sendable';
import type { Collaborators, Task } from './collaborators';
import type { SentRequest, StoppedDraft, WrittenDraft } from './modelDraft';

// What the steps of drafting do, whatever calls them one after the other.

type Writing = Pick<Collaborators, 'writeDraft'>;

/** A model's first draft, checked against the author's text. */
export async function firstDraft(with_: Writing, task: Task, drafter: Drafter): Promise<Draft> {
  const { sent, held } = hiddenRequest(task);
  return checked(task, await with_.writeDraft(drafter, sent), held);
}

/**
 * Whether the model that wrote a draft is asked once to correct it. What the guardrail blocked is not to be had back
 * by asking for it again.
 */
export const needsCorrection = (draft: Draft): boolean => draft.text !== null && !isSound(draft);

/** The request as it may leave: a question quotes the author, so it hides what the text hides. */
export function hiddenRequest({ request, sending }: Task): { sent: SentRequest; held: readonly Held[] } {
  const questions = hidePieces(request.questions, sending.held);
  const { record: _, houseRules: rules = [], ...asked } = request;
  const { sent: source, material } = sending;
  const sent = { ...asked, source, material, questions: questions.texts };
  if (rules.length === 0) return { sent, held: questions.held };
  const hidden = hide(rules, questions.held);
  return { sent: { ...sent, houseRules: hidden.texts }, held: hidden.held };
}

/** The draft with the author's own values back in it, and what the check says of it. */
function checked({ request }: Task, written: WrittenDraft | StoppedDraft, held: readonly Held[]): Draft {
  if (written.text === null) return { ...written, findings: [], repaired: [] };
  const { text, findings, repaired } = gate(request, putBack(written.text, held));
  return { ...written, text, findings, repaired };
}

/** Asks the model once to correct its draft; the better of the two stays, with both calls on its account. */
export async function corrected(with_: Writing, task: Task, drafter: Drafter, first: Draft): Promise<Draft> {
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
