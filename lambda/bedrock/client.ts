import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { NodeHttpHandler } from '@smithy/node-http-handler';

/**
 * Bedrock, for one function.
 * @param maxAttempts one unless told: retries belong to the durable step
 */
export const bedrockClient = (maxAttempts = 1): BedrockRuntimeClient =>
  // Over HTTP/1: the SDK's own choice for this client is HTTP/2.
  new BedrockRuntimeClient({ maxAttempts, requestHandler: new NodeHttpHandler() });
