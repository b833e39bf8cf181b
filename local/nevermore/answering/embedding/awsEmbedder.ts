import { BedrockRuntimeClient, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { Embedder } from '../../../bedrock';
import { asBedrockError } from '../engines/aws';
import type { EmbeddingSettings } from '../settings';

/** Passes texts on to Titan on Amazon Bedrock. */
export function awsEmbedder(settings: Extract<EmbeddingSettings, { embedder: 'aws' }>): Embedder {
  const { region, profile, endpoint } = settings;
  const client = new BedrockRuntimeClient({
    region,
    ...(profile && { profile }),
    // Named outright: AWS_ENDPOINT_URL_BEDROCK_RUNTIME may point at this very endpoint.
    endpoint: endpoint ?? `https://bedrock-runtime.${region}.amazonaws.com`,
    maxAttempts: 1,
    requestHandler: new NodeHttpHandler(),
  });
  return {
    name: 'amazon.titan-embed-text-v2:0',
    embed: async ({ modelId, text, dimensions, normalize }, abortSignal) => {
      const body = JSON.stringify({ inputText: text, dimensions, normalize });
      try {
        const command = new InvokeModelCommand({ modelId, body, contentType: 'application/json' });
        const reply = await client.send(command, { abortSignal });
        const answer = JSON.parse(new TextDecoder().decode(reply.body)) as {
          embedding: number[];
          inputTextTokenCount: number;
        };
        return { vector: Float32Array.from(answer.embedding), inputTokens: answer.inputTextTokenCount };
      } catch (error) {
        throw asBedrockError(error, region);
      }
    },
  };
}
