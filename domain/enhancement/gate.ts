import { checkFacts, type FactReport } from '../facts';
import { isHard } from '../facts/finding';
import { questionAbout } from '../todo';
import type { DraftFinding } from '.';
import { findingsIn } from './findings';

export interface Gated {
  text: string;
  findings: DraftFinding[];
  /** Values that were replaced by a question. */
  repaired: string[];
}

/** More than anybody reads; a draft with that many findings is lost anyway. */
const FINDINGS = 100;

/** What a draft is held against: a run, or a request for one. */
export interface Grounds {
  /** The section's own text. Its facts may not be lost. */
  source: string;
  /** What else the draft was made from. Its facts may be used, and stay where they are when they are not. */
  material?: string | null | undefined;
}

/** Everything that a draft may be made of. */
export const wholeOf = ({ source, material }: Grounds): string =>
  [source, material ?? ''].filter((text) => text !== '').join('\n\n');

/** What the fact check says of a draft. Places of `lost` are places in the section's own text. */
export function checkDraft(grounds: Grounds, draft: string): FactReport {
  const own = checkFacts(grounds.source, draft);
  return grounds.material ? { ...checkFacts(wholeOf(grounds), draft), lost: own.lost } : own;
}

/**
 * Checks a draft against the author's text, and replaces each value that the author never wrote by a
 * question, where that suffices. What is left stands in `findings`.
 */
export function gate(grounds: Grounds, draft: string): Gated {
  const report = checkDraft(grounds, draft);
  const added = report.added.filter(isHard);
  let text = draft;
  const repaired: string[] = [];
  // From the end, so that the places before it stay where they are.
  for (const { start, end, value } of [...added].sort((a, b) => b.start - a.start)) {
    if (text.slice(start, end) !== value) continue;
    text = `${text.slice(0, start)}${questionAbout(value)}${text.slice(end)}`;
    repaired.unshift(value);
  }
  return { text, findings: mostTelling(text === draft ? report : checkDraft(grounds, text)), repaired };
}

function mostTelling(report: FactReport): DraftFinding[] {
  return findingsIn(report)
    .sort((a, b) => Number(isHard(b)) - Number(isHard(a)) || a.start - b.start)
    .slice(0, FINDINGS);
}
