import type { Guardrail } from '../../assembly/types';
import {
  type ConverseBody,
  type ConverseReply,
  type GivenBody,
  type GuardedBlock,
  plainBody,
  type ReplyBlock,
} from '../converse';
import { type Assessed, assess } from './assess';
import type { GuardrailTrace } from './wire';

/** Asks an engine with a guardrail before it and behind it, as Bedrock does. */
export async function guarded(
  guardrail: Guardrail,
  given: GivenBody,
  ask: (body: ConverseBody) => Promise<ConverseReply>,
): Promise<ConverseReply> {
  const { guardrailVersion = 'DRAFT', trace: wanted } = given.guardrailConfig ?? {};
  const look = (text: string, side: 'input' | 'output') => assess(guardrail, guardrailVersion, text, side);
  const traced = (reply: ConverseReply, trace: GuardrailTrace): ConverseReply =>
    wanted?.startsWith('enabled') ? { ...reply, trace: { ...reply.trace, guardrail: trace } } : reply;

  const input = look(judgedInput(given).join('\n'), 'input');
  const inputAssessment = { [guardrail.id]: input.assessment };
  if (input.outcome === 'BLOCKED') {
    const reply: ConverseReply = {
      output: { message: { role: 'assistant', content: [{ text: guardrail.blockedInput }] } },
      stopReason: 'guardrail_intervened',
      usage: { inputTokens: 0, outputTokens: 0, totalTokens: 0 },
      metrics: { latencyMs: input.assessment.invocationMetrics.guardrailProcessingLatency },
    };
    return traced(reply, { inputAssessment, actionReason: REASONS.BLOCKED });
  }

  const maskInput = (text: string) => look(text, 'input').masked;
  const reply = await ask(input.outcome === 'ANONYMIZED' ? withTexts(given, maskInput) : plainBody(given));
  // What a model writes into a tool's input, Bedrock does not look at.
  const { content } = reply.output.message;
  const answered = content.flatMap((block) => ('text' in block ? [block.text] : []));
  if (answered.length === 0) return traced(reply, { inputAssessment });
  const output = look(answered.join('\n'), 'output');
  const trace: GuardrailTrace = {
    inputAssessment,
    outputAssessments: { [guardrail.id]: [output.assessment] },
  };
  if (output.outcome === 'NONE') return traced(reply, trace);
  return traced(
    {
      ...reply,
      output: { message: { role: 'assistant', content: intervened(guardrail, content, output, look) } },
      stopReason: 'guardrail_intervened',
    },
    { modelOutput: answered, ...trace, actionReason: REASONS[output.outcome] },
  );
}

export const REASONS = {
  BLOCKED: 'Guardrail blocked.',
  ANONYMIZED: 'Guardrail masked.',
  NONE: 'No action.',
} as const;

const intervened = (
  { blockedOutput }: Guardrail,
  content: readonly ReplyBlock[],
  { outcome }: Assessed,
  look: (text: string, side: 'output') => Assessed,
): ReplyBlock[] =>
  outcome === 'BLOCKED'
    ? [{ text: blockedOutput }]
    : content.map((block) => ('text' in block ? { text: look(block.text, 'output').masked } : block));

/** Marked blocks, where there are any; everything else in the messages then goes by unseen. */
function judgedInput({ messages, system = [] }: GivenBody): string[] {
  const blocks = [...system.filter(isMarked), ...messages.flatMap(({ content }) => content)];
  const marked = blocks.filter(isMarked);
  if (marked.length === 0) return blocks.map(({ text }) => text);
  // With another qualifier only, a block serves to check what is grounded in it.
  return marked
    .filter(({ guard = [] }) => guard.length === 0 || guard.includes('guard_content'))
    .map(({ text }) => text);
}

const isMarked = ({ guard }: GuardedBlock): boolean => guard !== undefined;

function withTexts(given: GivenBody, change: (text: string) => string): ConverseBody {
  const body = plainBody(given);
  return {
    ...body,
    messages: body.messages.map(({ role, content }) => ({
      role,
      content: content.map((block) => ({ ...block, text: change(block.text) })),
    })),
  };
}
