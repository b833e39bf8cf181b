import { jsonInText } from '../../../../domain/answers/json';
import type { ConverseCall, ConverseReply, Engine } from '../../../bedrock/converse';
import { BedrockError } from '../../../bedrock/errors';
import { postTo, refusalOf, unreachable } from '../modelServer';
import { requireRole } from '../roles';
import type { OpenAiSettings } from '../settings';
import { liveCompletion } from './openaiLive';
import { contextOverflow, isContextOverflow, readCompletion } from './openaiReply';
import { chatRequest, type Streaming, TOOL_STYLES, type ToolStyle } from './openaiRequest';
import { completionOfStream } from './openaiStream';

/**
 * Passes calls on to a server that speaks OpenAI's chat completions. It sets no time limit of its own: a
 * model on a laptop may think for minutes, and the caller's own limit ends the call.
 */
export function openAiEngine(settings: OpenAiSettings): Engine {
  const styles = new Map<string, ToolStyle>();
  return {
    name: 'openai',
    describe: () => {
      const models = [...new Set(Object.values(settings.models))].join(', ');
      return `${models} at ${settings.url} (OpenAI-compatible)`;
    },
    converse: async (call, signal) => {
      const model = settings.models[requireRole(call)];
      const started = performance.now();
      const { answer, style } = await complete(settings, model, call, signal, styles);
      const reply = readCompletion(answer, model, Math.round(performance.now() - started));
      return asToolUse(reply, call, style);
    },
    stream: async function* (call, signal) {
      const model = settings.models[requireRole(call)];
      const started = performance.now();
      let reply = await post(settings, model, call, signal, 'function', 'counted');
      let message = reply.ok ? '' : await errorMessage(reply);
      if (!reply.ok && NOT_KNOWN.has(reply.status) && /stream_options|include_usage/i.test(message)) {
        reply = await post(settings, model, call, signal, 'function', 'uncounted');
        message = reply.ok ? '' : await errorMessage(reply);
      }
      if (!reply.ok) throw await refused(reply.status, message, settings, model, signal);
      yield* liveCompletion(reply.pieces(), model, started);
    },
  };
}

/**
 * Asks, and asks again in another way when the server refuses tools. What worked for a model is remembered,
 * so that the next call is right at once.
 */
async function complete(
  settings: OpenAiSettings,
  model: string,
  call: ConverseCall,
  signal: AbortSignal,
  styles: Map<string, ToolStyle>,
): Promise<{ answer: unknown; style: ToolStyle }> {
  const forced = call.body.toolConfig?.toolChoice?.tool !== undefined;
  let from = forced ? TOOL_STYLES.indexOf(styles.get(model) ?? 'function') : 0;
  for (;;) {
    const style = TOOL_STYLES[from] as ToolStyle;
    const reply = await post(settings, model, call, signal, style);
    if (reply.ok) {
      if (forced) styles.set(model, style);
      return { answer: await reply.json(), style };
    }
    const message = await errorMessage(reply);
    const next = forced ? nextStyle(style, reply.status, message) : undefined;
    if (!next) throw await refused(reply.status, message, settings, model, signal);
    from = TOOL_STYLES.indexOf(next);
  }
}

/** A status with which servers refuse what they do not know: Ollama 400, llama.cpp 500, vLLM and TGI 422, others 501. */
const NOT_KNOWN = new Set([400, 404, 405, 415, 422, 500, 501]);

/** The next way to ask for the tool's input, when a server refused this one; `undefined` for any other refusal. */
function nextStyle(style: ToolStyle, status: number, message: string): ToolStyle | undefined {
  if (!NOT_KNOWN.has(status) || isContextOverflow(message)) return undefined;
  if (style === 'function' || style === 'required') {
    // LM Studio and llama.cpp take the choice as a word only; with one tool on offer both mean the same.
    if (style === 'function' && status === 400 && /tool_choice/.test(message)) return 'required';
    return /tool|function|jinja|template|not (?:supported|implemented)|unsupported|extra (?:inputs|fields)/i.test(
      message,
    )
      ? 'schema'
      : undefined;
  }
  const refusesFormat =
    /response_format|json_schema|json_object|grammar|schema|not (?:supported|implemented)|unsupported|extra (?:inputs|fields)/i;
  if (style !== 'words' && refusesFormat.test(message)) return style === 'schema' ? 'object' : 'words';
  return undefined;
}

