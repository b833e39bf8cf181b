import type { DraftFinding } from '../../domain/enhancement';
import type { Sendable } from '../../domain/sending/sendable';
import { fence, markOf } from './delimiter';
import { draftPrompt, instruction, type Prompt, type PromptPart, whole } from './draft';

const WHAT_TO_DO: Record<DraftFinding['list'], string> = {
  added: 'is not in SOURCE; ask for it with a [TODO: …] question or leave it out',
  lost: 'is in SOURCE and missing from the draft; put it back where it belongs',
  moved: 'stands with another statement than in SOURCE; put it with its own',
  hedges: 'is said with less doubt, or with another yes or no, than in SOURCE; say it as SOURCE does',
  claims: 'is not what SOURCE says; say it as SOURCE does, or leave it out',
};

/** Above the draft to be corrected; no other prompt holds it. */
export const CORRECTION_HEAD = 'Your draft so far, to be corrected and otherwise left as it is:';

/** A finding in words that may leave. */
export interface SendableFinding {
  list: DraftFinding['list'];
  value: Sendable;
  instead?: Sendable | undefined;
}

/** Asks the same model once more, with its draft and what the check found in it. */
export function repairPrompt(
  request: Parameters<typeof draftPrompt>[0],
  draft: Sendable,
  findings: readonly SendableFinding[],
): Prompt {
  const prompt = draftPrompt(request);
  const parts: PromptPart[] = [
    ...prompt.parts,
    instruction(CORRECTION_HEAD),
    { text: fence('DRAFT 1', markOf(request.enhancementId), draft), is: 'content' },
    instruction(['What a check against SOURCE found in it:', ...linesOf(findings)].join('\n')),
    instruction('Answer with the corrected section only.'),
  ];
  return { ...prompt, user: whole(parts), parts };
}

/** More than a model can mind at once: a draft with so much wrong in it had three thousand tokens of list behind it. */
const MOST_FINDINGS = 20;

/** Each finding once: a command that is missing in three places is one thing to put back. */
function linesOf(findings: readonly SendableFinding[]): string[] {
  const lines = findings.map(
    ({ list, value, instead }) =>
      `- ${JSON.stringify(value)} ${WHAT_TO_DO[list]}${instead ? ` (SOURCE: ${JSON.stringify(instead)})` : ''}`,
  );
  return [...new Set(lines)].slice(0, MOST_FINDINGS);
}
