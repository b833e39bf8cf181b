import type { Draft } from './enhancement';

const FIGURE = /\d+(?:[.,:]\d+)*/g;

/** How many of the source's figures stand in the draft, and how many of the draft's the source lacks. */
function figures(source: string, draft: string): { kept: number; foreign: number } {
  const own = new Set(source.match(FIGURE) ?? []);
  const theirs = new Set(draft.match(FIGURE) ?? []);
  return {
    kept: [...own].filter((figure) => theirs.has(figure)).length,
    foreign: [...theirs].filter((figure) => !own.has(figure)).length,
  };
}

export interface FallbackChoice {
  /** 1-based position in `drafts`. */
  winner: number;
  rule: string;
}

/**
 * Chooses a draft when there is no usable verdict: complete before cut off, then fewest figures that the
 * author never wrote, then most of the author's figures kept, then the first.
 * @param drafts with at least one that has a text
 */
export function chooseWithoutJudge(source: string, drafts: readonly Draft[]): FallbackChoice {
  const ranked = drafts
    .map((draft, index) => ({ draft, number: index + 1, ...figures(source, draft.text ?? '') }))
    .filter(({ draft }) => draft.text !== null)
    .sort(
      (a, b) =>
        Number(a.draft.truncated) - Number(b.draft.truncated) ||
        a.foreign - b.foreign ||
        b.kept - a.kept ||
        a.number - b.number,
    );
  return {
    winner: ranked[0]?.number ?? 0,
    rule: 'chosen by rule: a complete draft first, then the one that adds fewest figures and keeps most of yours',
  };
}
