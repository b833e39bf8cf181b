import { BedrockError } from './errors';

/** What is asked for, with the IAM action and the resource that AWS checks for it. */
export type Route = { action: string; resourceArn: string } & (
  | { operation: 'Converse' | 'ConverseStream' | 'InvokeModel'; modelId: string }
  | { operation: 'ApplyGuardrail'; identifier: string; version: string }
);

const REGION = 'us-east-1';
const ACCOUNT = '000000000000';

/**
 * Reads method and path (still percent-encoded).
 * @throws BedrockError (UnknownOperationException) naming what was asked
 */
export function route(method: string, path: string): Route {
  const [, encodedModel, last] = /^\/model\/([^/]+)\/(converse|converse-stream|invoke)$/.exec(path) ?? [];
  const [, encodedId, version] = /^\/guardrail\/([^/]+)\/version\/([^/]+)\/apply$/.exec(path) ?? [];
  if (method === 'POST' && encodedModel) {
    const modelId = decoded(encodedModel, 'model');
    const streams = last === 'converse-stream';
    return {
      operation: streams ? 'ConverseStream' : last === 'invoke' ? 'InvokeModel' : 'Converse',
      modelId,
      action: streams ? 'bedrock:InvokeModelWithResponseStream' : 'bedrock:InvokeModel',
      resourceArn: arnOf(modelId),
    };
  }
  if (method === 'POST' && encodedId && version) {
    const identifier = decoded(encodedId, 'guardrail');
    return { operation: 'ApplyGuardrail', identifier, version, ...rightToApply(identifier) };
  }
  throw new BedrockError(
    'UnknownOperationException',
    `The local Bedrock endpoint serves POST /model/{modelId}/converse, …/converse-stream, …/invoke and /guardrail/{id}/version/{version}/apply, not ${method} ${path}.`,
  );
}

/** What AWS checks when a guardrail is applied, by itself or with a call to a model. */
export const rightToApply = (identifier: string) => ({
  action: 'bedrock:ApplyGuardrail',
  resourceArn: identifier.startsWith('arn:')
    ? identifier
    : `arn:aws:bedrock:${REGION}:${ACCOUNT}:guardrail/${identifier}`,
});

function decoded(encoded: string, what: 'model' | 'guardrail'): string {
  try {
    return decodeURIComponent(encoded);
  } catch (cause) {
    throw new BedrockError(
      'ValidationException',
      `The ${what} identifier "${encoded}" is not percent-encoded.`,
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
