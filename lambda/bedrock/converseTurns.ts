import {
  type ContentBlock,
  ConverseCommand,
  type Message,
  type ToolResultContentBlock,
} from '@aws-sdk/client-bedrock-runtime';
import { type GuardrailReport, together } from '../../domain/guardrail/report';
import type { Sendable } from '../../domain/sending/sendable';
import { RESULT_WITHHELD } from '../prompts/assistant';
import { type Look, lookingWith } from './applyGuardrail';
import { bedrockClient } from './client';
import type { Guardrail } from './guardrail';
import { blocksOf, type DescribedTool, guardedBy, type Told, toldIn, toolSpecOf } from './told';

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
  /** Those that the model may use of its own accord. */
  tools: readonly DescribedTool[];
  maxTokens: number;
  temperature: number;
  metadata: Record<string, string>;
  timeoutMs: number;
}

export interface TurnsReply extends Told {
  /** What it asks tools for; none where it has answered. */
  uses: { id: string; name: string; input: unknown }[];
  latencyMs: number;
}

/** Asks a model that may use tools. @throws what the Bedrock SDK throws, and `TimeoutError` past `timeoutMs` */
export type ConverseTurns = (request: TurnsRequest) => Promise<TurnsReply>;

/** `ConverseTurns` on Amazon Bedrock. Retries belong to the durable step, so the SDK makes one attempt. */
export function bedrockConverseTurns(guardrail?: Guardrail): ConverseTurns {
  const client = bedrockClient();
  const look = lookingWith(client, guardrail);
  return async (request) => {
    const started = performance.now();
    const abortSignal = AbortSignal.timeout(request.timeoutMs);
    const { turns, report: inResults } = await guardResults(request.turns, look, abortSignal);
    const output = await client.send(
      new ConverseCommand({
        modelId: request.modelId,
        system: [{ text: request.system }],
        messages: turns.map(messageOf),
        inferenceConfig: { maxTokens: request.maxTokens, temperature: request.temperature },
        requestMetadata: request.metadata,
        ...guardedBy(guardrail),
        toolConfig: {
          tools: request.tools.map(toolSpecOf),
          toolChoice: { auto: {} },
        },
      }),
      { abortSignal },
    );
    const told = toldIn(output, request.modelId, guardrail);
    const uses = blocksOf(output).flatMap(({ toolUse }) =>
      toolUse ? [{ id: toolUse.toolUseId ?? '', name: toolUse.name ?? '', input: toolUse.input }] : [],
    );
    const inUses = await look(
      uses.map(({ input }) => input),
      'OUTPUT',
      abortSignal,
    );
    const report = [inResults, inUses.report].reduce(
      (both, one) => (one ? together(both, one) : both),
      told.guardrail,
    );
    return {
      ...told,
      ...(report && { guardrail: report }),
      ...(inUses.isBlocked && { stopReason: 'guardrail_intervened' }),
      uses: inUses.isBlocked ? [] : uses.map((use) => ({ ...use, input: inUses.masked(use.input) })),
      latencyMs: Math.round(performance.now() - started),
    };
  };
}

/**
 * What tools have answered is somebody's words too, and Bedrock's guardrail does not look into it: it is asked about
 * each answer, at every turn, as a turn is sent whole. One that it blocks is withheld, and the conversation goes on;
 * the report tells of what came in last.
 */
async function guardResults(turns: readonly Turn[], look: Look, abortSignal: AbortSignal) {
  let report: GuardrailReport | undefined;
  const guarded = await Promise.all(
    turns.map(async (turn): Promise<Turn> => {
      if (!('results' in turn)) return turn;
      const results = await Promise.all(
        turn.results.map(async (result) => {
          const { report: found, isBlocked, masked } = await look(result.text, 'INPUT', abortSignal);
          if (found && turn === turns.at(-1)) report = together(report, found);
          return isBlocked
            ? { ...result, text: RESULT_WITHHELD, failed: true }
            : { ...result, text: masked(result.text) };
        }),
      );
      return { ...turn, results };
    }),
  );
  return { turns: guarded, report };
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
