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

/**
 * Checks a draft against the author's text, and replaces each value that the author never wrote by a
 * question, where that suffices. What is left stands in `findings`.
 */
export function gate(source: string, draft: string): Gated {
  const report = checkFacts(source, draft);
  const added = report.added.filter(isHard);
  let text = draft;
  const repaired: string[] = [];
  // From the end, so that the places before it stay where they are.
  for (const { start, end, value } of [...added].sort((a, b) => b.start - a.start)) {
    if (text.slice(start, end) !== value) continue;
    text = `${text.slice(0, start)}${questionAbout(value)}${text.slice(end)}`;
    repaired.unshift(value);
  }
  return { text, findings: mostTelling(text === draft ? report : checkFacts(source, text)), repaired };
}

function mostTelling(report: FactReport): DraftFinding[] {
  return findingsIn(report)
    .sort((a, b) => Number(isHard(b)) - Number(isHard(a)) || a.start - b.start)
    .slice(0, FINDINGS);
}
