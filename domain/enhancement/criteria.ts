import { type ThemeId, themeById } from '../themes';

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
    // What is asked is the theme's own; a theme that asks nothing is not judged by it.
    asks: 'Sounds like its theme, and is still exact.',
    isVoice: true,
  },
] as const satisfies ReadonlyArray<{
  id: string;
  label: string;
  asks: string;
  /** A text that scores lower here cannot win, however well it reads; unless all do. */
  vetoBelow?: number;
  isVoice?: true;
}>;

export type CriterionId = (typeof CRITERIA)[number]['id'];

/** A criterion as a theme asks it. */
interface AskedCriterion {
  id: CriterionId;
  label: string;
  asks: string;
}

export const LOWEST_SCORE = 1;
export const HIGHEST_SCORE = 5;

/** The criteria that apply in a theme: the voice counts only where the theme says what to look for. */
export function criteriaFor(theme: ThemeId): readonly AskedCriterion[] {
  const { judgedBy } = themeById(theme);
  return CRITERIA.flatMap((criterion) => {
    if (!('isVoice' in criterion)) return criterion;
    return judgedBy === null ? [] : { ...criterion, asks: judgedBy };
  });
}

/** Whether a score rules a text out of winning. */
export function isVeto(id: CriterionId, score: number): boolean {
  const criterion = CRITERIA.find((one) => one.id === id);
  return criterion !== undefined && 'vetoBelow' in criterion && score < criterion.vetoBelow;
}
