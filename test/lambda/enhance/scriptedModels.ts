import type { EnhancementProgress, EnhancementRequest } from '../../../domain/enhancement';
import { criteriaFor } from '../../../domain/enhancement/criteria';
import type { ThemeId } from '../../../domain/themes';
import type { Converse, ConverseReply, ConverseRequest } from '../../../lambda/bedrock/converse';
import type { Collaborators } from '../../../lambda/enhance/collaborators';
import { judgeWith } from '../../../lambda/enhance/judging';
import { draftWith, missingDraft } from '../../../lambda/enhance/modelDraft';
import { publishThrough } from '../../../lambda/enhance/progress';
import { judgeOf } from '../../../lambda/models';
import { unfence } from '../../../lambda/prompts/delimiter';

export type ModelName = 'micro' | 'lite' | 'pro';
export type Script = Partial<
  Record<ModelName, (request: ConverseRequest) => Promise<Partial<ConverseReply>>>
>;

export const modelOf = (request: ConverseRequest): ModelName =>
  (['micro', 'lite', 'pro'] as const).find((name) => request.modelId.includes(`nova-${name}`)) as ModelName;

/** An error as the Bedrock SDK throws it. */
export const bedrockError = (name: string, message = name) => Object.assign(new Error(message), { name });

/** A complete verdict for as many texts as there are; `best` gets the higher scores. */
export function verdict(
  best: number,
  theme: ThemeId = 'professional',
  reasoning = 'It keeps every figure.',
  texts = 3,
) {
  const row = (draft: number) => ({
    draft,
    ...Object.fromEntries(criteriaFor(theme).map(({ id }) => [id, draft === best ? 5 : 3])),
  });
  return {
    unsupported_claims: [],
    scores: Array.from({ length: texts }, (_, index) => row(index + 1)),
    best,
    reasoning,
  };
}

const reply = (request: ConverseRequest, part: Partial<ConverseReply>): ConverseReply => ({
  text: '',
  toolInput: undefined,
  stopReason: 'end_turn',
  writtenBy: request.modelId,
  inputTokens: 100,
  outputTokens: 50,
  latencyMs: 7,
  ...part,
});

/** The texts that a judge is shown, in order. */
export function shownTexts(request: ConverseRequest): string[] {
  const fenced = unfence(request.user);
  return [...fenced].flatMap(([name, text]) => (name.startsWith('DRAFT') ? [text] : []));
}

/** A faithful draft: the author's text, which says who copied it. */
export const draftOf = (name: 'micro' | 'lite', request: ConverseRequest): string =>
  `**${name === 'micro' ? 'In short' : 'Lite reading'}**\n\n${unfence(request.user).get('SOURCE')}`;

/** Models that answer as scripted, and remember what they were asked. */
export function scriptedModels(script: Script = {}) {
  const calls: ConverseRequest[] = [];
  const converse: Converse = async (request) => {
    calls.push(request);
    const name = modelOf(request);
    const scripted = script[name];
    if (scripted) return reply(request, await scripted(request));
    if (name === 'pro') {
      const theme = request.metadata.theme as ThemeId;
      const shown = shownTexts(request);
      const best = shown.findIndex((text) => text.includes('Lite')) + 1;
      const toolInput = verdict(best, theme, undefined, shown.length);
      return reply(request, { toolInput, stopReason: 'tool_use' });
    }
    return reply(request, { text: draftOf(name, request) });
  };
  return {
    converse,
    calls,
    count: (name: ModelName) => calls.filter((call) => modelOf(call) === name).length,
  };
}

/** The workflow's collaborators over scripted models, and every snapshot that was published, in order. */
export function collaborators(converse: Converse) {
  const published: Array<Partial<EnhancementProgress> & { id: string; progress: number }> = [];
  const stored = new Map<string, number>();
  const graphql = async <Data>(_query: string, variables: Record<string, unknown>): Promise<Data> => {
    const input = variables.input as (typeof published)[number];
    if ((stored.get(input.id) ?? 0) < input.progress) {
      stored.set(input.id, input.progress);
      published.push(structuredClone(input));
    }
    return {} as Data;
  };
  const with_: Collaborators = {
    writeDraft: draftWith(converse, 'us', 45_000),
    missingDraft: (drafter, why) => missingDraft(drafter, 'us', why),
    judge: judgeWith(converse, judgeOf(undefined, 'us'), 'us', 45_000),
    publish: publishThrough(graphql, (message, error) => {
      throw new Error(message, { cause: error });
    }),
  };
  return { with_, published };
}

export const request = (part: Partial<EnhancementRequest> = {}): EnhancementRequest => ({
  enhancementId: 'run-1',
  section: 'description',
  theme: 'professional',
  source: 'db fell over at 14:02, failover took 9 min, we suspect the pool size',
  questions: [],
  ...part,
});
