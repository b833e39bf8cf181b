import { checkFacts } from '../../../domain/facts';
import type { Finding } from '../../../domain/facts/finding';
import { LIMITS } from '../../../domain/limits';
import { refused, type Tool, textOf } from './toolAnswer';

const LISTS = {
  added: 'is in the draft and not in the source',
  lost: 'is in the source and not in the draft',
  moved: 'stands with another statement than in the source',
  hedges: 'is said with less doubt, or with another yes or no',
  claims: 'is not what the source says',
} as const;

/** Findings as sentences, each once. */
export const findingsInWords = (report: Record<keyof typeof LISTS, readonly Finding[]>): string[] => [
  ...new Set(
    (Object.keys(LISTS) as (keyof typeof LISTS)[]).flatMap((list) =>
      report[list].map(({ value }) => `“${value}” ${LISTS[list]}.`),
    ),
  ),
];

/** Checks in code what a draft adds to its source, loses or moves. */
export const checkFactsTool: Tool = async (input) => {
  const source = textOf(input.source, LIMITS.sectionLength);
  const draft = textOf(input.draft, LIMITS.sectionLength);
  if (source === '' || draft === '')
    return refused('', 'A source and a draft must be named to compare them.');
  const found = findingsInWords(checkFacts(source, draft));
  const text =
    found.length === 0 ? 'The draft says what the source says: nothing was found.' : found.join('\n');
  return {
    text,
    step: {
      about: '',
      outcome: 'DONE',
      note: found.length === 0 ? 'Nothing found.' : `${found.length} found.`,
      links: [],
    },
  };
};
