import {
  ApplyGuardrailCommand,
  type ApplyGuardrailCommandInput,
  BedrockRuntimeClient,
  ConverseCommand,
  type ConverseCommandInput,
  ConverseStreamCommand,
  type ConverseStreamMetadataEvent,
  type ConverseStreamOutput,
} from '@aws-sdk/client-bedrock-runtime';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { type Geography, geographyOf, inferenceProfile } from '../../../../lambda/models';
import type { ConverseCall, ConverseReply, Engine, MessageBlock } from '../../../bedrock/converse';
import { BedrockError } from '../../../bedrock/errors';
import { roleOf } from '../roles';
import type { AwsSettings } from '../settings';

/** Amazon Bedrock itself, with the credentials of whoever started the local cloud. */
export const bedrockAt = ({ region, profile, endpoint }: Omit<AwsSettings, 'engine'>): BedrockRuntimeClient =>
  new BedrockRuntimeClient({
    region,
    ...(profile && { profile }),
    // Named outright: AWS_ENDPOINT_URL_BEDROCK_RUNTIME may point at this very endpoint.
    endpoint: endpoint ?? `https://bedrock-runtime.${region}.amazonaws.com`,
    // The caller's retries are the durable step's, as in the cloud.
    maxAttempts: 1,
    requestHandler: new NodeHttpHandler(),
  });

/**
 * Passes calls on to Amazon Bedrock with the credentials of whoever started the local cloud. The local
 * cloud stands in us-east-1; profiles of Nevermore's models are renamed to the geography of `region`.
 * @throws UnsupportedRegionError at start, when Nova has no profile for the region
 */
export function awsEngine(settings: AwsSettings): Engine {
  const { region, profile } = settings;
  const geography = geographyOf(region);
  const client = bedrockAt(settings);
  const sent = async <Reply extends { $metadata: object }>(reply: Promise<Reply>) => {
    try {
      const { $metadata, ...rest } = await reply;
      return rest;
    } catch (error) {
      throw asBedrockError(error, region);
    }
  };
  const converse = async (call: ConverseCall, abortSignal: AbortSignal) =>
    (await sent(
      client.send(new ConverseCommand(commandInput(call, geography)), { abortSignal }),
    )) as ConverseReply;
  return {
    name: 'aws',
    describe: () => `Amazon Bedrock in ${region}${profile ? ` (profile ${profile})` : ''}`,
    converse,
    stream: async function* (call, abortSignal) {
      const command = new ConverseStreamCommand(commandInput(call, geography));
      const { stream } = await sent(client.send(command, { abortSignal }));
      try {
        yield* piecesOf(stream ?? []);
      } catch (error) {
        throw asBedrockError(error, region);
      }
    },
    // Of the account; what the local cloud's template makes does not exist there.
    guardrails: {
      converse: (call, signal) => converse(call as ConverseCall, signal),
      apply: async ({ identifier, version, body }, abortSignal) => {
        const asked = { ...body, guardrailIdentifier: identifier, guardrailVersion: version };
        const input = asked as unknown as ApplyGuardrailCommandInput;
        return sent(client.send(new ApplyGuardrailCommand(input), { abortSignal }));
      },
    },
    close: () => client.destroy(),
  };
}

/** Bedrock's events as pieces of text, and what they add up to last. */
async function* piecesOf(
  events: AsyncIterable<ConverseStreamOutput> | ConverseStreamOutput[],
): AsyncGenerator<string | ConverseReply> {
  let text = '';
  let stopReason = 'end_turn';
  let metadata: ConverseStreamMetadataEvent | undefined;
  for await (const event of events) {
    const piece = event.contentBlockDelta?.delta?.text;
    if (piece) {
      text += piece;
      yield piece;
    }
    stopReason = event.messageStop?.stopReason ?? stopReason;
    metadata = event.metadata ?? metadata;
  }
  yield {
    output: { message: { role: 'assistant', content: [{ text }] } },
    stopReason,
    usage: metadata?.usage ?? { inputTokens: 0, outputTokens: 0, totalTokens: 0 },
    metrics: metadata?.metrics ?? { latencyMs: 0 },
    ...(metadata?.trace && { trace: metadata.trace }),
  } as ConverseReply;
}

function commandInput({ modelId, body }: ConverseCall, geography: Geography): ConverseCommandInput {
  const role = roleOf(modelId);
  return {
    ...body,
    messages: body.messages.map(({ role: whose, content }) => ({
      role: whose,
      content: content.map(blockOf),
    })),
    modelId: role ? inferenceProfile(role, geography) : modelId,
  } as unknown as ConverseCommandInput;
}

/** As Converse has it: what a tool was asked and answered are blocks of their own. A guarded body comes as it was. */
const blockOf = (block: MessageBlock): object => {
  const { text, toolUse, toolResult } = block;
  if (toolUse) return { toolUse };
  return toolResult && !('content' in toolResult)
    ? { toolResult: { ...toolResult, content: [{ text }] } }
    : block;
};

/** AWS's own exceptions go through under their names; what never reached AWS gets one that says why. */
export function asBedrockError(error: unknown, region: string): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
  if (status) return Object.assign(error, { errorType: error.name, statusCode: status });
  if (/credential|token/i.test(error.name + error.message)) {
    return new BedrockError(
      'AccessDeniedException',
      `No usable AWS credentials for Bedrock: ${error.message} Sign in (aws sso login), or set AWS_PROFILE.`,
      { cause: error },
    );
  }
  return new BedrockError(
    'ServiceUnavailableException',
    `Amazon Bedrock in ${region} could not be reached: ${error.message}`,
    { cause: error },
  );
}
