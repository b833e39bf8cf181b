/** What people call the models. Ids and prices are the backend's business, in `lambda/models.ts`. */
export const MODEL_NAMES = { micro: 'Nova Micro', lite: 'Nova Lite', pro: 'Nova Pro' } as const;

export type ModelRole = keyof typeof MODEL_NAMES;

/** Who drafts, in the order in which drafts are numbered. */
export const DRAFTERS = ['micro', 'lite'] as const satisfies readonly ModelRole[];
export type Drafter = (typeof DRAFTERS)[number];

export const JUDGE = 'pro' satisfies ModelRole;

/** What stands in `writtenBy` where no model wrote: the laptop's drafter by rules. */
export const OFFLINE_DRAFTER = 'offline drafter (rules, no model)';

/** Who really answers for each role: Nova in the cloud, on a laptop what its local cloud was told. */
export interface AnsweringModels extends Readonly<Record<ModelRole, string>> {
  /** Nobody is asked over a network: rules on this computer answer, and nothing is sent to any model. */
  readonly offline: boolean;
}

/** What the deployed backend says of itself. */
export const NOVA: AnsweringModels = { ...MODEL_NAMES, offline: false };
