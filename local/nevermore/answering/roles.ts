import type { ModelRole } from '../../../domain/enhancement/modelRoles';
import { MODELS } from '../../../lambda/models';
import type { ConverseCall } from '../../bedrock/converse';
import { BedrockError } from '../../bedrock/errors';

/** The role that a model id or inference profile names: `eu.amazon.nova-micro-v1:0` is `micro`. */
export function roleOf(modelId: string): ModelRole | undefined {
  const roles = Object.keys(MODELS) as ModelRole[];
  return roles.find((role) => modelId.includes(MODELS[role].foundationModel));
}

/**
 * The role, for engines that know only Nevermore's models. Whoever plays the judge here also answers for
 * one that the deployment chose (`NEVERMORE_JUDGE_MODEL`).
 * @throws BedrockError naming the model
 */
export function requireRole({ modelId, body }: ConverseCall): ModelRole {
  const role = roleOf(modelId);
  if (role) return role;
  if (body.requestMetadata?.task === 'judge') return 'pro';
  const known = Object.values(MODELS).map(({ foundationModel }) => foundationModel);
  throw new BedrockError(
    'ValidationException',
    `The provided model identifier is invalid: the local Bedrock endpoint knows ${known.join(', ')} and ` +
      `their inference profiles, not "${modelId}".`,
  );
}
