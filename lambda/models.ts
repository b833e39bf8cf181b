import { MODEL_NAMES, type ModelRole } from '../domain/enhancement/modelRoles';

/**
 * The models, their prices and where they may run. The IAM grant in `cdk/`, the calls in `bedrock/` and
 * the cost on the screen all follow this file.
 */
export interface Model {
  name: string;
  /** The foundation model's id; calls use the inference profile, which puts the geography in front. */
  foundationModel: string;
  /** USD per 1,000 tokens in the US regions, from the Amazon Bedrock price list of November 2026. */
  price: { input: number; output: number };
}

export const MODELS = {
  micro: {
    name: MODEL_NAMES.micro,
    foundationModel: 'amazon.nova-micro-v1:0',
    price: { input: 0.000035, output: 0.00014 },
  },
  lite: {
    name: MODEL_NAMES.lite,
    foundationModel: 'amazon.nova-lite-v1:0',
    price: { input: 0.00006, output: 0.00024 },
  },
  pro: {
    name: MODEL_NAMES.pro,
    foundationModel: 'amazon.nova-pro-v1:0',
    price: { input: 0.0008, output: 0.0032 },
  },
} as const satisfies Record<ModelRole, Model>;

/**
 * What embeds, by its plain id: no inference profile is offered for it, so it runs in the deployment's own region.
 * The price is per 1,000 tokens in, USD.
 */
export const EMBEDDER = {
  name: 'Titan Text Embeddings V2',
  foundationModel: 'amazon.titan-embed-text-v2:0',
  price: { input: 0.00002 },
  /** What it can answer; the first is the default. */
  dimensions: [256, 512, 1_024],
} as const;

/** `NEVERMORE_EMBEDDING_DIMENSIONS` is no number of dimensions that the embedder answers. */
export class UnsuitableDimensionsError extends Error {
  override readonly name = 'UnsuitableDimensionsError';
  constructor(readonly asked: string) {
    super(
      `NEVERMORE_EMBEDDING_DIMENSIONS="${asked}": ${EMBEDDER.name} answers ${EMBEDDER.dimensions.join(', ')}. ` +
        'Choose one of them, or leave it out.',
    );
  }
}

/** The dimensions of vectors that a deployment asks for. @throws UnsuitableDimensionsError */
export function dimensionsOf(asked: string | undefined): number {
  if (!asked?.trim()) return EMBEDDER.dimensions[0];
  const dimensions = EMBEDDER.dimensions.find((one) => String(one) === asked.trim());
  if (dimensions === undefined) throw new UnsuitableDimensionsError(asked);
  return dimensions;
}

/**
 * A cross-region inference profile routes a call to any region of its geography, and IAM needs the
 * foundation model in each of them. Regions as in the Bedrock guide, "Supported Regions and models for
 * inference profiles". `priceFactor` is against the US list.
 */
export const GEOGRAPHIES = {
  us: { regions: ['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2'], priceFactor: 1 },
  eu: {
    regions: ['eu-central-1', 'eu-north-1', 'eu-south-1', 'eu-south-2', 'eu-west-1', 'eu-west-3'],
    priceFactor: 1.31,
  },
  apac: {
    regions: [
      'ap-northeast-1',
      'ap-northeast-2',
      'ap-northeast-3',
      'ap-south-1',
      'ap-southeast-1',
      'ap-southeast-2',
    ],
    priceFactor: 1.21,
  },
} as const;
export type Geography = keyof typeof GEOGRAPHIES;

/** A region outside every geography, where no Nova inference profile is offered. */
export class UnsupportedRegionError extends Error {
  constructor(readonly region: string) {
    super(
      `Amazon Nova has no inference profile for ${region}. Deploy to a region in us-*, eu-* or ap-*, ` +
        'or add the geography to lambda/models.ts.',
    );
    this.name = 'UnsupportedRegionError';
  }
}

/** The geography whose inference profiles a region uses. @throws UnsupportedRegionError */
export function geographyOf(region: string): Geography {
  if (region.startsWith('us-')) return 'us';
  if (region.startsWith('eu-')) return 'eu';
  if (region.startsWith('ap-')) return 'apac';
  throw new UnsupportedRegionError(region);
}

/** The inference profile that a call names, such as `eu.amazon.nova-micro-v1:0`. */
export const inferenceProfile = (role: ModelRole, geography: Geography): string =>
  `${geography}.${MODELS[role].foundationModel}`;

/** USD for one call, rounded to a hundred-millionth so that sums stay readable. */
export function costOf(
  role: ModelRole,
  geography: Geography,
  tokens: { input: number; output: number },
): number {
  const { input, output } = MODELS[role].price;
  const usd = ((tokens.input * input + tokens.output * output) / 1000) * GEOGRAPHIES[geography].priceFactor;
  return Math.round(usd * 1e8) / 1e8;
}

/** Who judges in this deployment. */
export interface JudgeModel {
  /** What the screen calls it. */
  name: string;
  /** What calls name: a model or an inference profile. */
  modelId: string;
  /** The foundation model behind it, as IAM knows it. */
  foundationModel: string;
  /** Whether calls go through an inference profile, which routes to other regions. */
  throughProfile: boolean;
}

/** `NEVERMORE_JUDGE_MODEL` names what cannot judge. */
export class UnsuitableJudgeError extends Error {
  override readonly name = 'UnsuitableJudgeError';
  constructor(
    readonly modelId: string,
    why: string,
  ) {
    super(
      `NEVERMORE_JUDGE_MODEL="${modelId}": ${why} Give a Bedrock model or inference profile of another family, such as eu.anthropic.claude-sonnet-4-20250514-v1:0, or leave it out for ${MODELS.pro.name}.`,
    );
  }
}

const PROFILE = /^(?:us|eu|apac|us-gov|jp|au|ca|global)\.(?=[a-z0-9-]+\.)/;
const MODEL_ID = /^[a-z0-9-]+\.[a-z0-9][a-zA-Z0-9._-]*(?::[0-9]+(?::[0-9a-z]+)?)?$/;

/**
 * Nova Pro, or the model that a deployment asked for: a judge of another family passes its own family's
 * mistakes less often. Never one of the drafters.
 * @throws UnsuitableJudgeError
 */
export function judgeOf(asked: string | undefined, geography: Geography): JudgeModel {
  const modelId = asked?.trim();
  if (!modelId) {
    const { name, foundationModel } = MODELS.pro;
    return { name, modelId: inferenceProfile('pro', geography), foundationModel, throughProfile: true };
  }
  const foundationModel = modelId.replace(PROFILE, '');
  if (!MODEL_ID.test(foundationModel)) throw new UnsuitableJudgeError(modelId, 'is no model id of Bedrock.');
  const role = (Object.keys(MODELS) as ModelRole[]).find(
    (each) => MODELS[each].foundationModel === foundationModel,
  );
  if (role && role !== 'pro')
    throw new UnsuitableJudgeError(modelId, `is ${MODELS[role].name}, which drafts; nobody judges himself.`);
  return {
    name: role ? MODELS[role].name : nameOf(foundationModel),
    modelId,
    foundationModel,
    throughProfile: foundationModel !== modelId,
  };
}

/** `anthropic.claude-sonnet-4-20250514-v1:0` is called `claude-sonnet-4`. */
const nameOf = (foundationModel: string): string =>
  foundationModel.slice(foundationModel.indexOf('.') + 1).replace(/(?:-\d{8})?-v\d+(?::\d+)*$/, '');
