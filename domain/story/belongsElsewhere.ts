import { isOnlyALength } from '../reading/times/lengths';
import { homeOf, type SectionId } from '../sections';
import { readStatements } from './readStatements';
import { isSure, type Statement, type StatementKind } from './statement';

/** A summary is three or four sentences; with so many statements it is the story itself. */
const MORE_THAN_A_SUMMARY = 7;
/** Beside what happened and for how long: one statement of each makes a summary. */
const OF_A_SUMMARY: readonly StatementKind[] = ['impact', 'mitigation', 'recovery', 'cause'];

/**
 * The statements of a section that surely belong to another one, by where they belong. A step of the story
 * that has a moment stays in the description, and so does how long it took. Of a long summary the description gets
 * what a summary can do without.
 */
export function belongsElsewhere(
  section: SectionId,
  text: string,
): Array<{ section: SectionId; statements: Statement[] }> {
  const bySection = new Map<SectionId, Statement[]>();
  const statements = readStatements(text, section);
  const spare = section === 'summary' ? spareInSummary(statements) : [];
  for (const statement of statements) {
    const { kind, moment } = statement;
    const stays = section === 'description' && (moment || isOnlyALength(statement.text));
    const sure = kind && isSure(statement) && !stays ? homeOf(kind, section) : undefined;
    const home = sure ?? (spare.includes(statement) ? 'description' : undefined);
    if (home) bySection.set(home, [...(bySection.get(home) ?? []), statement]);
  }
  return [...bySection].map(([home, statements]) => ({ section: home, statements }));
}

function spareInSummary(statements: readonly Statement[]): readonly Statement[] {
  if (statements.length < MORE_THAN_A_SUMMARY) return [];
  const told = statements.filter(({ text }) => !isOnlyALength(text));
  const kept = [told[0], ...OF_A_SUMMARY.map((kind) => told.find((one) => one.kind === kind))];
  return told.filter((one) => !kept.includes(one));
}
