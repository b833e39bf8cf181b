import { type CriterionId, HIGHEST_SCORE, LOWEST_SCORE } from '../../../../domain/enhancement/criteria';
import type { Measures } from './measure';

/** From so many moments on a reader wants a list that they lead. */
const TIMELINE = 3;
/** A block longer than this wants a break; about what fits a phone screen. */
const LONG_BLOCK_WORDS = 70;
/** Whole sentences in order may take more: a paragraph of a report. */
const GOOD_BLOCK_WORDS = 120;
/** Fewer words than this are no section, whatever they are. */
const FEWEST_WORDS = 3;

const share = (part: number, whole: number): number => (whole === 0 ? 1 : Math.min(1, part / whole));
const within = (score: number): number => Math.max(LOWEST_SCORE, Math.min(HIGHEST_SCORE, Math.round(score)));
const points = (condition: boolean, worth = 1): number => (condition ? worth : 0);
const isTimeline = ({ moments }: Measures): boolean => moments >= TIMELINE;
const isLed = ({ moments, leading }: Measures): boolean => share(leading, moments) >= 0.8;

/** The author's whole sentences, in order, in blocks that can be read: a list would only chop them. */
const isGoodProse = (found: Measures): boolean =>
  found.isSource &&
  found.smallSentences === 0 &&
  found.untidy === 0 &&
  found.inOrder &&
  found.longestBlock <= GOOD_BLOCK_WORDS;
const wantsList = (found: Measures): boolean => isTimeline(found) && !isLed(found) && !isGoodProse(found);

/** How each criterion is computed from what was counted; a question asked is worth nothing by itself. */
const SCORING: Partial<Record<CriterionId, (found: Measures) => number>> = {
  grounded: ({ hard, soft, values }) =>
    within(
      HIGHEST_SCORE - 2 * hard.length - points(soft > 2) - 3 * (1 - share(values.kept, values.inSource)),
    ),
  completeness: ({ words, values }) =>
    within(
      HIGHEST_SCORE -
        7 * (1 - share(words.kept, words.inSource)) -
        4 * (1 - share(values.kept, values.inSource)),
    ),
  clarity: (found) =>
    within(
      HIGHEST_SCORE -
        points(share(found.small, found.statements) > 0.1 && found.small > 0 && !isGoodProse(found)) -
        points(found.untidy > 0) -
        points(found.untidy + found.small > 3) -
        points(!found.inOrder) -
        points(found.longestBlock > LONG_BLOCK_WORDS && !isGoodProse(found)) -
        points(wantsList(found)) -
        found.repeated -
        found.needless -
        // Words of nobody's: filler, whatever it says.
        points(found.words.added > Math.max(8, found.words.inSource * 0.3)),
    ),
  blameless: ({ blame }) => within(HIGHEST_SCORE - 2 * blame),
  fitsSection: (found) =>
    within(
      HIGHEST_SCORE -
        2 * (1 - share(found.fitting, found.statements)) -
        points(wantsList(found)) -
        points(isTimeline(found) && !found.inOrder),
    ),
  actionable: (found) =>
    within(4 - points(!found.inOrder) - found.needless - points(found.hard.length > 0, 2)),
  voice: ({ macabre }) => within(1 + macabre),
};

/** A criterion that no rule here can count is scored alike for all texts, and decides nothing. */
const UNCOUNTED = Math.ceil((LOWEST_SCORE + HIGHEST_SCORE) / 2);

export const scoreOf = (id: CriterionId, found: Measures): number => SCORING[id]?.(found) ?? UNCOUNTED;

/** A text with hardly a word in it is scored lowest throughout. */
export const isNothing = ({ words }: Measures): boolean => words.kept + words.added < FEWEST_WORDS;
