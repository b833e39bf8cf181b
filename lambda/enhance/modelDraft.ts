import { readDraft } from '../../domain/answers/draft';
import { type Draft, type EnhancementRequest, roleAndWriter } from '../../domain/enhancement';
import { wholeOf } from '../../domain/enhancement/gate';
import { amountsOf } from '../../domain/enhancement/modelCall';
import type { Drafter } from '../../domain/enhancement/modelRoles';
import { reportInWords } from '../../domain/guardrail/report';
import type { Sendable } from '../../domain/sending/sendable';
import type { Converse, ConverseReply } from '../bedrock/converse';
import { modelCall } from '../modelCall';
import { type Geography, inferenceProfile, MODELS } from '../models';
import { draftPrompt } from '../prompts/draft';
import { repairPrompt, type SendableFinding } from '../prompts/repair';
import { UnusableDraftError } from './errors';

/** Longer than any section may be; a step's result must stay far below Lambda's 256 KB. */
const LONGEST_DRAFT = 40_000;

/** A draft that a model wrote, before the fact check. */
export type WrittenDraft = Omit<Draft, 'findings' | 'repaired'> & { text: string };

/** A draft that the guardrail blocked: what it says of it stays, and not a word of the text. */
export type StoppedDraft = Omit<Draft, 'findings' | 'repaired' | 'error'> & { text: null; error: string };

/** What is to be corrected in a draft. */
export interface Correction {
  draft: Sendable;
  findings: readonly SendableFinding[];
}

/** The request as a model may see it. */
export type SentRequest = Omit<
  EnhancementRequest,
  'source' | 'material' | 'questions' | 'houseRules' | 'named' | 'record'
> & {
  source: Sendable;
  material?: Sendable | null;
  questions: readonly Sendable[];
  houseRules?: readonly Sendable[];
};

/**
 * Writes a draft with one model, or corrects the one it wrote.
 * @throws what Bedrock throws, and UnusableDraftError
 */
export type WriteDraft = (
  drafter: Drafter,
  request: SentRequest,
  correction?: Correction,
) => Promise<WrittenDraft | StoppedDraft>;

export const draftWith =
  (converse: Converse, geography: Geography, timeoutMs: number): WriteDraft =>
  async (drafter, request, correction) => {
    const prompt = correction
      ? repairPrompt(request, correction.draft, correction.findings)
      : draftPrompt(request);
    const reply = await converse({
      modelId: inferenceProfile(drafter, geography),
      ...prompt,
      temperature: 0.3,
      metadata: { task: 'draft', section: request.section, theme: request.theme },
      timeoutMs,
    });
    const call = modelCall(drafter, geography, reply);
    const { guardrail } = reply;
    if (reply.stopReason === 'guardrail_intervened' && guardrail) {
      const error = reportInWords(guardrail, 'draft').join(' ');
      return { ...call, text: null, truncated: false, error, guardrail };
    }
    const draft = usableDraft(roleAndWriter(call), reply, wholeOf(request), prompt.system);
    return {
      ...call,
      text: draft.text,
      truncated: draft.cut === true || reply.stopReason === 'max_tokens',
      error: null,
      // Only where it says something: so a draft without a guardrail is stored as it always was.
      ...(guardrail && { guardrail }),
    };
  };

/** What stands in the place of a draft that never came. */
export const missingDraft = (drafter: Drafter, geography: Geography, why: string): Draft => ({
  model: MODELS[drafter].name,
  modelId: inferenceProfile(drafter, geography),
  writtenBy: inferenceProfile(drafter, geography),
  text: null,
  truncated: false,
  error: why,
  findings: [],
  repaired: [],
  ...amountsOf([]),
});

function usableDraft(
  model: string,
  reply: ConverseReply,
  source: string,
  asked: string,
): { text: string; cut?: true } {
  switch (reply.stopReason) {
    case 'guardrail_intervened':
      throw new UnusableDraftError(model, reply.stopReason, 'was stopped by the guardrail.');
    case 'content_filtered':
      throw new UnusableDraftError(model, reply.stopReason, 'had its answer withheld by a content filter.');
    case 'model_context_window_exceeded':
      throw new UnusableDraftError(
        model,
        reply.stopReason,
        'has no room for a text of this length. Enhance the section in parts.',
      );
    case 'malformed_model_output':
    case 'malformed_tool_use':
      throw new UnusableDraftError(model, reply.stopReason, 'produced an answer that could not be read.');
  }
  const draft = readDraft(reply.text, source, asked, reply.stopReason === 'max_tokens');
  if ('why' in draft) throw new UnusableDraftError(model, reply.stopReason, draft.why);
  if (draft.text.length > LONGEST_DRAFT) {
    throw new UnusableDraftError(
      model,
      reply.stopReason,
      `wrote ${draft.text.length} characters, too many for a section.`,
    );
  }
  return draft;
}
