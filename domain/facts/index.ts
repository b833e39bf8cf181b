import { checkTurned } from './claims/turned/turnedStatements';
import { checkClaims } from './claims/unsupported';
import { findAdded, findLost } from './comparison/compare';
import { findMoved, PairOfTexts } from './comparison/moved';
import { supporterOf } from './comparison/support';
import { checkHedges } from './doubts/hedges';
import { checkSuspicions } from './doubts/suspicions';
import type { FactReport, Finding } from './finding';
import type { Extract } from './values/extract';

export type { FactReport } from './finding';

/**
 * Compares the facts of a draft with those of the author's text. Offsets count UTF-16 units in the draft,
 * and in the source for what was lost. Pure, never throws; time grows with the length of both.
 */
export function checkFacts(source: string, draft: string): FactReport {
  const inSource = supporterOf(source);
  const inDraft = supporterOf(draft);
  const { extract: stated } = inSource;
  const { extract: drafted } = inDraft;
  const pair = new PairOfTexts(stated, drafted);
  const doubts = hedges(source, draft);
  return {
    added: findAdded(drafted, inSource),
    lost: findLost(inSource, inDraft, pair),
    moved: findMoved(pair, inSource),
    hedges: doubts,
    claims: claims(stated, drafted, doubts),
  };
}

type Place = Pick<Finding, 'start' | 'end'>;
const overlaps = (one: Place, other: Place): boolean => one.start < other.end && other.start < one.end;

/** Statements turned round, and those that nothing bears out: of two findings in one place the one that says more. */
function claims(stated: Extract, drafted: Extract, doubts: readonly Finding[]): Finding[] {
  const { turned, borneOut } = checkTurned(stated, drafted);
  const told = turned.filter((one) => !doubts.some((doubt) => overlaps(one, doubt)));
  const unsupported = checkClaims(stated.reading.original, drafted.reading.original).filter(
    (one) => ![...told, ...borneOut].some((other) => overlaps(one, other)),
  );
  return [...told, ...unsupported].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Doubts that were lost, each sentence of the draft once. */
function hedges(source: string, draft: string): Finding[] {
  const compared = checkHedges(source, draft);
  const isKnown = (one: Finding) => compared.some((other) => overlaps(one, other));
  const suspected = checkSuspicions(source, draft).filter((one) => !isKnown(one));
  return [...compared, ...suspected].sort((a, b) => a.start - b.start || a.end - b.end);
}
