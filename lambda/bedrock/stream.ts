import {
  ConverseStreamCommand,
  type ConverseStreamMetadataEvent,
  type StopReason,
} from '@aws-sdk/client-bedrock-runtime';
import { bedrockClient } from './client';
import { type ConverseReply, type ConverseRequest, commandInput, readReply } from './converse';
import type { Guardrail } from './guardrail';

/** A piece of an answer while it comes, and the whole of it with what it took at the end. */
export type Streamed = { text: string } | { end: ConverseReply };

/**
 * Asks a model, and has its answer piece by piece. Leaving the loop ends the request.
 * @throws what the Bedrock SDK throws, in the middle too, and `TimeoutError` past `timeoutMs`
 */
export type ConverseStream = (request: ConverseRequest) => AsyncIterable<Streamed>;

/** The stream ended without saying why: the connection broke, and what came is not whole. */
export class StreamBrokenError extends Error {
  override name = 'StreamBrokenError';
  constructor() {
    super('The model’s answer broke off in the middle.');
  }
}

/** `ConverseStream` on Amazon Bedrock. @param guardrail applied to everything that is asked and answered through it */
export function bedrockStream(guardrail?: Guardrail): ConverseStream {
  const client = bedrockClient();
  return async function* (request) {
    const started = performance.now();
    const left = new AbortController();
    const abortSignal = AbortSignal.any([left.signal, AbortSignal.timeout(request.timeoutMs)]);
    try {
      const { guardrailConfig, ...input } = commandInput(request, guardrail);
      const command = new ConverseStreamCommand({
        ...input,
        // What is not yet looked at is not told.
        ...(guardrailConfig && { guardrailConfig: { ...guardrailConfig, streamProcessingMode: 'sync' } }),
      });
      const { stream } = await client.send(command, { abortSignal });
      let text = '';
      let stopReason: StopReason | undefined;
      let metadata: ConverseStreamMetadataEvent | undefined;
      for await (const event of stream ?? []) {
        // The client hands what is already here on, whatever was called off.
        abortSignal.throwIfAborted();
        const piece = event.contentBlockDelta?.delta?.text;
        if (piece) {
          text += piece;
          yield { text: piece };
        }
        stopReason = event.messageStop?.stopReason ?? stopReason;
        metadata = event.metadata ?? metadata;
      }
      if (stopReason === undefined) throw new StreamBrokenError();
      const output = {
        output: { message: { role: 'assistant' as const, content: [{ text }] } },
        stopReason,
        usage: metadata?.usage,
        trace: metadata?.trace,
      };
      const reply = readReply(output, request, guardrail);
      yield { end: { ...reply, latencyMs: Math.round(performance.now() - started) } };
    } finally {
      left.abort();
    }
  };
}
