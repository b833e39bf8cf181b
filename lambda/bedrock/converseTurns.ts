import {
  BedrockRuntimeClient,
  type ContentBlock,
  ConverseCommand,
  type Message,
  type ToolInputSchema,
  type ToolResultContentBlock,
} from '@aws-sdk/client-bedrock-runtime';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { GuardrailReport } from '../../domain/guardrail/report';
import type { Sendable } from '../../domain/sending/sendable';
import { type Guardrail, reportOf } from './guardrail';

/** A tool that a model may use of its own accord. */
export interface OfferedTool {
  name: string;
  description: string;
  schema: object;
}

/** What a model asked a tool for, as it may be sent back to it. */
export interface SentUse {
  id: string;
  name: string;
  input: object;
}

/** One message of a conversation with tools, in Converse's order: whoever asks begins, and the two alternate. */
export type Turn =
  | { role: 'user'; text: Sendable }
  | { role: 'assistant'; text: Sendable; uses: readonly SentUse[] }
  | { role: 'user'; results: readonly { id: string; text: Sendable; failed: boolean }[] };

export interface TurnsRequest {
  modelId: string;
  system: Sendable;
  turns: readonly Turn[];
  tools: readonly OfferedTool[];
  maxTokens: number;
  temperature: number;
  metadata: Record<string, string>;
  timeoutMs: number;
}

export interface TurnsReply {
  text: string;
  /** What it asks tools for; none where it has answered. */
  uses: { id: string; name: string; input: unknown }[];
  /** `guardrail_intervened` when it blocked the answer; one that it masked can be used. */
  stopReason: string;
  guardrail?: GuardrailReport;
  writtenBy: string;
  inputTokens: number;
  outputTokens: number;
  latencyMs: number;
}

/** Asks a model that may use tools. @throws what the Bedrock SDK throws, and `TimeoutError` past `timeoutMs` */
export type ConverseTurns = (request: TurnsRequest) => Promise<TurnsReply>;

/** `ConverseTurns` on Amazon Bedrock. Retries belong to the durable step, so the SDK makes one attempt. */
export function bedrockConverseTurns(guardrail?: Guardrail): ConverseTurns {
  const client = new BedrockRuntimeClient({ maxAttempts: 1, requestHandler: new NodeHttpHandler() });
  return async (request) => {
    const started = performance.now();
    const output = await client.send(
      new ConverseCommand({
        modelId: request.modelId,
        system: [{ text: request.system }],
        messages: request.turns.map(messageOf),
        inferenceConfig: { maxTokens: request.maxTokens, temperature: request.temperature },
        requestMetadata: request.metadata,
        ...(guardrail && {
          guardrailConfig: {
            guardrailIdentifier: guardrail.identifier,
            guardrailVersion: guardrail.version,
            trace: 'enabled' as const,
          },
        }),
        toolConfig: {
          tools: request.tools.map(({ name, description, schema }) => ({
            toolSpec: { name, description, inputSchema: { json: schema } as ToolInputSchema },
          })),
          toolChoice: { auto: {} },
        },
      }),
      { abortSignal: AbortSignal.timeout(request.timeoutMs) },
    );
    const blocks = output.output?.message?.content ?? [];
    const report = guardrail && reportOf(output, guardrail.name);
    const isMasked = output.stopReason === 'guardrail_intervened' && report && report.action !== 'BLOCKED';
    return {
      text: blocks.map((block) => block.text ?? '').join(''),
      uses: blocks.flatMap(({ toolUse }) =>
        toolUse ? [{ id: toolUse.toolUseId ?? '', name: toolUse.name ?? '', input: toolUse.input }] : [],
      ),
      stopReason: isMasked ? 'end_turn' : (output.stopReason ?? 'unknown'),
      ...(report && { guardrail: report }),
      writtenBy: output.trace?.promptRouter?.invokedModelId ?? request.modelId,
      inputTokens: output.usage?.inputTokens ?? 0,
      outputTokens: output.usage?.outputTokens ?? 0,
      latencyMs: Math.round(performance.now() - started),
    };
  };
}

/** Converse refuses a block of text without any. */
function messageOf(turn: Turn): Message {
  if ('results' in turn)
    return {
      role: 'user',
      content: turn.results.map(({ id, text, failed }) => ({
        toolResult: {
          toolUseId: id,
          content: [{ text } as ToolResultContentBlock],
          status: failed ? 'error' : 'success',
        },
      })),
    };
  if (turn.role === 'user') return { role: 'user', content: [{ text: turn.text as string }] };
  const said: ContentBlock[] = turn.text.trim() === '' ? [] : [{ text: turn.text as string }];
  return {
    role: 'assistant',
    content: [
      ...said,
      ...turn.uses.map(
        ({ id, name, input }): ContentBlock => ({
          // biome-ignore lint/suspicious/noExplicitAny: the SDK's own type of any JSON
          toolUse: { toolUseId: id, name, input: input as any },
        }),
      ),
    ],
  };
}
