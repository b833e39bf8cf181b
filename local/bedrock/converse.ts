import { BedrockError } from './errors';

/** The body of a Converse request, as far as this endpoint reads it. Everything is text. */
export interface ConverseBody {
  messages: Array<{ role: 'user' | 'assistant'; content: Array<{ text: string }> }>;
  system?: Array<{ text: string }>;
  inferenceConfig?: { maxTokens?: number; temperature?: number; topP?: number; stopSequences?: string[] };
  toolConfig?: {
    tools: Array<{ toolSpec: { name: string; description?: string; inputSchema: { json: object } } }>;
    toolChoice?: { auto?: object; any?: object; tool?: { name: string } };
  };
  requestMetadata?: Record<string, string>;
  additionalModelRequestFields?: object;
}

/** One call to a model. */
export interface ConverseCall {
  modelId: string;
  body: ConverseBody;
}

export type ReplyBlock = { text: string } | { toolUse: { toolUseId: string; name: string; input: unknown } };

/** The body of a Converse response. */
export interface ConverseReply {
  output: { message: { role: 'assistant'; content: ReplyBlock[] } };
  stopReason: string;
  usage: { inputTokens: number; outputTokens: number; totalTokens: number };
  metrics: { latencyMs: number };
  /** The API's own field for "another model answered than the one named". */
  trace?: { promptRouter: { invokedModelId: string } };
}

/** Who answers; whoever starts the endpoint hands one in. */
export interface Engine {
  /** In one word, for logs. */
  readonly name: string;
  /** For a person at the terminal, such as `Amazon Bedrock in eu-central-1`. */
  describe(): string;
  /** @throws BedrockError */
  converse(call: ConverseCall, signal: AbortSignal): Promise<ConverseReply>;
  close?(): void;
}

/** Reads a request body. @throws BedrockError (ValidationException) saying what is wrong with it */
export function parseConverseBody(raw: Buffer): ConverseBody {
  let body: unknown;
  try {
    body = JSON.parse(raw.toString('utf8'));
  } catch (cause) {
    throw invalid(`the body is not JSON: ${(cause as Error).message}`, cause);
  }
  if (!isObject(body)) throw invalid('the body is not a JSON object');
  if (!Array.isArray(body.messages) || body.messages.length === 0)
    throw invalid('"messages" is missing or empty');
  for (const message of body.messages as unknown[]) checkMessage(message);
  if (body.system !== undefined) checkTexts(body.system, 'system');
  if (body.toolConfig !== undefined) checkTools(body.toolConfig);
  checkMetadata(body.requestMetadata);
  return body as unknown as ConverseBody;
}

/** The text of all blocks, in order. */
export const textOf = (blocks: ReadonlyArray<{ text: string }> | undefined): string =>
  (blocks ?? []).map(({ text }) => text).join('\n');

/** The text of everything the user said. */
export const userText = (body: ConverseBody): string =>
  body.messages
    .filter(({ role }) => role === 'user')
    .map(({ content }) => textOf(content))
    .join('\n');

const invalid = (what: string, cause?: unknown) =>
  new BedrockError(
    'ValidationException',
    `Invalid Converse request: ${what}.`,
    cause ? { cause } : undefined,
  );

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function checkMessage(message: unknown): void {
  if (!isObject(message)) throw invalid('a message is not an object');
  if (message.role !== 'user' && message.role !== 'assistant') {
    throw invalid(`the role ${JSON.stringify(message.role)} is neither "user" nor "assistant"`);
  }
  checkTexts(message.content, 'content');
}

function checkTexts(blocks: unknown, where: string): void {
  if (!Array.isArray(blocks)) throw invalid(`"${where}" is not a list`);
  for (const block of blocks as unknown[]) {
    if (!isObject(block)) throw invalid(`a block of "${where}" is not an object`);
    if (typeof block.text !== 'string') {
      const kind = Object.keys(block)[0] ?? 'nothing';
      throw invalid(`this endpoint understands text only, and a block of "${where}" holds "${kind}"`);
    }
  }
}

function checkTools(config: unknown): void {
  if (!isObject(config) || !Array.isArray(config.tools)) throw invalid('"toolConfig.tools" is not a list');
  const names = (config.tools as unknown[]).map((tool) => {
    const spec = isObject(tool) ? tool.toolSpec : undefined;
    if (!isObject(spec) || typeof spec.name !== 'string' || !isObject(spec.inputSchema)) {
      throw invalid('a tool has no "toolSpec" with "name" and "inputSchema"');
    }
    if (!/^[a-zA-Z0-9_]{1,64}$/.test(spec.name)) {
      // Nova refuses hyphens although the API's own pattern allows them.
      throw invalid(`the tool name "${spec.name}" may hold letters, digits and underscores only`);
    }
    return spec.name;
  });
  const choice = isObject(config.toolChoice) ? config.toolChoice.tool : undefined;
  if (choice === undefined) return;
  const chosen = isObject(choice) ? choice.name : undefined;
  if (typeof chosen !== 'string' || !names.includes(chosen)) {
    throw invalid(`"toolChoice" names ${JSON.stringify(chosen)}, which is not among the tools`);
  }
}

function checkMetadata(metadata: unknown): void {
  if (metadata === undefined) return;
  if (!isObject(metadata) || Object.values(metadata).some((value) => typeof value !== 'string')) {
    throw invalid('"requestMetadata" is not a map of texts');
  }
}
