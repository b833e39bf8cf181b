import { type Draft, isSound } from '../../domain/enhancement';
import { gate } from '../../domain/enhancement/gate';
import { amountsOf } from '../../domain/enhancement/modelCall';
import type { Drafter } from '../../domain/enhancement/modelRoles';
import { isHard } from '../../domain/facts/finding';
import { type Held, putBack } from '../../domain/secrets/holdBack';
import { hideRequest } from '../../domain/sending/request';
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

/** The request as it may leave, with the drafts that leave beside it and pieces of all of these. */
export function hiddenRequest(
  { request }: Task,
  drafts: readonly string[] = [],
  pieces: readonly string[] = [],
): { sent: SentRequest; held: readonly Held[]; drafts: Sendable[]; pieces: Sendable[] } {
  const { record: _, named: __, ...asked } = request;
  const {
    drafts: hidden,
    pieces: hiddenPieces,
    held,
    houseRules,
    ...rest
  } = hideRequest(request, drafts, pieces);
  const sent = { ...asked, ...rest, ...(asked.houseRules && { houseRules }) };
  return { sent: sent as SentRequest, held, drafts: hidden, pieces: hiddenPieces };
}

/** The draft with the author's own values back in it, and what the check says of it. */
function checked({ request }: Task, written: WrittenDraft | StoppedDraft, held: readonly Held[]): Draft {
  if (written.text === null) return { ...written, findings: [], repaired: [] };
  const { text, findings, repaired } = gate(request, putBack(written.text, held));
  return { ...written, text, findings, repaired };
}

/** Asks the model once to correct its draft; the better of the two stays, with both calls on its account. */
export async function corrected(with_: Writing, task: Task, drafter: Drafter, first: Draft): Promise<Draft> {
  const hard = hardOf(first);
  const said = hard.flatMap(({ value, instead }) => [value, instead ?? '']);
  const { sent, held, drafts, pieces } = hiddenRequest(task, [first.text ?? ''], said);
  const again = await with_.writeDraft(drafter, sent, {
    draft: drafts[0] as Sendable,
    findings: hard.map(({ list }, index) => ({
      list,
      value: pieces[2 * index] as Sendable,
      instead: pieces[2 * index + 1],
    })),
  });
  const second = checked(task, again, held);
  const isBetter = second.text !== null && hardOf(second).length < hardOf(first).length;
  const better = isBetter ? second : first;
  return { ...better, ...amountsOf([first, again]) };
}

const hardOf = (draft: Draft) => draft.findings.filter(isHard);
