import type { SectionId } from '../sections';
import { readStatements } from './readStatements';
import { isSure, type Statement, type StatementKind } from './statement';

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

/** "~67 min.": how long it took is part of the story. */
const HOW_LONG =
  /^\W*(?:about |around |roughly |approx\.? )?\d+(?:[.,]\d+)?\s?(?:min(?:ute)?s?|h(?:ours?|rs?)?|s(?:ec(?:ond)?s?)?|days?)\W*$/i;

/**
 * The statements of a section that surely belong to another one, by where they belong. A step of the story
 * that has a moment stays in the description, and so does how long it took.
 */
export function belongsElsewhere(
  section: SectionId,
  text: string,
): Array<{ section: SectionId; statements: Statement[] }> {
  const bySection = new Map<SectionId, Statement[]>();
  for (const statement of readStatements(text, section)) {
    const { kind, moment } = statement;
    const home = kind && HOMES[section][kind];
    if (
      !home ||
      !isSure(statement) ||
      (section === 'description' && (moment || HOW_LONG.test(statement.text)))
    )
      continue;
    bySection.set(home, [...(bySection.get(home) ?? []), statement]);
  }
  return [...bySection].map(([home, statements]) => ({ section: home, statements }));
}
