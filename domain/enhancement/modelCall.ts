import type { Shape, Shaped } from '../shape';

/** What a call to a model took, which is added up where several calls led to one result. */
const AMOUNTS = {
  latencyMs: 'Int',
  inputTokens: 'Int',
  outputTokens: 'Int',
  /** In USD; 0 when no billed model answered. */
  costUsd: 'Float',
} as const satisfies Shape;

/** One call to a model, as it is stored. */
export const MODEL_CALL = {
  /** The role's display name, such as "Nova Micro". */
  model: 'String',
  modelId: 'String',
  /** What really answered: the model id, or what a local endpoint says of itself ("offline drafter"). */
  writtenBy: 'String',
  ...AMOUNTS,
} as const satisfies Shape;
export type ModelCall = Shaped<typeof MODEL_CALL>;

type Amounts = Shaped<typeof AMOUNTS>;

/** What several calls took together; nothing for none. */
export const amountsOf = (calls: readonly Amounts[]): Amounts =>
  Object.fromEntries(
    Object.keys(AMOUNTS).map((id) => [
      id,
      calls.reduce((total, call) => total + call[id as keyof Amounts], 0),
    ]),
  ) as Amounts;
