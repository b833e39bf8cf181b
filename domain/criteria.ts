import type { ThemeId } from './themes';

/**
 * What a draft is judged by. The judge's prompt, its tool schema and the score table on the screen derive
 * from this list. Scores are whole numbers from 1 (poor) to 5 (excellent).
 */
export const CRITERIA = [
  {
    id: 'grounded',
    label: 'Grounded',
    asks: 'States only what SOURCE supports and keeps every fact and hedge of it.',
    vetoBelow: 3,
  },
  { id: 'completeness', label: 'Complete', asks: 'Covers what SOURCE says and asks for what is missing.' },
  { id: 'clarity', label: 'Clear', asks: 'Reads well, in order, without filler or repetition.' },
  { id: 'blameless', label: 'Blameless', asks: 'Describes systems and decisions, never culprits.' },
  {
    id: 'fitsSection',
    label: 'Fits the section',
    asks: 'Says what belongs in this section and nothing else.',
  },
  { id: 'actionable', label: 'Actionable', asks: 'A reader knows what is settled and what to do next.' },
  {
    id: 'voice',
    label: 'Voice',
    asks: 'Macabre and dry, at nobody’s expense, and still exact.',
    theme: 'addams',
  },
] as const satisfies ReadonlyArray<{
  id: string;
  label: string;
  asks: string;
  /** A text that scores lower here cannot win, however well it reads; unless all do. */
  vetoBelow?: number;
  theme?: ThemeId;
}>;

export type Criterion = (typeof CRITERIA)[number];
export type CriterionId = Criterion['id'];

export const LOWEST_SCORE = 1;
export const HIGHEST_SCORE = 5;

/** The criteria that apply in a theme: the voice counts only in Addams. */
export const criteriaFor = (theme: ThemeId): readonly Criterion[] =>
  CRITERIA.filter((criterion) => !('theme' in criterion) || criterion.theme === theme);

/** Whether a score rules a text out of winning. */
export function isVeto(id: CriterionId, score: number): boolean {
  const criterion = CRITERIA.find((one) => one.id === id);
  return criterion !== undefined && 'vetoBelow' in criterion && score < criterion.vetoBelow;
}
