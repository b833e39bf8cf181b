import type { SectionId } from '../../../domain/sections';
import type { Passage } from './passages';
import { type OpenQuestion, openQuestions } from './questions';
import { isEmptyList, wordsOf } from './units';

/** Where the questions of a draft stand. */
export interface Placement {
  /** A question in the place of an empty list item of the author's. */
  filled: Map<Passage, OpenQuestion>;
  /** The rest, in the order of importance. */
  rest: OpenQuestion[];
}

/** Chooses at most `most` questions that the passages leave open, and gives empty list items theirs. */
export function placeQuestions(passages: readonly Passage[], section: SectionId, most: number): Placement {
  const open = openQuestions(section, evidence(passages)).slice(0, most);
  const filled = new Map<Passage, OpenQuestion>();
  for (const passage of passages) {
    if (!isEmptyList(passage.units.at(-1))) continue;
    const at = open.findIndex(({ topic }) => topic === passage.topic);
    const question = open[at];
    if (!question) continue;
    filled.set(passage, question);
    open.splice(at, 1);
  }
  return { filled, rest: open };
}

/** What counts as an answer: the author's sentences and their labels, but no heading, which only promises. */
const evidence = (passages: readonly Passage[]): string =>
  passages
    .filter(({ units }) => units.length > 0)
    .map(({ label, units }) => [label ? `${label}:` : '', ...units.map(wordsOf)].join('\n'))
    .join('\n');
