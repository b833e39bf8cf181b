/** What people call the models. Ids and prices are the backend's business, in `lambda/models.ts`. */
export const MODEL_NAMES = { micro: 'Nova Micro', lite: 'Nova Lite', pro: 'Nova Pro' } as const;

export type ModelRole = keyof typeof MODEL_NAMES;

/** Who drafts, in the order in which drafts are numbered. */
export const DRAFTERS = ['micro', 'lite'] as const satisfies readonly ModelRole[];
export type Drafter = (typeof DRAFTERS)[number];

export const JUDGE = 'pro' satisfies ModelRole;
