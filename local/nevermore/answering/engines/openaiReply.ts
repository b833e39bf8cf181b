import { withoutThinking } from '../../../../domain/answers/thinking';
import type { ConverseReply, ReplyBlock } from '../../../bedrock/converse';
import { BedrockError } from '../../../bedrock/errors';

/** The parts of a chat completion that are read. */
interface ChatCompletion {
  choices?: Array<{
    message?: {
      /** A text by the protocol; a list of parts from some servers and proxies. */
      content?: unknown;
      /** Where Ollama, vLLM, DeepSeek and LM Studio put what a model thinks. */
      reasoning?: unknown;
      reasoning_content?: unknown;
      thinking?: unknown;
      tool_calls?: Array<{ id?: string; function?: { name?: string; arguments?: unknown } }> | null;
    };
    finish_reason?: string | null;
  }>;
  usage?: { prompt_tokens?: number; completion_tokens?: number } | null;
  /** oobabooga, llama.cpp behind proxies and OpenRouter answer errors with HTTP 200. */
  error?: { message?: unknown } | string | null;
}

/**
 * `finish_reason` as OpenAI, Ollama (`load` and `""` too), vLLM, llama.cpp, text-generation-inference, Gemini's
 * and Claude's proxies spell it, in small letters.
 */
const STOP_REASONS: Record<string, string> = {
  '': 'end_turn',
  load: 'end_turn',
  done: 'end_turn',
  end_turn: 'end_turn',
  complete: 'end_turn',
  stop: 'end_turn',
  eos: 'end_turn',
  eos_token: 'end_turn',
  stop_sequence: 'stop_sequence',
  length: 'max_tokens',
  max_tokens: 'max_tokens',
  max_length: 'max_tokens',
  model_length: 'max_tokens',
  tool_use: 'tool_use',
  safety: 'content_filtered',
  tool_calls: 'tool_use',
  function_call: 'tool_use',
  content_filter: 'content_filtered',
};

/**
 * A chat completion as Converse tells it.
 * @throws BedrockError (ModelErrorException) when there is no answer in it, or an unknown finish reason
 */
export function readCompletion(answer: unknown, model: string, latencyMs: number): ConverseReply {
  const { choices, usage, error } = (answer ?? {}) as ChatCompletion;
  const choice = Array.isArray(choices) ? choices[0] : undefined;
  if (error && !choice?.message) throw errorWithin(error, model);
  if (!choice?.message) {
    throw new BedrockError('ModelErrorException', `The answer of "${model}" holds no message.`);
  }
  const { content, stopReason } = readMessage(choice, model);
  const inputTokens = usage?.prompt_tokens ?? 0;
  const outputTokens = usage?.completion_tokens ?? 0;
  return {
    output: { message: { role: 'assistant', content } },
    stopReason,
    usage: { inputTokens, outputTokens, totalTokens: inputTokens + outputTokens },
    metrics: { latencyMs },
    trace: { promptRouter: { invokedModelId: `openai-compatible: ${model}` } },
  };
}

function readMessage(choice: NonNullable<ChatCompletion['choices']>[number], model: string) {
  const content: ReplyBlock[] = [];
  const said = textIn(choice.message?.content);
  const text = withoutThinking(said);
  if (text) content.push({ text });
  const calls = choice.message?.tool_calls ?? [];
  for (const [index, call] of calls.entries()) {
    const name = call.function?.name ?? '';
    const input = readArguments(call.function?.arguments);
    if (input === undefined || !name) {
      // The model's words, unread: the caller is told and may ask again without the tool.
      content.push({ text: String(call.function?.arguments ?? '') });
      return { content, stopReason: 'malformed_tool_use' };
    }
    content.push({ toolUse: { toolUseId: call.id || `tooluse_${index}`, name, input } });
  }
  if (calls.length > 0) return { content, stopReason: 'tool_use' };
  if (text === '' && (said !== '' || hasThought(choice.message))) throw onlyThought(model);
  return { content, stopReason: stopReasonOf(choice.finish_reason, model) };
}

function stopReasonOf(finish: string | null | undefined, model: string): string {
  const known = STOP_REASONS[(finish ?? 'stop').toLowerCase()];
  if (known) return known;
  throw new BedrockError('ModelErrorException', `"${model}" stopped for a reason unknown here: "${finish}".`);
}

/** The arguments as an object: a JSON text by the protocol, an object already from some servers. */
function readArguments(given: unknown): object | undefined {
  let value = given;
  if (typeof given === 'string') {
    try {
      value = JSON.parse(given);
    } catch {
      return undefined;
    }
  }
  return typeof value === 'object' && value !== null ? value : undefined;
}

/** A message's text, whole or in parts: `[{"type":"text","text":"…"}]`; other parts hold no answer. */
function textIn(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content
    .map((part: unknown) => {
      if (typeof part === 'string') return part;
      const { type = 'text', text } = (part ?? {}) as { type?: unknown; text?: unknown };
      return typeof text === 'string' && /^(?:output_)?text$/.test(String(type)) ? text : '';
    })
    .join('');
}

const hasThought = (message: NonNullable<ChatCompletion['choices']>[number]['message']): boolean =>
  [message?.reasoning, message?.reasoning_content, message?.thinking].some(
    (thought) => typeof thought === 'string' && thought.trim() !== '',
  );

const onlyThought = (model: string) =>
  new BedrockError(
    'ModelErrorException',
    `"${model}" spent its whole answer on thinking and said nothing. Switch its thinking off, allow it more ` +
      'tokens, or set NEVERMORE_MODEL to a model that answers at once.',
  );

/** An error that came with HTTP 200. */
function errorWithin(error: NonNullable<ChatCompletion['error']>, model: string): BedrockError {
  const message = typeof error === 'string' ? error : String(error.message ?? JSON.stringify(error));
  if (isContextOverflow(message)) return contextOverflow(model, message);
  return new BedrockError('ModelErrorException', `"${model}" answered with an error: ${message}`);
}

/** In the words of llama.cpp, Ollama, vLLM, LM Studio, OpenAI and their proxies. */
export const isContextOverflow = (message: string): boolean =>
  /context (?:size|length|window)|maximum context|context_length_exceeded|exceed_context|n_ctx|too many tokens|prompt is too long|input is too long|longer than the (?:model|maximum)|exceeds? the (?:available|maximum|model)/i.test(
    message,
  );

export const contextOverflow = (model: string, message: string) =>
  new BedrockError(
    'ValidationException',
    `The text does not fit into the context of "${model}". Load the model with a longer context size (Ollama: ` +
      `num_ctx; llama.cpp: -c; LM Studio: Context Length), or enhance a shorter section. It says: ${message}`,
  );
