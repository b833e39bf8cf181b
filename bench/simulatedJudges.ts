import { criteriaFor } from '../domain/enhancement/criteria';
import type { Random } from './factsCorpus';

/** A draft as it really is; the judge only sees a shadow of it. */
export interface TrueDraft {
  /** How well it reads, in standard deviations. */
  quality: number;
  /** Statements the source does not support. */
  inventions: number;
  /** Words against the usual length, in standard deviations. */
  length: number;
  /** Whether the judge's own family wrote it. */
  kin: boolean;
}

/**
 * What a judge is like, in standard deviations of quality. Ranges after the literature on models as judges:
 * position flips 20 to 45 % of close pairs, longer and own answers are preferred, half of the inventions
 * are overlooked.
 */
export interface JudgeHabits {
  position: number;
  verbosity: number;
  selfPreference: number;
  noise: number;
  /** Share of inventions that it notices. */
  attention: number;
}

/** Two numbers from a normal distribution would do; one at a time is simpler (Box and Muller, 1958). */
export const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** The better draft is the one that invents less; between equals, the one that reads better. */
export const better = (drafts: readonly TrueDraft[]): number => {
  const [a, b] = drafts as [TrueDraft, TrueDraft];
  if (a.inventions !== b.inventions) return a.inventions < b.inventions ? 0 : 1;
  return a.quality >= b.quality ? 0 : 1;
};

/** The answer of a simulated judge to texts in the order shown, in the shape that the real one gives. */
export function simulatedAnswer(shown: readonly TrueDraft[], habits: JudgeHabits, random: Random) {
  const felt = shown.map(({ quality, inventions, length, kin }, index) => {
    const noticed = Array.from({ length: inventions }).filter(() => random() < habits.attention).length;
    const liking =
      quality +
      (index === 0 ? habits.position : 0) +
      habits.verbosity * length +
      (kin ? habits.selfPreference : 0) +
      habits.noise * normal(random);
    return { liking, noticed };
  });
  const criteria = criteriaFor('professional').map(({ id }) => id);
  const cut = (score: number) => Math.min(5, Math.max(1, Math.round(score)));
  const scores = felt.map(({ liking, noticed }, index) => ({
    draft: index + 1,
    ...Object.fromEntries(
      criteria.map((id) => [
        id,
        id === 'grounded' ? cut(5 - 2 * noticed) : cut(3.5 + liking + 0.4 * normal(random)),
      ]),
    ),
  }));
  const best =
    felt.reduce((first, one, index) => (one.liking > (felt[first]?.liking ?? 0) ? index : first), 0) + 1;
  return { unsupported_claims: [], scores, best, reasoning: 'Simulated.' };
}
