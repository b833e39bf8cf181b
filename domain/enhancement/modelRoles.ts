/**
 * Who drafts, in the order in which drafts are numbered: what people call the model, and how the drafter by
 * rules writes in its place. Ids and prices are the backend's business, in `lambda/models.ts`.
 */
const DRAFTING = {
  micro: { name: 'Nova Micro', style: 'timeline-led' },
  lite: { name: 'Nova Lite', style: 'prose-led' },
} as const satisfies Record<string, { name: string; style: 'timeline-led' | 'prose-led' }>;
export type Drafter = keyof typeof DRAFTING;
export const DRAFTERS = Object.keys(DRAFTING) as readonly Drafter[];

export const JUDGE = 'pro';
export type ModelRole = Drafter | typeof JUDGE;

/** Who reads a whole document for its review: cheap, and follows a long text. */
export const REVIEWER: Drafter = 'lite';

/** Who answers questions from the archive: cheap, and keeps to what it is given. */
export const ANSWERER: Drafter = 'lite';

/** What people call the models. */
export const MODEL_NAMES = {
  ...(Object.fromEntries(DRAFTERS.map((role) => [role, DRAFTING[role].name])) as Record<Drafter, string>),
  [JUDGE]: 'Nova Pro',
};

/** How the drafter by rules writes in a model's place. */
export const styleOf = (role: Drafter) => DRAFTING[role].style;

export const isDrafter = (role: ModelRole): role is Drafter => role !== JUDGE;

/** What stands in `writtenBy` where no model wrote: the laptop's drafter by rules. */
export const OFFLINE_DRAFTER = 'offline drafter (rules, no model)';

/** Who really answers for each role: Nova in the cloud, on a laptop what its local cloud was told. */
export interface AnsweringModels extends Readonly<Record<ModelRole, string>> {
  /** Nobody is asked over a network: rules on this computer answer, and nothing is sent to any model. */
  readonly offline: boolean;
}

/** What the deployed backend says of itself. */
export const NOVA: AnsweringModels = { ...MODEL_NAMES, offline: false };
