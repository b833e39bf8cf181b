import {
  BedrockRuntimeClient,
  ConverseCommand,
  type ConverseCommandOutput,
  type StopReason,
  type ToolInputSchema,
} from '@aws-sdk/client-bedrock-runtime';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { Sendable } from '../domain/sending/sendable';

/** One request to a model. `metadata` is stored with Bedrock's invocation logs, to tell calls apart. */
export interface ConverseRequest {
  modelId: string;
  system: Sendable;
  user: Sendable;
  maxTokens: number;
  temperature: number;
  metadata: Record<string, string>;
  /** Forces the answer into this tool's input. */
  tool?: { name: string; description: string; schema: object };
  /** 1 makes the answer as repeatable as the model allows. */
  topK?: number;
  timeoutMs: number;
}

export interface ConverseReply {
  text: string;
  /** The forced tool's input, when the model used it. */
  toolInput: unknown;
  stopReason: StopReason | string;
  /** The model that answered: a router or a local endpoint may have chosen another than asked. */
  writtenBy: string;
  inputTokens: number;
  outputTokens: number;
  latencyMs: number;
}

/** Asks a model. @throws what the Bedrock SDK throws, and `TimeoutError` past `timeoutMs`. */
export type Converse = (request: ConverseRequest) => Promise<ConverseReply>;

/** A guardrail that Bedrock applies to every request and answer. */
export interface Guardrail {
  identifier: string;
  version: string;
}

/** The guardrail of the deployment, or none. @throws RangeError when only one of the two variables is set */
export function guardrailOf(environment: NodeJS.ProcessEnv): Guardrail | undefined {
  const { GUARDRAIL_ID: identifier, GUARDRAIL_VERSION: version } = environment;
  if (!identifier && !version) return undefined;
  if (!identifier || !version) throw new RangeError('GUARDRAIL_ID and GUARDRAIL_VERSION go together.');
  return { identifier, version };
}

/** `Converse` on Amazon Bedrock. Retries belong to the durable step, so the SDK makes one attempt. */
export function bedrockConverse(guardrail?: Guardrail): Converse {
  const client = new BedrockRuntimeClient({ maxAttempts: 1, requestHandler: new NodeHttpHandler() });
  return async (request) => {
    const started = performance.now();
    const output = await client.send(new ConverseCommand(commandInput(request, guardrail)), {
      abortSignal: AbortSignal.timeout(request.timeoutMs),
    });
    return readReply(output, request, Math.round(performance.now() - started));
  };
}

function commandInput(request: ConverseRequest, guardrail: Guardrail | undefined) {
  return {
    modelId: request.modelId,
    system: [{ text: request.system }],
    messages: [{ role: 'user' as const, content: [{ text: request.user }] }],
    inferenceConfig: { maxTokens: request.maxTokens, temperature: request.temperature },
    requestMetadata: request.metadata,
    ...(guardrail && {
      guardrailConfig: { guardrailIdentifier: guardrail.identifier, guardrailVersion: guardrail.version },
    }),
    // Other families refuse Nova's own field.
    ...(request.topK &&
      request.modelId.includes('amazon.nova') && {
        additionalModelRequestFields: { inferenceConfig: { topK: request.topK } },
      }),
    ...(request.tool && {
      toolConfig: {
        tools: [
          {
            toolSpec: {
              name: request.tool.name,
              description: request.tool.description,
              inputSchema: { json: request.tool.schema } as ToolInputSchema,
            },
          },
        ],
        toolChoice: { tool: { name: request.tool.name } },
      },
    }),
  };
}

function readReply(
  output: ConverseCommandOutput,
  request: ConverseRequest,
  latencyMs: number,
): ConverseReply {
  const blocks = output.output?.message?.content ?? [];
  return {
    text: blocks.map((block) => block.text ?? '').join(''),
    toolInput: blocks.find((block) => block.toolUse?.name === request.tool?.name)?.toolUse?.input,
    stopReason: output.stopReason ?? 'unknown',
    writtenBy: output.trace?.promptRouter?.invokedModelId ?? request.modelId,
    inputTokens: output.usage?.inputTokens ?? 0,
    outputTokens: output.usage?.outputTokens ?? 0,
    latencyMs,
  };
}
