import { homeOf, type SectionId } from '../sections';
import { readStatements } from './readStatements';
import { isSure, type Statement } from './statement';

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
    const home = kind && homeOf(kind, section);
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
