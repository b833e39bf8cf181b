import { checkClaims } from './claims';
import { findAdded, findLost } from './compare';
import { extract } from './extract';
import type { FactReport, Finding } from './finding';
import { checkHedges } from './hedges';
import { Alignment, findMoved } from './moved';
import { Supporter } from './support';
import { checkSuspicions } from './suspicions';

export type { FactReport } from './finding';

/**
 * Compares the facts of a draft with those of the author's text. Offsets count UTF-16 units in the draft,
 * and in the source for what was lost. Pure, never throws; time grows with the length of both.
 */
export function checkFacts(source: string, draft: string): FactReport {
  const stated = extract(source);
  const drafted = extract(draft);
  const inSource = new Supporter(stated);
  const inDraft = new Supporter(drafted);
  const alignment = new Alignment(stated, drafted);
  return {
    added: findAdded(drafted, inSource),
    lost: findLost(inSource, inDraft, alignment),
    moved: findMoved(alignment, inSource),
    hedges: hedges(source, draft),
    claims: checkClaims(source, draft),
  };
}

/** Doubts that were lost, each sentence of the draft once. */
function hedges(source: string, draft: string): Finding[] {
  const compared = checkHedges(source, draft);
  const isKnown = (one: Finding) => compared.some(({ start, end }) => start < one.end && one.start < end);
  const suspected = checkSuspicions(source, draft).filter((one) => !isKnown(one));
  return [...compared, ...suspected].sort((a, b) => a.start - b.start || a.end - b.end);
}
