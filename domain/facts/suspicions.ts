import type { Finding } from './finding';
import { contentWords, type Sentence, sentencesOf } from './sentences';
import { allMarksIn, marksIn, withoutCode } from './wording/doubts';

/** Words that make a cause of what stands beside them. */
const ASSERTS_CAUSE =
  /\b(?:cause[ds]?|causing|root cause|because|due to|owing to|trigger(?:s|ed)?|led to|result(?:s|ed) (?:in|from)|stem(?:s|med) from|culprit|responsible|attributed to|brought down|is why|was why)\b/i;
/** The words of a cause say nothing about which one. */
const CAUSE_WORDS = new Set(
  contentWords(
    'cause caused causing root because due trigger triggered lead led result resulted stem culprit responsible incident outage issue problem failure',
  ),
);
/** Of the suspicion's words, this share must be there to call it the same one. */
const SAME = 0.99;

/**
 * A bare suspicion ("We suspect the pool size.") that the draft states as the cause ("The cause was the pool
 * size."). It has too few words for a comparison of statements, and is the dearest mistake of all.
 */
export function checkSuspicions(source: string, draft: string): Finding[] {
  const told = sentencesOf(source).filter(isProse);
  const suspicions = told.filter(isDoubted).map((sentence) => ({ sentence, words: wordsOf(sentence) }));
  const certain = told
    .filter((sentence) => !isDoubted(sentence))
    .map((sentence) => new Set(wordsOf(sentence)));
  const open = suspicions.filter(
    ({ words }) =>
      words.length > 0 && words.length <= 6 && !certain.some((known) => share(words, known) >= SAME),
  );
  if (open.length === 0) return [];
  return sentencesOf(draft).flatMap((sentence): Finding[] => {
    if (!isProse(sentence) || !ASSERTS_CAUSE.test(sentence.text) || hasAnyDoubt(sentence)) return [];
    const said = new Set(wordsOf(sentence));
    const suspicion = open.find(({ words }) => share(words, said) >= SAME);
    if (!suspicion) return [];
    const { text, start, end } = sentence;
    return [{ kind: 'hedge', value: text, start, end, severity: 'hard', instead: suspicion.sentence.text }];
  });
}

const isProse = ({ kind }: Sentence): boolean => kind === 'prose' || kind === 'item';
const isDoubted = ({ text }: Sentence): boolean =>
  marksIn(withoutCode(text)).some(({ kind }) => kind === 'hedge');
const hasAnyDoubt = ({ text }: Sentence): boolean =>
  allMarksIn(withoutCode(text)).some(({ kind }) => kind !== 'negation') || text.includes('?');

/** What a sentence speaks of, without its doubts and without the words for a cause. */
function wordsOf({ text }: Sentence): string[] {
  const plain = withoutCode(text);
  const undoubted = marksIn(plain).reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    plain,
  );
  return contentWords(undoubted).filter((word) => !CAUSE_WORDS.has(word));
}

const share = (words: readonly string[], among: ReadonlySet<string>): number =>
  words.filter((word) => among.has(word)).length / words.length;
