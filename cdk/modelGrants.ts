import { Aws } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { ModelRole } from '../domain/enhancement/modelRoles';
import {
  EMBEDDER,
  GEOGRAPHIES,
  type Geography,
  inferenceProfile,
  type JudgeModel,
  MODELS,
} from '../lambda/models';

/** The right to call these models and no others. */
export const mayCallModels = (resources: string[]) =>
  new PolicyStatement({ sid: 'CallTheModels', actions: ['bedrock:InvokeModel'], resources });

/** The right to have answers of these models as they come, and of no others. */
export const mayStreamModels = (resources: string[]) =>
  new PolicyStatement({
    sid: 'StreamTheModels',
    actions: ['bedrock:InvokeModelWithResponseStream'],
    resources,
  });

/** The right to embed: by one model, in the deployment's own region, as there is no profile of it. */
export const mayEmbed = () =>
  new PolicyStatement({
    sid: 'Embed',
    actions: ['bedrock:InvokeModel'],
    resources: [modelArn(Aws.REGION, EMBEDDER.foundationModel)],
  });

/** A role's inference profile, and the foundation model in every region it may route to. */
export const arnsOf = (role: ModelRole, geography: Geography): string[] => [
  profileArn(inferenceProfile(role, geography)),
  ...GEOGRAPHIES[geography].regions.map((region) => modelArn(region, MODELS[role].foundationModel)),
];

/** Where a profile of another family routes to is its provider's business: any region, but that model only. */
export function arnsOfJudge(
  { modelId, foundationModel, throughProfile }: JudgeModel,
  geography: Geography,
): string[] {
  if (!throughProfile) return [modelArn(Aws.REGION, foundationModel)];
  const regions = foundationModel === MODELS.pro.foundationModel ? GEOGRAPHIES[geography].regions : ['*'];
  return [profileArn(modelId), ...regions.map((region) => modelArn(region, foundationModel))];
}

const profileArn = (profile: string): string =>
  `arn:${Aws.PARTITION}:bedrock:${Aws.REGION}:${Aws.ACCOUNT_ID}:inference-profile/${profile}`;

const modelArn = (region: string, foundationModel: string): string =>
  `arn:${Aws.PARTITION}:bedrock:${region}::foundation-model/${foundationModel}`;
