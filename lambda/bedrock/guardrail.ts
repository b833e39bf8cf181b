import { type GuardrailFinding, type GuardrailReport, strongest } from '../../domain/guardrail/report';
import type { PromptPart } from '../prompts/draft';
import { type Assessment, findingsIn, masksIn } from './guardrailTrace';

/** A guardrail that Bedrock applies to every request and answer. */
export interface Guardrail {
  identifier: string;
  version: string;
  /** What people call it. */
  name: string;
}

/** What is read of a reply to Converse. */
interface Replied {
  stopReason?: string | undefined;
  trace?: { guardrail?: Trace | undefined } | undefined;
}

interface Trace {
  inputAssessment?: Record<string, Assessment> | undefined;
  outputAssessments?: Record<string, Assessment[]> | undefined;
  actionReason?: string | undefined;
}

/** What is read of a reply to ApplyGuardrail. */
interface Applied {
  action?: string | undefined;
  actionReason?: string | undefined;
  assessments?: Assessment[] | undefined;
}

/** What a block is to the check for grounding, and whether the other policies look at it. */
type Qualifier = 'grounding_source' | 'guard_content' | 'query';

/** A block of a message. */
type Marked =
  | { text: string }
  | {
      guardContent: {
        text: { text: string; qualifiers?: Qualifier[] };
      };
    };

/** The guardrail of the deployment, or none. @throws RangeError when only one of the two variables is set */
export function guardrailOf(environment: NodeJS.ProcessEnv): Guardrail | undefined {
  const { GUARDRAIL_ID: identifier, GUARDRAIL_VERSION: version, GUARDRAIL_NAME: name } = environment;
  if (!identifier && !version) return undefined;
  if (!identifier || !version) throw new RangeError('GUARDRAIL_ID and GUARDRAIL_VERSION go together.');
  return { identifier, version, name: name || identifier };
}

/** Bedrock's limit for what an answer is grounded in, in characters. */
const LONGEST_SOURCE = 100_000;

/**
 * Parts of a prompt as Bedrock's content: a guardrail looks at what is marked and at nothing else of it, so the
 * program's own instructions are no prompt attack. With a source and a query, it also checks for grounding.
 */
export function markedContent(parts: readonly PromptPart[]): Marked[] {
  const length = parts.reduce((total, { text, is }) => total + (is === 'source' ? text.length : 0), 0);
  const grounds = length > 0 && length <= LONGEST_SOURCE && parts.some(({ is }) => is === 'query');
  return parts.map(({ text, is }, index): Marked => {
    // Models read the blocks one after the other, so the empty line between two is a part of the first.
    const spaced = index < parts.length - 1 ? `${text}\n` : text;
    const marked = (...qualifiers: Qualifier[]): Marked => ({
      guardContent: { text: { text: spaced, ...(qualifiers.length > 0 && { qualifiers }) } },
    });
    if (is === 'source') return grounds ? marked('grounding_source', 'guard_content') : marked();
    if (is === 'query' && grounds) return marked('query');
    return is === 'content' ? marked() : { text: spaced };
  });
}

/** What the guardrail did, from the trace of a reply; nothing where it found nothing. */
export function reportOf({ stopReason, trace }: Replied, name: string): GuardrailReport | undefined {
  const { inputAssessment = {}, outputAssessments = {}, actionReason } = trace?.guardrail ?? {};
  const findings = [
    ...Object.values(inputAssessment).flatMap((one) => findingsIn(one, 'INPUT')),
    ...Object.values(outputAssessments).flatMap((all) => all.flatMap((one) => findingsIn(one, 'OUTPUT'))),
  ];
  return reportWith(findings, name, stopReason === 'guardrail_intervened', actionReason);
}

/** What the guardrail did to a text that it was given by itself, and how words of it may be used. */
export function appliedTo(
  { action, actionReason, assessments = [] }: Applied,
  name: string,
  source: 'INPUT' | 'OUTPUT' = 'OUTPUT',
) {
  const findings = assessments.flatMap((one) => findingsIn(one, source));
  const masks = assessments.flatMap(masksIn);
  return {
    report: reportWith(findings, name, action === 'GUARDRAIL_INTERVENED', actionReason),
    masked: (words: string): string =>
      masks.reduce((rest, { match, mask }) => rest.replaceAll(match, mask), words),
  };
}

/** An intervention that the findings do not explain has blocked, by a policy that is not known here. */
function reportWith(
  findings: GuardrailFinding[],
  guardrail: string,
  intervened: boolean,
  actionReason: string | undefined,
): GuardrailReport | undefined {
  const action = strongest(findings.map((one) => one.action));
  if (intervened && (action === 'NONE' || /block/i.test(actionReason ?? '')))
    return { guardrail, action: 'BLOCKED', findings };
  return findings.length === 0 ? undefined : { guardrail, action, findings };
}
