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

/** A model id that starts with its provider is a foundation model; one with a geography is a profile. */
function arnOf(modelId: string): string {
  if (modelId.startsWith('arn:')) return modelId;
  return modelId.startsWith('amazon.')
    ? `arn:aws:bedrock:${REGION}::foundation-model/${modelId}`
    : `arn:aws:bedrock:${REGION}:${ACCOUNT}:inference-profile/${modelId}`;
}
