import { contentWords } from '../../reading/text/sentences';
import type { Statement } from '../../reading/text/statements';
import type { Finding } from '../finding';
import { doubtsOf } from './hedges';
import type { Mark } from './marks';

/** Words that make a cause of what stands beside them. */
const ASSERTS_CAUSE =
  /\b(?:cause[ds]?|causing|root cause|because|due to|owing to|trigger(?:s|ed)?|led to|result(?:s|ed) (?:in|from)|stem(?:s|med) from|culprit|responsible|attributed to|brought down|is why|was why)\b/i;
/** The words of a cause say nothing about which one. */
const CAUSE_WORDS = new Set(
  contentWords(
    'cause caused causing root because due trigger triggered lead led result resulted stem culprit responsible incident outage issue problem failure',
  ),
);
/**
 * Of the suspicion's words, this share must be there to call it the same one: all of them. By hand; with 0.79
 * `npm run bench claims` says the same.
 */
const SAME = 0.99;
/** With more words a suspicion is compared as a statement. By hand; no bench chose it. */
const MOST_WORDS = 6;

/**
 * A bare suspicion ("We suspect the pool size.") that the draft states as the cause ("The cause was the pool
 * size."). It has too few words for a comparison of statements, and is the dearest mistake of all.
 */
export function checkSuspicions(source: string, draft: string): Finding[] {
  if (!doubtsOf(source).marks.some(isDoubt)) return [];
  const told = sentencesIn(source);
  const certain = told.filter(({ isDoubted }) => !isDoubted).map(({ words }) => new Set(words));
  const open = told.filter(
    ({ words, isDoubted }) =>
      isDoubted &&
      words.length > 0 &&
      words.length <= MOST_WORDS &&
      !certain.some((known) => share(words, known) >= SAME),
  );
  if (open.length === 0) return [];
  return sentencesIn(draft).flatMap(({ statement, words, hasAnyDoubt }): Finding[] => {
    const { text, start, end } = statement;
    if (!ASSERTS_CAUSE.test(text) || hasAnyDoubt || text.includes('?')) return [];
    const said = new Set(words);
    const suspicion = open.find((one) => share(one.words, said) >= SAME);
    if (!suspicion) return [];
    return [{ kind: 'hedge', value: text, start, end, severity: 'hard', instead: suspicion.statement.text }];
  });
}

const isDoubt = (marks: readonly Mark[]): boolean => marks.some(({ kind }) => kind === 'hedge');

interface Told {
  statement: Statement;
  /** What it speaks of, without its doubts and without the words for a cause. */
  words: string[];
  isDoubted: boolean;
  hasAnyDoubt: boolean;
}

function sentencesIn(text: string): Told[] {
  const { statements, marks, all } = doubtsOf(text);
  return statements.flatMap((statement, at): Told[] => {
    if (statement.kind !== 'prose' && statement.kind !== 'item') return [];
    const own = marks[at] ?? [];
    const words: string[] = [];
    for (const { stem, start, end } of statement.words) {
      if (CAUSE_WORDS.has(stem) || own.some((mark) => start < mark.end && mark.start < end)) continue;
      words.push(stem);
    }
    const isDoubted = isDoubt(own);
    return [
      { statement, words, isDoubted, hasAnyDoubt: (all[at] ?? []).some(({ kind }) => kind !== 'negation') },
    ];
  });
}

const share = (words: readonly string[], among: ReadonlySet<string>): number =>
  words.filter((word) => among.has(word)).length / words.length;
