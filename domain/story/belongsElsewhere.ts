import type { SectionId } from '../sections';
import { readStatements } from './readStatements';
import type { Statement, StatementKind } from './statement';

/** Sure enough to suggest a move; a wrong suggestion costs more than a missing one. */
const SURE = 0.85;

/** Where each kind of statement is at home, by the section that it stands in. What is not named may stay. */
const HOMES: Record<SectionId, Partial<Record<StatementKind, SectionId>>> = {
  // A summary says a little of everything.
  summary: { followUp: 'resolution' },
  impact: {
    cause: 'rootCause',
    mitigation: 'resolution',
    recovery: 'resolution',
    followUp: 'resolution',
    wrongTurn: 'description',
    response: 'description',
  },
  // The story may hold every step; what was lost and why are told elsewhere.
  description: { impact: 'impact', cause: 'rootCause', followUp: 'resolution' },
  rootCause: {
    impact: 'impact',
    mitigation: 'resolution',
    recovery: 'resolution',
    followUp: 'resolution',
    response: 'description',
  },
  resolution: {
    impact: 'impact',
    cause: 'rootCause',
    symptom: 'description',
    detection: 'description',
    wrongTurn: 'description',
  },
};

/**
 * The statements of a section that surely belong to another one, by where they belong. A step of the story
 * that has a moment stays in the description.
 */
export function belongsElsewhere(
  section: SectionId,
  text: string,
): Array<{ section: SectionId; statements: Statement[] }> {
  const bySection = new Map<SectionId, Statement[]>();
  for (const statement of readStatements(text, section)) {
    const { kind, confidence, moment } = statement;
    const home = kind && HOMES[section][kind];
    if (!home || confidence < SURE || (section === 'description' && moment)) continue;
    bySection.set(home, [...(bySection.get(home) ?? []), statement]);
  }
  return [...bySection].map(([home, statements]) => ({ section: home, statements }));
}
