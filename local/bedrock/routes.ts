import { BedrockError } from './errors';

type Operation = 'Converse' | 'ConverseStream';

export interface Route {
  operation: Operation;
  modelId: string;
  /** The IAM action that AWS checks for the operation. */
  action: 'bedrock:InvokeModel' | 'bedrock:InvokeModelWithResponseStream';
  resourceArn: string;
}

const REGION = 'us-east-1';
const ACCOUNT = '000000000000';

/**
 * Reads method and path (still percent-encoded).
 * @throws BedrockError (UnknownOperationException) naming what was asked
 */
export function route(method: string, path: string): Route {
  const [, encodedModel, last] = /^\/model\/([^/]+)\/([a-z-]+)$/.exec(path) ?? [];
  if (method !== 'POST' || !encodedModel || (last !== 'converse' && last !== 'converse-stream')) {
    throw new BedrockError(
      'UnknownOperationException',
      `The local Bedrock endpoint serves POST /model/{modelId}/converse and …/converse-stream, not ${method} ${path}.`,
    );
  }
  const modelId = decodeModelId(encodedModel);
  const streams = last === 'converse-stream';
  return {
    operation: streams ? 'ConverseStream' : 'Converse',
    modelId,
    action: streams ? 'bedrock:InvokeModelWithResponseStream' : 'bedrock:InvokeModel',
    resourceArn: arnOf(modelId),
  };
}

function decodeModelId(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch (cause) {
    throw new BedrockError(
      'ValidationException',
      `The model identifier "${encoded}" is not percent-encoded.`,
      {
        cause,
      },
    );
  }
}

/** Geographies and kinds that ids of inference profiles start with; those of models start with the provider. */
const PROFILE = /^(?:us|us-gov|eu|apac|jp|au|ca|global)\./;

function arnOf(modelId: string): string {
  if (modelId.startsWith('arn:')) return modelId;
  return PROFILE.test(modelId)
    ? `arn:aws:bedrock:${REGION}:${ACCOUNT}:inference-profile/${modelId}`
    : `arn:aws:bedrock:${REGION}::foundation-model/${modelId}`;
}
