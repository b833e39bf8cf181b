import { jsonInText } from '../../domain/answers/json';
import { amountsOf, type ModelCall } from '../../domain/enhancement/modelCall';
import { JUDGE } from '../../domain/enhancement/modelRoles';
import { type ReadVerdict, readVerdict } from '../../domain/enhancement/readVerdict';
import { reportInWords } from '../../domain/guardrail/report';
import type { Sendable } from '../../domain/sending/sendable';
import type { Converse, ConverseReply, ConverseRequest } from '../bedrock/converse';
import { modelCall } from '../modelCall';
import { type Geography, type JudgeModel, MODELS } from '../models';
import { inPlainJson, judgePrompt, VERDICT_TOOL, verdictSchema } from '../prompts/judge';
import { UnreadableVerdictError } from './errors';
import type { SentRequest } from './modelDraft';

/** Stop reasons after which asking for plain JSON may still work. */
const TOOL_TROUBLE = new Set(['malformed_tool_use', 'malformed_model_output']);

/** Stop reasons after which asking again would bring the same. */
const STOPPED: Readonly<Record<string, string>> = {
  guardrail_intervened: 'the guardrail stopped the judge',
  content_filtered: 'a content filter withheld the judge’s answer',
  model_context_window_exceeded: 'the drafts are too long for the judge; enhance the section in parts',
};

export interface Judgement extends ReadVerdict {
  call: ModelCall;
}

/**
 * Judges texts in the order given, without telling who wrote them.
 * @throws what Bedrock throws, and UnreadableVerdictError
 */
export type JudgeDrafts = (request: SentRequest, drafts: readonly Sendable[]) => Promise<Judgement>;

export const judgeWith =
  (converse: Converse, model: JudgeModel, geography: Geography, timeoutMs: number): JudgeDrafts =>
  async (request, drafts) => {
    const prompt = judgePrompt({ ...request, drafts });
    type Extra = Pick<ConverseRequest, 'user' | 'parts' | 'tool'>;
    const ask = (extra: Extra) =>
      converse({
        modelId: model.modelId,
        system: prompt.system,
        maxTokens: prompt.maxTokens,
        temperature: 0,
        topK: 1,
        metadata: { task: 'judge', section: request.section, theme: request.theme },
        timeoutMs,
        ...extra,
      });
    const read = (answer: unknown) => readVerdict(answer, request.theme, drafts);
    const schema = verdictSchema(request.theme, drafts.length);
    const tool = { name: VERDICT_TOOL, description: 'Records the verdict on the drafts.', schema };

    const calls: ModelCall[] = [];
    const answered = (reply: ConverseReply) => calls.push(judgeCall(model, geography, reply));
    const first = await unlessToolTrouble(ask({ user: prompt.user, parts: prompt.parts, tool }));
    if (first) {
      answered(first);
      unlessStopped(first);
      const reading = read(first.toolInput ?? jsonInText(first.text, isVerdict));
      if (reading.usable) return { ...reading.verdict, call: together(calls) };
    }
    const second = await ask(inPlainJson(prompt, request.theme, drafts.length));
    answered(second);
    unlessStopped(second);
    const reading = read(jsonInText(second.text, isVerdict));
    if (!reading.usable) throw new UnreadableVerdictError(reading.why);
    return { ...reading.verdict, call: together(calls) };
  };

/** @throws UnreadableVerdictError naming what stopped the judge, which is in the answer's place */
function unlessStopped({ stopReason, guardrail }: ConverseReply): void {
  const why = STOPPED[stopReason];
  if (!why) return;
  const [told] = guardrail ? reportInWords(guardrail, 'verdict') : [];
  throw new UnreadableVerdictError(told ? told.replace(/^The/, 'the').replace(/\.$/, '') : why);
}

/** The price of a judge that the deployment chose is not known here, and its calls are not in the cost. */
const judgeCall = (model: JudgeModel, geography: Geography, reply: ConverseReply): ModelCall => ({
  ...modelCall(JUDGE, geography, reply),
  model: model.name,
  modelId: model.modelId,
  ...(model.foundationModel !== MODELS.pro.foundationModel && { costUsd: 0 }),
});

/** A verdict has scores; other braces in an answer have none. */
const isVerdict = (value: Record<string, unknown>): boolean => 'scores' in value;

/** `undefined` when the model stumbled over the tool itself, which Bedrock reports in two ways. */
async function unlessToolTrouble(asked: Promise<ConverseReply>): Promise<ConverseReply | undefined> {
  try {
    const reply = await asked;
    return TOOL_TROUBLE.has(reply.stopReason) ? undefined : reply;
  } catch (error) {
    if (error instanceof Error && (error.name === 'ModelErrorException' || refusesTools(error)))
      return undefined;
    throw error;
  }
}

/**
 * A model that knows no tools, or none that one can force, refuses the request itself: "This model doesn't
 * support the toolConfig.toolChoice.tool field." It may well answer in plain JSON.
 */
const refusesTools = (error: Error): boolean =>
  error.name === 'ValidationException' && /tool(?:_?config|_?choice|s\b|\s?use|\s?call)/i.test(error.message);

/** Two calls that led to one verdict, added up. */
function together(calls: readonly ModelCall[]): ModelCall {
  const last = calls[calls.length - 1] as ModelCall;
  return { ...last, ...amountsOf(calls) };
}
