import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
import type { Embedder } from '../../../bedrock';
import { asBedrockError, bedrockAt } from '../engines/aws';
import type { EmbeddingSettings } from '../settings';

/** Passes texts on to Titan on Amazon Bedrock. */
export function awsEmbedder(settings: Extract<EmbeddingSettings, { embedder: 'aws' }>): Embedder {
  const client = bedrockAt(settings);
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
        throw asBedrockError(error, settings.region);
      }
    },
  };
}
