import type { Draft } from '../../../../domain/enhancement';
import {
  type GuardrailAction,
  type GuardrailReport,
  reportInWords,
} from '../../../../domain/guardrail/report';
import type { Enhancement } from '../../../data/types';
import { say } from '../../../language/say';
import { draftNames } from '../names';

/** What the deployment's guardrail did to one draft. */
export interface GuardrailNote {
  /** Before what is said of the draft: "Timeline-led draft". */
  title: string;
  action: GuardrailAction;
  /** What was done, in sentences. */
  said: string[];
  /** What the author can do about it; null where nothing needs to be done. */
  advice: string | null;
}

/** A note for each draft that the guardrail said something of. Runs from before there was one have none. */
export function guardrailNotes(run: Enhancement): GuardrailNote[] {
  const names = draftNames(run.drafts);
  return run.drafts.flatMap(({ guardrail }, index) =>
    guardrail
      ? [
          {
            title: names[index]?.title ?? say('Draft {n}', { n: index + 1 }),
            action: guardrail.action,
            said: reportInWords(guardrail, 'draft'),
            advice: adviceOn(guardrail, run),
          },
        ]
      : [],
  );
}

/** Whether the guardrail stopped this draft, so that there is no text of it. */
export const isStopped = ({ guardrail }: Pick<Draft, 'guardrail'>): boolean =>
  guardrail?.action === 'BLOCKED';

function adviceOn({ action, findings }: GuardrailReport, { source, material }: Enhancement): string | null {
  if (action === 'NONE') return null;
  if (action === 'ANONYMIZED')
    return say('What stands in braces was masked: put your own value there, or take the sentence out.');
  const own = [source, material ?? ''].join('\n').toLowerCase();
  const isOwn = findings.some(
    ({ policy, side, name }) => side === 'INPUT' || (policy === 'WORDS' && own.includes(name.toLowerCase())),
  );
  return isOwn
    ? say('It stands in your own text. Say it in other words there, and try again.')
    : say('It is not in your text: another run may do without it.');
}
