import { isOnlyALength } from '../reading/times/lengths';
import { homeOf, type SectionId } from '../sections';
import { readStatements } from './readStatements';
import { isSure, type Statement } from './statement';

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
    const home = kind && homeOf(kind, section);
    if (
      !home ||
      !isSure(statement) ||
      (section === 'description' && (moment || isOnlyALength(statement.text)))
    )
      continue;
    bySection.set(home, [...(bySection.get(home) ?? []), statement]);
  }
  return [...bySection].map(([home, statements]) => ({ section: home, statements }));
}
