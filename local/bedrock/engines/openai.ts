import { type ConverseCall, type Engine, requireRole } from '../converse';
import { BedrockError } from '../errors';
import type { OpenAiSettings } from '../settings';
import { readCompletion } from './openaiReply';
import { chatRequest, type ForcedToolStyle } from './openaiRequest';

/**
 * Passes calls on to a server that speaks OpenAI's chat completions. It sets no time limit of its own: a
 * model on a laptop may think for minutes, and the caller's own limit ends the call.
 */
export function openAiEngine(settings: OpenAiSettings): Engine {
  return {
    name: 'openai',
    describe: () => {
      const models = [...new Set(Object.values(settings.models))].join(', ');
      return `${models} at ${settings.url} (OpenAI-compatible)`;
    },
    converse: async (call, signal) => {
      const model = settings.models[requireRole(call)];
      const started = performance.now();
      const answer = await complete(settings, model, call, signal);
      return readCompletion(answer, model, Math.round(performance.now() - started));
    },
  };
}

async function complete(
  settings: OpenAiSettings,
  model: string,
  call: ConverseCall,
  signal: AbortSignal,
): Promise<unknown> {
  const first = await post(settings, model, call, signal, 'function');
  if (first.ok) return first.json();
  const message = await errorMessage(first);
  // LM Studio and llama.cpp take the choice as a word only; with one tool on offer both mean the same.
  if (first.status === 400 && /tool_choice/.test(message) && call.body.toolConfig?.toolChoice?.tool) {
    const second = await post(settings, model, call, signal, 'required');
    if (second.ok) return second.json();
    throw refused(second.status, await errorMessage(second), settings, model);
  }
  throw refused(first.status, message, settings, model);
}

interface Answer {
  ok: boolean;
  status: number;
  text(): Promise<string>;
  /** @throws BedrockError when the server's answer is not JSON */
  json(): Promise<unknown>;
}

async function post(
  settings: OpenAiSettings,
  model: string,
  call: ConverseCall,
  signal: AbortSignal,
  style: ForcedToolStyle,
): Promise<Answer> {
  const unreachable = (cause: unknown) =>
    new BedrockError(
      'ServiceUnavailableException',
      `The model server at ${settings.url} does not answer (${reason(cause)}). Start it, or correct NEVERMORE_OPENAI_URL.`,
      { cause },
    );
  let response: Response;
  try {
    response = await fetch(`${settings.url}/chat/completions`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(settings.apiKey && { authorization: `Bearer ${settings.apiKey}` }),
      },
      body: JSON.stringify(chatRequest(model, call.body, style)),
      signal,
    });
  } catch (cause) {
    throw unreachable(cause);
  }
  const text = () =>
    response.text().catch((cause: unknown) => {
      throw unreachable(cause);
    });
  return {
    ok: response.ok,
    status: response.status,
    text,
    json: async () => {
      const raw = await text();
      try {
        return JSON.parse(raw);
      } catch (cause) {
        throw new BedrockError(
          'ModelErrorException',
          `The model server at ${settings.url} did not answer with JSON: ${raw.slice(0, 200)}`,
          { cause },
        );
      }
    },
  };
}

/** fetch hides the reason one level down. */
function reason(cause: unknown): string {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  const { code, message } = inner as NodeJS.ErrnoException;
  return code ?? message ?? String(inner);
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

function refused(status: number, message: string, settings: OpenAiSettings, model: string): BedrockError {
  const said = message ? ` It says: ${message}` : '';
  switch (true) {
    case status === 401 || status === 403:
      return new BedrockError(
        'AccessDeniedException',
        `The model server at ${settings.url} refused the key (HTTP ${status}). Check NEVERMORE_OPENAI_KEY.${said}`,
      );
    case status === 404:
      return new BedrockError(
        'ResourceNotFoundException',
        `The model server at ${settings.url} has no model "${model}" (or no /chat/completions). Load the model ` +
          `there (with Ollama: ollama pull ${model}), or set NEVERMORE_MODEL to one it has.${said}`,
      );
    case status === 429:
      return new BedrockError(
        'ThrottlingException',
        `The model server at ${settings.url} is busy (HTTP 429).${said}`,
      );
    case status >= 500:
      return new BedrockError(
        'ServiceUnavailableException',
        `The model server at ${settings.url} failed (HTTP ${status}).${said}`,
      );
    default:
      return new BedrockError(
        'ValidationException',
        `The model server at ${settings.url} refused the request (HTTP ${status}).${said}`,
      );
  }
}