/** JSON that was asked for in words comes back as the tool's input, so that the caller need not know. */
function asToolUse(reply: ConverseReply, call: ConverseCall, style: ToolStyle): ConverseReply {
  const name = call.body.toolConfig?.toolChoice?.tool?.name;
  if (!name || style === 'function' || style === 'required') return reply;
  const text = reply.output.message.content.map((block) => ('text' in block ? block.text : '')).join('');
  const input = jsonInText(text);
  if (typeof input !== 'object' || input === null) return reply;
  const toolUse = { toolUseId: 'tooluse_json', name, input };
  return {
    ...reply,
    output: { message: { role: 'assistant', content: [{ toolUse }] } },
    stopReason: 'tool_use',
  };
}

interface Answer {
  ok: boolean;
  status: number;
  text(): Promise<string>;
  /** The body while it comes. */
  pieces(): AsyncIterable<string>;
  /** @throws BedrockError when the server's answer is not JSON */
  json(): Promise<unknown>;
}

async function post(
  settings: OpenAiSettings,
  model: string,
  call: ConverseCall,
  signal: AbortSignal,
  style: ToolStyle,
  streaming: Streaming = 'no',
): Promise<Answer> {
  const response = await postTo(
    settings,
    '/chat/completions',
    chatRequest(model, call.body, style, streaming),
    signal,
  );
  const text = () =>
    response.text().catch((cause: unknown) => {
      throw unreachable(settings, cause);
    });
  return {
    ok: response.ok,
    status: response.status,
    text,
    pieces: async function* () {
      try {
        yield* (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream());
      } catch (cause) {
        throw unreachable(settings, cause);
      }
    },
    json: async () => {
      const raw = (await text()).replace(/^\uFEFF/, '');
      try {
        return JSON.parse(raw);
      } catch (cause) {
        const streamed = completionOfStream(raw);
        if (streamed) return streamed;
        throw new BedrockError(
          'ModelErrorException',
          `The model server at ${settings.url} did not answer with JSON: ${raw.slice(0, 200)}`,
          { cause },
        );
      }
    },
  };
}

/** The server's own words: `{"error":{"message"}}`, `{"error":"…"}`, `{"message"}` or plain text. */
async function errorMessage(answer: Answer): Promise<string> {
  const raw = await answer.text();
  let body: { error?: { message?: unknown } | string; message?: unknown } | null;
  try {
    body = JSON.parse(raw);
  } catch {
    // A proxy's HTML page, say: its text is all there is to tell.
    return raw.slice(0, 500);
  }
  const found = typeof body?.error === 'object' ? body.error?.message : (body?.error ?? body?.message);
  return typeof found === 'string' ? found : raw.slice(0, 500);
}

async function refused(
  status: number,
  message: string,
  settings: OpenAiSettings,
  model: string,
  signal: AbortSignal,
): Promise<BedrockError> {
  if (isContextOverflow(message)) return contextOverflow(model, message);
  const models = status === 404 ? await modelsOf(settings, signal) : '';
  return refusalOf(settings, status, message, {
    asked: 'the request',
    noSuchModel:
      `has no model "${model}" (or no /chat/completions). Load the model ` +
      `there (with Ollama: ollama pull ${model}), or set NEVERMORE_MODEL to one it has${models}`,
  });
}

/** The models that a server has, in brackets for a message; nothing when it does not tell. */
async function modelsOf(settings: OpenAiSettings, signal: AbortSignal): Promise<string> {
  try {
    const headers = settings.apiKey ? { authorization: `Bearer ${settings.apiKey}` } : undefined;
    const response = await fetch(`${settings.url}/models`, { headers, signal });
    const { data } = (await response.json()) as { data?: Array<{ id?: unknown }> };
    const ids = (data ?? []).flatMap(({ id }) => (typeof id === 'string' ? [id] : [])).slice(0, 12);
    return ids.length === 0 ? '' : ` (${ids.join(', ')})`;
  } catch {
    // The message is complete without the list, and the refusal itself is what must be told.
    return '';
  }
}
