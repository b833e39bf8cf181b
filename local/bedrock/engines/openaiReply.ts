import type { ConverseReply, ReplyBlock } from '../converse';
import { BedrockError } from '../errors';

/** The parts of a chat completion that are read. */
interface ChatCompletion {
  choices?: Array<{
    message?: {
      content?: string | null;
      tool_calls?: Array<{ id?: string; function?: { name?: string; arguments?: unknown } }> | null;
    };
    finish_reason?: string | null;
  }>;
  usage?: { prompt_tokens?: number; completion_tokens?: number } | null;
}

/** `finish_reason` as OpenAI, Ollama, vLLM, llama.cpp and text-generation-inference spell it. */
const STOP_REASONS: Record<string, string> = {
  stop: 'end_turn',
  eos: 'end_turn',
  eos_token: 'end_turn',
  stop_sequence: 'stop_sequence',
  length: 'max_tokens',
  tool_calls: 'tool_use',
  function_call: 'tool_use',
  content_filter: 'content_filtered',
};

/**
 * A chat completion as Converse tells it.
 * @throws BedrockError (ModelErrorException) when there is no answer in it, or an unknown finish reason
 */
export function readCompletion(answer: unknown, model: string, latencyMs: number): ConverseReply {
  const { choices, usage } = (answer ?? {}) as ChatCompletion;
  const choice = Array.isArray(choices) ? choices[0] : undefined;
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
  const text = withoutThinking(choice.message?.content ?? '');
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
  return { content, stopReason: stopReasonOf(choice.finish_reason, model) };
}

function stopReasonOf(finish: string | null | undefined, model: string): string {
  const known = STOP_REASONS[finish ?? 'stop'];
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

/**
 * Reasoning models put their thinking in front of the answer. Some servers swallow the opening tag, and an
 * answer cut short may never close it.
 */
function withoutThinking(text: string): string {
  const start = text.trimStart();
  const end = start.indexOf('</think>');
  if (start.startsWith('<think>')) return end < 0 ? '' : start.slice(end + '</think>'.length).trimStart();
  if (end >= 0 && !start.includes('<think>')) return start.slice(end + '</think>'.length).trimStart();
  return text;
}
