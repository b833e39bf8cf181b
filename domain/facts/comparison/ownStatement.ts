import { splitStatements } from '../../reading/text/stretches';
import type { Extract } from '../values/extract';
import type { Fact } from '../values/fact';
import { groupOf, isWords, stem } from './surroundings';

/** So much of what the draft says around a value must be said around it in the source too. */
const ENOUGH_SHARED = 0.6;
const WORD = /[\p{L}][\p{L}\p{N}]{2,}/gu;

/** The statements of a text, told one by one as notes tell them, and the values in each. */
export class OwnStatements {
  private readonly stretches: ReadonlyArray<{ start: number; end: number }>;

  constructor(private readonly extract: Extract) {
    this.stretches = splitStatements(extract.reading.text);
  }

  /** The words around a value, or nothing when others of its kind stand in the same statement. */
  alone(fact: Fact): Set<string> | undefined {
    const stretch = this.stretches.find(({ start, end }) => fact.from >= start && fact.from < end);
    if (!stretch) return undefined;
    const group = groupOf(fact);
    const rivals = this.extract.facts.some(
      (other) =>
        other !== fact &&
        !other.weak &&
        !isWords(other) &&
        other.from >= stretch.start &&
        other.from < stretch.end &&
        other.from !== fact.from &&
        groupOf(other) === group,
    );
    if (rivals) return undefined;
    const words = this.extract.reading.text.slice(stretch.start, stretch.end).match(WORD) ?? [];
    return new Set(words.map(stem));
  }
}

/**
 * Whether a draft's value stands in the statement that the source tells with it: then it was not moved,
 * however the words before and behind it have changed. It says nothing of two values within one statement.
 */
export function standsWithItsOwn(
  fact: Fact,
  own: readonly Fact[],
  draft: OwnStatements,
  source: OwnStatements,
): boolean {
  const said = draft.alone(fact);
  if (!said || said.size === 0) return false;
  return own.some((one) => {
    const told = source.alone(one);
    if (!told) return false;
    const shared = [...said].filter((word) => told.has(word)).length;
    return shared >= said.size * ENOUGH_SHARED;
  });
}
