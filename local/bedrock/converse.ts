import { BedrockError } from './errors';
import type { GuardrailConfig, GuardrailTrace } from './guardrail/wire';

/**
 * A block of a message. What a model asked a tool for, and what the tool answered, have their text too: none, and
 * the answer's, so that whoever reads texts reads all of them.
 */
export interface MessageBlock {
  text: string;
  toolUse?: { toolUseId: string; name: string; input: object };
  toolResult?: { toolUseId: string; status: 'success' | 'error' };
}

/** The body of a Converse request, as far as this endpoint reads it. */
export interface ConverseBody {
  messages: Array<{ role: 'user' | 'assistant'; content: MessageBlock[] }>;
  system?: Array<{ text: string }>;
  inferenceConfig?: { maxTokens?: number; temperature?: number; topP?: number; stopSequences?: string[] };
  toolConfig?: {
    tools: Array<{ toolSpec: { name: string; description?: string; inputSchema: { json: object } } }>;
    toolChoice?: { auto?: object; any?: object; tool?: { name: string } };
  };
  requestMetadata?: Record<string, string>;
  additionalModelRequestFields?: object;
}

/** A block of text as it was given: `guard` holds the qualifiers of one that is marked for a guardrail. */
export interface GuardedBlock extends MessageBlock {
  guard?: readonly string[];
}

/** A request as it was given, with what a guardrail needs to know of it. */
export interface GivenBody extends Omit<ConverseBody, 'messages' | 'system'> {
  messages: Array<{ role: 'user' | 'assistant'; content: GuardedBlock[] }>;
  system?: GuardedBlock[];
  guardrailConfig?: GuardrailConfig;
}

/** The request as a model sees it: marks for a guardrail are not for it. */
export function plainBody({ guardrailConfig: _, messages, system, ...rest }: GivenBody): ConverseBody {
  const plain = (blocks: readonly GuardedBlock[]) => blocks.map(({ guard: _guard, ...block }) => block);
  return {
    ...rest,
    messages: messages.map(({ role, content }) => ({ role, content: plain(content) })),
    ...(system && { system: plain(system) }),
  };
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
  trace?: { promptRouter?: { invokedModelId: string }; guardrail?: GuardrailTrace };
}

/** Who answers; whoever starts the endpoint hands one in. */
export interface Engine {
  /** In one word, for logs. */
  readonly name: string;
  /** For a person at the terminal, such as `Amazon Bedrock in eu-central-1`. */
  describe(): string;
  /** @throws BedrockError */
  converse(call: ConverseCall, signal: AbortSignal): Promise<ConverseReply>;
  /**
   * Answers in words, piece by piece, with the whole reply last. Without it a stream is the finished reply, in frames.
   * @throws BedrockError
   */
  stream?(call: ConverseCall, signal: AbortSignal): AsyncIterable<string | ConverseReply>;
  /**
   * For an engine that has guardrails of its own: asked for those that this endpoint does not have, with the
   * bodies as they came.
   */
  guardrails?: {
    converse(call: { modelId: string; body: object }, signal: AbortSignal): Promise<ConverseReply>;
    apply(asked: { identifier: string; version: string; body: object }, signal: AbortSignal): Promise<object>;
  };
  close?(): void;
}

/** Reads a request body. @throws BedrockError (ValidationException) saying what is wrong with it */
export function parseConverseBody(raw: Buffer): GivenBody {
  let body: unknown;
  try {
    body = JSON.parse(raw.toString('utf8'));
  } catch (cause) {
    throw invalid(`the body is not JSON: ${(cause as Error).message}`, cause);
  }
  if (!isObject(body)) throw invalid('the body is not a JSON object');
  if (!Array.isArray(body.messages) || body.messages.length === 0)
    throw invalid('"messages" is missing or empty');
  const messages = (body.messages as unknown[]).map(messageIn);
  const system = body.system === undefined ? undefined : textsIn(body.system, 'system');
  if (body.toolConfig !== undefined) checkTools(body.toolConfig);
  checkMetadata(body.requestMetadata);
  checkGuardrail(body.guardrailConfig);
  return { ...(body as unknown as ConverseBody), messages, ...(system && { system }) };
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

function messageIn(message: unknown): GivenBody['messages'][number] {
  if (!isObject(message)) throw invalid('a message is not an object');
  const { role } = message;
  if (role !== 'user' && role !== 'assistant') {
    throw invalid(`the role ${JSON.stringify(role)} is neither "user" nor "assistant"`);
  }
  return { role, content: textsIn(message.content, 'content', role) };
}

/** @param role whose message it is: a model asks tools, and whoever called it tells what they answered */
function textsIn(blocks: unknown, where: string, role?: 'user' | 'assistant'): GuardedBlock[] {
  if (!Array.isArray(blocks)) throw invalid(`"${where}" is not a list`);
  return (blocks as unknown[]).map((block) => {
    if (!isObject(block)) throw invalid(`a block of "${where}" is not an object`);
    const { text, guardContent } = block;
    if (typeof text === 'string') return { text };
    const marked = isObject(guardContent) && isObject(guardContent.text) ? guardContent.text : {};
    if (typeof marked.text === 'string') {
      return { text: marked.text, guard: qualifiersIn(marked.qualifiers) };
    }
    if (role === 'assistant' && isObject(block.toolUse))
      return { text: '', toolUse: toolUseIn(block.toolUse) };
    if (role === 'user' && isObject(block.toolResult)) return resultIn(block.toolResult);
    const kind = Object.keys(block)[0] ?? 'nothing';
    throw invalid(
      `this endpoint understands texts, tool uses and tool results, and a block of "${where}" holds "${kind}"`,
    );
  });
}

function toolUseIn({
  toolUseId,
  name,
  input,
}: Record<string, unknown>): NonNullable<MessageBlock['toolUse']> {
  if (typeof toolUseId !== 'string' || typeof name !== 'string' || !isObject(input))
    throw invalid('a "toolUse" has no "toolUseId" with "name" and "input"');
  return { toolUseId, name, input };
}

function resultIn({ toolUseId, content, status = 'success' }: Record<string, unknown>): MessageBlock {
  if (typeof toolUseId !== 'string' || (status !== 'success' && status !== 'error'))
    throw invalid('a "toolResult" has no "toolUseId", or a "status" other than success and error');
  return { text: textOf(textsIn(content, 'toolResult.content')), toolResult: { toolUseId, status } };
}

const QUALIFIERS = ['grounding_source', 'query', 'guard_content'];

function qualifiersIn(given: unknown): string[] {
  const all = given === undefined ? [] : given;
  if (!Array.isArray(all) || !all.every((one) => QUALIFIERS.includes(one)))
    throw invalid(`"qualifiers" holds something else than ${QUALIFIERS.join(', ')}`);
  return all;
}

function checkGuardrail(config: unknown): void {
  if (config === undefined) return;
  const { guardrailIdentifier: id, guardrailVersion: version } = isObject(config) ? config : {};
  if (typeof id !== 'string' || typeof version !== 'string')
    throw invalid('"guardrailConfig" has no "guardrailIdentifier" with a "guardrailVersion"');
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
