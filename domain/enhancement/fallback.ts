import { type Draft, isSound, type Outcome, type Verdict } from '.';

export interface FallbackChoice {
  /** 1-based position in `drafts`. */
  winner: number;
  rule: string;
}

/**
 * Chooses among the sound drafts when there is no usable verdict: complete before cut off, then fewest
 * findings, then the first.
 * @param drafts with at least one sound one
 */
export function chooseWithoutJudge(drafts: readonly Draft[]): FallbackChoice {
  const ranked = drafts
    .map((draft, index) => ({ draft, number: index + 1 }))
    .filter(({ draft }) => isSound(draft))
    .sort(
      (a, b) =>
        Number(a.draft.truncated) - Number(b.draft.truncated) ||
        a.draft.findings.length +
          a.draft.repaired.length -
          b.draft.findings.length -
          b.draft.repaired.length ||
        a.number - b.number,
    );
  return {
    winner: ranked[0]?.number ?? 0,
    rule: 'chosen by rule: a complete draft first, then the one with fewer findings of the fact check',
  };
}

/** The verdict on a run that no judge has spoken on, and why. */
export const unjudged = (
  outcome: Outcome,
  winner: number,
  reasoning: string,
  fallbackReason: string | null,
): Verdict => ({
  outcome,
  winner,
  reasoning,
  scores: [],
  unsupportedClaims: [],
  tieBreak: null,
  fallbackReason,
  judges: [],
});
