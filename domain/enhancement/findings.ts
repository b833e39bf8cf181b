import type { FactReport } from '../facts/finding';
import type { DraftFinding, FindingList } from '.';

const LISTS: readonly FindingList[] = ['added', 'lost', 'moved', 'hedges', 'claims'];

/** A report as one list, each finding with the name of the list it stood in, in their order. */
export const findingsIn = (report: FactReport): DraftFinding[] =>
  LISTS.flatMap((list) => report[list].map((finding): DraftFinding => ({ ...finding, list })));
