import type { StatementKind } from './statement';

/** What parts a label from what it names. Within a word a hyphen is the word's: "next-day deliveries". */
const MARK = '(?:\\s*[:=]|\\s+-|-\\s)';
const labelled = (label: string, orElse = ''): RegExp => new RegExp(`^(?:${label})${MARK}${orElse}`, 'i');

/** What an author says of a statement in front of it; nothing is surer. */
const OWN_LABELS: ReadonlyArray<readonly [kind: StatementKind, label: RegExp]> = [
  [
    'cause',
    labelled(
      '(?:the )?(?:root )?(?:cause|reason)s?',
      '|^(?:the )?(?:root cause|(?:cause|reason)s? (?:was|is|were|are))\\b|^why[:?]',
    ),
  ],
  [
    'followUp',
    labelled(
      'to-?dos?|ai|actions?(?: items?)?|follow[- ]?ups?|next(?: steps?)?|need(?:s|ed)?',
      '|^todos?\\b(?!-\\w)',
    ),
  ],
  ['impact', labelled('impact(?: was| is)?', '|^impact ~?\\d')],
  ['mitigation', labelled('fix|mitigation|workaround')],
];

const PERHAPS_DONE = /^(?:actions?(?: items?)?|need(?:s|ed)?)\b/i;
const PAST =
  /\b(?:was|were|had|did|lost|broke|went|came|got|took|gave|made|began|fell|rose|\p{L}{2,}(?<!need)ed)\b/iu;
/** Whether a statement tells what happened, behind its label. */
export const isTold = (text: string): boolean => PAST.test(text.replace(/^[^:=]{1,20}[:=]/, ''));

/** "63 pipelines failed", "~9% of requests lost", "2,140 bricked": so many, and what became of them. */
const COUNTED_HARM =
  /^\W*(?:(?:about|around|approx\.?|approximately|roughly|some|est\.?|estimated|maybe|ca\.?|up to|(?:i |we |my )?guess|(?:i|we) think|at least|nearly|almost|over|more than|(?:we )?lost|(?:we )?missed)\s){0,2}~?\d[\d.,]*\s?(?:k|m|mn|%|percent|pct)?\s(?:\p{L}[\p{L}-]*\s){0,4}?(?:failed|lost|wrong|bricked|affected|bounced|rejected|declined|abandoned|late|missing|delayed|postponed|exposed|stale|corrupted|duplicated|without|not (?:arrived|delivered|sent|paid)|had to be|(?:had|have) to re\w+)\b/iu;
/** What breaks within a system is a symptom of it. */
const MACHINES =
  /\b(?:nodes?|pods?|instances?|replicas?|brokers?|servers?|hosts?|disks?|checks?|probes?|tests?|shards?|clusters?|containers?)\b/i;
const COUNTED_SO_SURELY = 0.9;

/**
 * The kind that a statement surely has by its form alone: by the author's own label ("cause: …", "TODO …"), or as
 * a count of what was harmed, told without a moment. Undefined for any other.
 */
export function certainKindOf(
  text: string,
  isTimed: boolean,
): { kind: StatementKind; confidence: number } | undefined {
  const [labelled] = OWN_LABELS.find(([, label]) => label.test(text)) ?? [];
  // "Action: rolled back 10:20" was done.
  if (labelled === 'followUp' && PERHAPS_DONE.test(text) && (isTimed || isTold(text))) return undefined;
  if (labelled) return { kind: labelled, confidence: 1 };
  return !isTimed && COUNTED_HARM.test(text) && !MACHINES.test(text)
    ? { kind: 'impact', confidence: COUNTED_SO_SURELY }
    : undefined;
}
