import { type CriterionId, HIGHEST_SCORE, LOWEST_SCORE } from '../../../domain/criteria';
import type { Findings } from './findings';

/** A sentence longer than this on average is hard to follow; style guides put the limit at 20 to 25 words. */
const LONG_SENTENCE_WORDS = 28;
/** A paragraph longer than this wants a break, or a lead-in. */
const LONG_BLOCK_WORDS = 90;
/** Below this many words a text needs no lead-ins to be found one's way in. */
const NEEDS_STRUCTURE_WORDS = 60;

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

/** A score from a deduction: whole, and within the scale. */
const less = (deduction: number): number =>
  Math.max(LOWEST_SCORE, Math.min(HIGHEST_SCORE, Math.round(HIGHEST_SCORE - deduction)));

/** How each criterion is computed. Every one starts at the top and loses points for what was counted. */
export const SCORING: Record<CriterionId, (found: Findings) => number> = {
  grounded: ({ values, cautions }) =>
    less(
      1.5 * values.added.length +
        4 * (1 - share(values.kept, values.inSource)) +
        4 * (1 - share(cautions.kept, cautions.inSource)),
    ),
  completeness: ({ words, questions }) =>
    less(8 * (1 - share(words.kept, words.inSource)) + 2 * (1 - share(questions.asked, questions.open))),
  clarity: ({ sentences, blocks, words }) =>
    less(
      (sentences.meanWords > LONG_SENTENCE_WORDS ? 1 : 0) +
        (blocks.longestWords > LONG_BLOCK_WORDS ? 1 : 0) +
        sentences.repeated +
        clutter(blocks, words.inSource),
    ),
  blameless: ({ blame }) => less(blame),
  fitsSection: ({ questions, blocks, words }) =>
    less(
      // What the section should say and nobody has answered yet, asked for or not.
      2 * Math.min(1, share(questions.open, questions.ofSection)) +
        (words.inSource >= NEEDS_STRUCTURE_WORDS && blocks.leadIns < 2 ? 1 : 0),
    ),
  actionable: ({ questions }) =>
    less((questions.open > 0 ? 1 : 0) + 3 * (1 - share(questions.asked, questions.open))),
  voice: ({ macabre }) => less(Math.max(0, 4 - macabre)),
};

/** Lead-ins help in a long text and are in the way in a short one. */
function clutter({ leadIns }: Findings['blocks'], words: number): number {
  if (words >= NEEDS_STRUCTURE_WORDS) return leadIns < 2 ? 1 : 0;
  return leadIns > 2 && leadIns > words / 10 ? 1 : 0;
}
