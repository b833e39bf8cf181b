import { Aws } from 'aws-cdk-lib';
import { DRAFTERS, type Drafter } from '../domain/enhancement/modelRoles';
import { GEOGRAPHIES, type Geography, inferenceProfile, type JudgeModel, MODELS } from '../lambda/models';

/** The inference profiles, and the foundation models in every region they may route to. */
export const drafterArns = (geography: Geography, drafters: readonly Drafter[] = DRAFTERS): string[] =>
  drafters.flatMap((role) => [
    profileArn(inferenceProfile(role, geography)),
    ...GEOGRAPHIES[geography].regions.map((region) => modelArn(region, MODELS[role].foundationModel)),
  ]);

/** Where a profile of another family routes to is its provider's business: any region, but that model only. */
export function judgeArns(
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
