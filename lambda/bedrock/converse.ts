import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { together } from '../../domain/guardrail/report';
import type { Sendable } from '../../domain/sending/sendable';
import type { PromptPart } from '../prompts/draft';
import { type Look, lookingWith } from './applyGuardrail';
import { bedrockClient } from './client';
import { type Guardrail, markedContent } from './guardrail';
import { blocksOf, type DescribedTool, guardedBy, type Output, type Told, toldIn, toolSpecOf } from './told';

/** One request to a model. `metadata` is stored with Bedrock's invocation logs, to tell calls apart. */
export interface ConverseRequest {
  modelId: string;
  system: Sendable;
  user: Sendable;
  /**
   * `user` in its parts, for a guardrail; without them it looks at all of `user`. With a `source` and a `query`
   * among them it also checks that the answer is grounded.
   */
  parts?: readonly PromptPart[];
  maxTokens: number;
  temperature: number;
  metadata: Record<string, string>;
  /** Forces the answer into this tool's input. */
  tool?: DescribedTool;
  /** 1 makes the answer as repeatable as the model allows. */
  topK?: number;
  timeoutMs: number;
}

export interface ConverseReply extends Told {
  /** The forced tool's input, when the model used it. */
  toolInput: unknown;
  latencyMs: number;
}

/** Asks a model. @throws what the Bedrock SDK throws, and `TimeoutError` past `timeoutMs`. */
export type Converse = (request: ConverseRequest) => Promise<ConverseReply>;

/**
 * `Converse` on Amazon Bedrock. Retries belong to the durable step, so the SDK makes one attempt.
 * @param guardrail applied to everything that is asked and answered through it
 */
export function bedrockConverse(guardrail?: Guardrail): Converse {
  const client = bedrockClient();
  const look = lookingWith(client, guardrail);
  return async (request) => {
    const started = performance.now();
    const abortSignal = AbortSignal.timeout(request.timeoutMs);
    const output = await client.send(new ConverseCommand(commandInput(request, guardrail)), { abortSignal });
    const reply = readReply(output, request, guardrail);
    const guarded = await guardTool(reply, look, abortSignal);
    return { ...guarded, latencyMs: Math.round(performance.now() - started) };
  };
}

type Untimed = Omit<ConverseReply, 'latencyMs'>;

/**
 * What a model writes into a tool's input, Bedrock's guardrail does not look at while it answers, so it is
 * asked again for that alone.
 */
async function guardTool(reply: Untimed, look: Look, abortSignal: AbortSignal): Promise<Untimed> {
  const { report: found, isBlocked, masked } = await look(reply.toolInput, 'OUTPUT', abortSignal);
  if (!found) return reply;
  const report = together(reply.guardrail, found);
  return isBlocked
    ? { ...reply, toolInput: undefined, stopReason: 'guardrail_intervened', guardrail: report }
    : { ...reply, toolInput: masked(reply.toolInput), guardrail: report };
}

/** A request as Bedrock's Converse and ConverseStream take it. */
export function commandInput(request: ConverseRequest, guardrail: Guardrail | undefined) {
  return {
    modelId: request.modelId,
    system: [{ text: request.system }],
    messages: [
      {
        role: 'user' as const,
        content:
          guardrail && request.parts ? markedContent(request.parts) : [{ text: request.user as string }],
      },
    ],
    inferenceConfig: { maxTokens: request.maxTokens, temperature: request.temperature },
    requestMetadata: request.metadata,
    ...guardedBy(guardrail),
    // Other families refuse Nova's own field.
    ...(request.topK &&
      request.modelId.includes('amazon.nova') && {
        additionalModelRequestFields: { inferenceConfig: { topK: request.topK } },
      }),
    ...(request.tool && {
      toolConfig: {
        tools: [toolSpecOf(request.tool)],
        toolChoice: { tool: { name: request.tool.name } },
      },
    }),
  };
}

/** What a reply tells, and what it has put into the tool that it was to use. */
export const readReply = (
  output: Output,
  request: ConverseRequest,
  guardrail: Guardrail | undefined,
): Untimed => ({
  ...toldIn(output, request.modelId, guardrail),
  toolInput: blocksOf(output).find(({ toolUse }) => toolUse?.name === request.tool?.name)?.toolUse?.input,
});
