import { createHash } from 'node:crypto';
import { withoutThinking } from '../../../../domain/answers/thinking';
import {
  type ConverseCall,
  type ConverseReply,
  type Engine,
  type ReplyBlock,
  textOf,
  userText,
} from '../../../bedrock/converse';
import { BedrockError } from '../../../bedrock/errors';
import { grammarSchema } from '../llama/grammarSchema';
import type { Generated, Stopped } from '../llama/protocol';
import { GenerationFailedError, type Writer, weightsProcess } from '../llama/weightsProcess';
import { requireRole } from '../roles';
import type { LlamaSettings } from '../settings';

/** What a caller that sets no bound gets, as Nova has it. */
const USUAL_MAX_TOKENS = 1_500;

const STOP_REASONS: Record<Stopped, string> = {
  end: 'end_turn',
  length: 'max_tokens',
  time: 'max_tokens',
  // What repeats itself is no whole answer; the reader of drafts keeps what stands before it.
  repetition: 'max_tokens',
};

/**
 * Answers with models on this computer, one answer at a time. A forced tool is a grammar here: whatever the
 * model, its answer has the shape of the tool's input.
 */
export function llamaEngine(
  settings: LlamaSettings,
  writer: Writer = weightsProcess(settings.engineFolder, settings.onQueue),
): Engine {
  const written = async (call: ConverseCall, signal: AbortSignal, onPiece?: (text: string) => void) => {
    const model = settings.models[requireRole(call)];
    const tool = forcedTool(call);
    if (!tool && call.body.toolConfig) throw noTools(model.name);
    const started = performance.now();
    const generated = await writer
      .generate(
        {
          file: model.file,
          system: textOf(call.body.system),
          user: userText(call.body),
          maxTokens: call.body.inferenceConfig?.maxTokens ?? USUAL_MAX_TOKENS,
          temperature: call.body.inferenceConfig?.temperature ?? 0,
          seed: seedOf(call),
          seconds: settings.secondsForAnAnswer,
          ...(tool && { schema: grammarSchema(tool.schema, { scores: 'draft' }) }),
        },
        signal,
        onPiece,
      )
      .catch((error: unknown) => {
        throw asBedrockError(error, model.name);
      });
    return replyWith(generated, tool?.name, model.name, Math.round(performance.now() - started));
  };
  return {
    name: 'llama',
    describe: () => `${modelNames(settings)} on this computer (llama.cpp)`,
    converse: (call, signal) => written(call, signal),
    stream: async function* (call, signal) {
      const pieces: string[] = [];
      let wake = () => {};
      const whole = written(call, signal, (text) => {
        pieces.push(text);
        wake();
      });
      const ended = whole.then(
        () => true,
        () => true,
      );
      for (let isOver = false; !isOver; ) {
        const next = new Promise<boolean>((more) => {
          wake = () => more(false);
        });
        isOver = pieces.length === 0 && (await Promise.race([ended, next]));
        for (let piece = pieces.shift(); piece !== undefined; piece = pieces.shift()) yield piece;
      }
      yield await whole;
    },
    close: () => writer.close(),
  };
}

/** The models that play the roles, each named once. */
export const modelNames = ({ models }: LlamaSettings): string =>
  [...new Set(Object.values(models).map(({ name }) => name))].join(', ');

const noTools = (model: string) =>
  new BedrockError(
    'ValidationException',
    `${model} runs on this computer without tools of its own choice, which the assistant needs. Set NEVERMORE_OPENAI_URL to a model server that knows tools, or take the offline assistant (npm run model -- --offline).`,
  );

function forcedTool({ body }: ConverseCall): { name: string; schema: Record<string, unknown> } | undefined {
  const name = body.toolConfig?.toolChoice?.tool?.name;
  const spec = body.toolConfig?.tools.find(({ toolSpec }) => toolSpec.name === name)?.toolSpec;
  return spec && { name: spec.name, schema: spec.inputSchema.json as Record<string, unknown> };
}

/** Two roles may be one model with one prompt: its two drafts shall differ, and each shall be repeatable. */
const seedOf = (call: ConverseCall): number =>
  createHash('sha256')
    .update(`${call.modelId}\n${userText(call.body)}`)
    .digest()
    .readUInt32BE(0);

function replyWith(
  { text, inputTokens, outputTokens, stopped }: Generated,
  tool: string | undefined,
  model: string,
  latencyMs: number,
): ConverseReply {
  const input = tool && parsed(text);
  const content: ReplyBlock[] = input
    ? [{ toolUse: { toolUseId: 'tooluse_llama', name: tool, input } }]
    : [{ text: withoutThinking(text) }];
  return {
    output: { message: { role: 'assistant', content } },
    stopReason: input ? 'tool_use' : STOP_REASONS[stopped],
    usage: { inputTokens, outputTokens, totalTokens: inputTokens + outputTokens },
    metrics: { latencyMs },
    trace: { promptRouter: { invokedModelId: `llama.cpp: ${model}` } },
  };
}

/** The tool's input; nothing when the answer was cut off in the middle of it. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The text goes back as it is, and the judge's caller asks for plain JSON next.
    return undefined;
  }
}

function asBedrockError(error: unknown, model: string): unknown {
  if (!(error instanceof GenerationFailedError)) return error;
  switch (error.kind) {
    case 'overflow':
      return new BedrockError(
        'ValidationException',
        `Input is too long for requested model: ${model} has no room for it. ${error.message} Enhance the section in parts, or take a model with a longer context (npm run model -- --list).`,
        { cause: error },
      );
    case 'died':
      return new BedrockError(
        'ServiceUnavailableException',
        `${error.message} Take a smaller model (npm run model -- --list), or the offline drafter (npm run model -- --offline).`,
        { cause: error },
      );
    case 'engine':
      return new BedrockError('ModelErrorException', `${model} could not answer: ${error.message}`, {
        cause: error,
      });
  }
}
