import { isEnglish } from '../language';
import { classify } from './classify';
import { momentsIn } from './moments';
import { splitStatements } from './split';
import type { Statement } from './statement';

/**
 * Reads notes or prose as statements, in the order told. Every letter and figure of the text is in one of
 * them; between them are white space, list marks and separators. Markdown blocks such as code and tables are
 * not for this: hand it prose.
 */
export function readStatements(text: string): Statement[] {
  const english = isEnglish(text);
  const statements = splitStatements(text).map(({ start, end, opensLine }): Statement => {
    const words = text.slice(start, end);
    const moments = momentsIn(words, start);
    const told = english ? classify(words) : { kind: null, confidence: 0, suspected: false };
    return {
      text: words,
      start,
      end,
      moment: moments[0] ?? null,
      moments: moments.length,
      opensLine,
      ...told,
    };
  });
  return statements.map((statement, index) =>
    statement.kind === 'mitigation' && !statements.slice(0, index).some(isTrouble)
      ? { ...statement, kind: 'trigger', confidence: statement.confidence * 0.8 }
      : statement,
  );
}

/** What there must be before anybody mends anything; an act before it is what set it off. */
const isTrouble = ({ kind }: Statement) =>
  kind === 'symptom' || kind === 'detection' || kind === 'impact' || kind === 'cause';
