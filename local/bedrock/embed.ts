import { BedrockError } from './errors';

/** A text to embed. */
export interface EmbedCall {
  readonly modelId: string;
  readonly text: string;
  readonly dimensions: number;
  /** Whether the vector is to have the length 1. */
  readonly normalize: boolean;
}

export interface Embedded {
  readonly vector: Float32Array;
  readonly inputTokens: number;
}

/** Who embeds; whoever starts the endpoint hands one in. */
export interface Embedder {
  /** For answers, logs and people. Another one says that its vectors cannot be compared with those before. */
  readonly name: string;
  /** @throws BedrockError */
  embed(call: EmbedCall, signal: AbortSignal): Promise<Embedded>;
}

/** What Titan Text Embeddings V2 answers, and who it was that answered. */
interface TitanAnswer {
  readonly embedding: readonly number[];
  readonly inputTextTokenCount: number;
  readonly embeddingsByType: { readonly float: readonly number[] };
  /** Not Titan's own: as a router of Converse tells it in its trace. */
  readonly invokedModelId: string;
}

const TITAN = 'amazon.titan-embed-text-v2:0';
const DIMENSIONS = [1024, 512, 256];
const LONGEST_TEXT = 50_000;
const MOST_TOKENS = 8_192;
const FIELDS = new Set(['inputText', 'dimensions', 'normalize', 'embeddingTypes']);

/**
 * Answers InvokeModel for Titan Text Embeddings V2, the one model that is served by it.
 * @throws BedrockError in Bedrock's own words where they are known
 */
export async function invokeTitan(
  modelId: string,
  raw: Buffer,
  embedder: Embedder | undefined,
  signal: AbortSignal,
): Promise<TitanAnswer> {
  if (modelId !== TITAN && !modelId.endsWith(`:foundation-model/${TITAN}`))
    throw new BedrockError(
      'ValidationException',
      `The provided model identifier is invalid: InvokeModel of the local Bedrock endpoint knows ${TITAN}, not "${modelId}".`,
    );
  const call = { modelId: TITAN, ...readTitanBody(raw) };
  if (!embedder)
    throw new BedrockError(
      'AccessDeniedException',
      'Nobody embeds here: this local cloud was started without an embedder. Hand one to startCloud (`embedder`), ' +
        'or give the function an AWS_ENDPOINT_URL_BEDROCK_RUNTIME of its own.',
    );
  const { vector, inputTokens } = await embedder.embed(call, signal);
  if (inputTokens > MOST_TOKENS) throw tooManyTokens(inputTokens);
  if (vector.length !== call.dimensions)
    throw new BedrockError(
      'ModelErrorException',
      `${embedder.name} answered with ${vector.length} dimensions instead of ${call.dimensions}.`,
    );
  const embedding = [...vector];
  return {
    embedding,
    inputTextTokenCount: inputTokens,
    embeddingsByType: { float: embedding },
    invokedModelId: embedder.name,
  };
}

const tooManyTokens = (tokens: number) =>
  new BedrockError(
    'ValidationException',
    `400 Bad Request: Too many input tokens. Max input tokens: ${MOST_TOKENS}, request input token count: ${tokens}`,
  );

function readTitanBody(raw: Buffer): Omit<EmbedCall, 'modelId'> {
  let body: unknown;
  try {
    body = JSON.parse(raw.toString('utf8'));
  } catch (cause) {
    throw malformed('it is not JSON', cause);
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw malformed('it is no object');
  const unknown = Object.keys(body).find((name) => !FIELDS.has(name));
  if (unknown !== undefined) throw malformed(`extraneous key [${unknown}] is not permitted`);
  const { inputText, dimensions = 1024, normalize = true, embeddingTypes } = body as Record<string, unknown>;
  if (typeof inputText !== 'string') throw malformed('required key [inputText] not found');
  if (inputText.length < 1) throw malformed('expected minLength: 1, actual: 0');
  if (inputText.length > LONGEST_TEXT)
    throw malformed(`expected maxLength: ${LONGEST_TEXT}, actual: ${inputText.length}`);
  if (!DIMENSIONS.includes(dimensions as number))
    throw malformed(`#/dimensions: ${JSON.stringify(dimensions)} is not a valid enum value`);
  if (typeof normalize !== 'boolean') throw malformed('#/normalize: expected type: Boolean');
  checkTypes(embeddingTypes);
  return { text: inputText, dimensions: dimensions as number, normalize };
}

function checkTypes(types: unknown): void {
  if (types === undefined) return;
  if (!Array.isArray(types) || types.length === 0 || types.some((one) => one !== 'float' && one !== 'binary'))
    throw malformed('#/embeddingTypes: must be a list of "float" and "binary"');
  if (types.includes('binary'))
    throw new BedrockError('ValidationException', 'The local Bedrock endpoint embeds as "float" only.');
}

const malformed = (what: string, cause?: unknown) =>
  new BedrockError(
    'ValidationException',
    `Malformed input request: ${what}, please reformat your input and try again.`,
    cause ? { cause } : undefined,
  );
