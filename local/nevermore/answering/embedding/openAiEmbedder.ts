import type { Embedder } from '../../../bedrock';
import { BedrockError } from '../../../bedrock/errors';
import { postTo, refusalOf, unreachable } from '../modelServer';
import type { OpenAiEmbedding } from '../settings';

/** Roughly what tokenizers make of English text, for servers that do not count. */
const CHARACTERS_PER_TOKEN = 4;

/** The parts of an answer that are read. */
interface Embeddings {
  data?: Array<{ embedding?: unknown }>;
  usage?: { prompt_tokens?: unknown; total_tokens?: unknown } | null;
  error?: { message?: unknown } | string | null;
}

/**
 * Embeds with a model server. Most models have one number of dimensions: it is asked for, and an answer with
 * another is refused, as an index cannot hold it.
 */
export function openAiEmbedder(settings: OpenAiEmbedding): Embedder {
  return {
    name: `openai-compatible: ${settings.model}`,
    embed: async ({ text, dimensions, normalize }, signal) => {
      const answer = await ask(settings, { model: settings.model, input: text, dimensions }, signal);
      const { vector, inputTokens } = read(answer, text, settings);
      if (vector.length !== dimensions) throw otherDimension(settings, vector.length, dimensions);
      return { vector: normalize ? ofLengthOne(vector, settings) : vector, inputTokens };
    },
  };
}

const otherDimension = ({ model }: OpenAiEmbedding, got: number, asked: number) =>
  new BedrockError(
    'ValidationException',
    `"${model}" makes vectors of ${got} dimensions, and the index has ${asked}. ` +
      ([256, 512, 1024].includes(got)
        ? `Set NEVERMORE_EMBEDDING_DIMENSIONS=${got} and start again, or take a model that can be asked for ${asked}.`
        : 'Titan, whose place it takes, has 256, 512 or 1024. Set NEVERMORE_EMBEDDING_MODEL to a model that makes ' +
          'or can be asked for one of those, or unset it for the offline embedder.'),
  );

async function ask(settings: OpenAiEmbedding, body: object, signal: AbortSignal): Promise<Embeddings> {
  const { url, model } = settings;
  const response = await postTo(settings, '/embeddings', body, signal);
  const raw = await response.text().catch((cause: unknown) => {
    throw unreachable(settings, cause);
  });
  const answer = parsed(raw);
  const said = messageIn(answer) ?? raw.slice(0, 300);
  if (response.status >= 400)
    throw refusalOf(settings, response.status, said, {
      asked: 'the text',
      noSuchModel: `has no model "${model}" (or no /embeddings). Load it there, or set NEVERMORE_EMBEDDING_MODEL to one it has`,
    });
  if (typeof answer !== 'object' || answer === null)
    throw new BedrockError(
      'ModelErrorException',
      `The model server at ${url} did not answer with JSON: ${said}`,
    );
  if (answer.error && !answer.data)
    throw new BedrockError('ModelErrorException', `"${model}" answered with an error: ${said}`);
  return answer;
}

function parsed(raw: string): Embeddings | null | undefined {
  try {
    return JSON.parse(raw) as Embeddings | null;
  } catch {
    // A proxy's page, say; its text is told.
    return undefined;
  }
}

/** The server's own words: `{"error":{"message"}}` or `{"error":"…"}`. */
function messageIn(answer: Embeddings | null | undefined): string | undefined {
  const error = answer?.error;
  const message = typeof error === 'object' ? error?.message : error;
  return typeof message === 'string' ? message : undefined;
}

function read({ data, usage }: Embeddings, text: string, { model }: OpenAiEmbedding) {
  const given = Array.isArray(data) ? data[0]?.embedding : undefined;
  if (!Array.isArray(given) || given.length === 0 || !given.every((one) => Number.isFinite(one)))
    throw new BedrockError('ModelErrorException', `The answer of "${model}" holds no vector.`);
  const counted = usage?.prompt_tokens ?? usage?.total_tokens;
  return {
    vector: Float32Array.from(given as number[]),
    inputTokens: typeof counted === 'number' ? counted : Math.ceil(text.length / CHARACTERS_PER_TOKEN),
  };
}

function ofLengthOne(vector: Float32Array, { model }: OpenAiEmbedding): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  if (length === 0) throw new BedrockError('ModelErrorException', `"${model}" answered with zeros only.`);
  return vector.map((value) => value / length);
}
