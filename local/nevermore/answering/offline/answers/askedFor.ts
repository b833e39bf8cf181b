import { type Word, wordsOf } from '../../../../../domain/reading/words/stems';

/** What a question wants to know, which decides what an answer must have in it. */
export type Wanted = 'when' | 'who' | 'how long' | 'how many' | 'why' | 'how' | 'what';

const WANTED: readonly (readonly [Wanted, RegExp])[] = [
  ['how long', /\bhow (?:long|much time)\b|\bduration\b|\bquanto (?:tempo|è durat)/i],
  ['how many', /\bhow (?:many|much|often|large|big)\b|\bquant[ie]\b|\bquante volte\b/i],
  ['when', /\bwhen\b|\b(?:what|which) (?:time|day|date)\b|\bsince when\b|\bquando\b/i],
  ['who', /\bwho(?:m|se)?\b|\bchi\b/i],
  [
    'why',
    /\bwhy\b|\bcaus(?:e[ds]?|ing)\b|\breasons?\b|\btrigger(?:ed|s)?\b|\bled to\b|\bperch[eé]\b|\bcausa\b/i,
  ],
  ['how', /\bhow\b|\bwhat (?:fixed|resolved|helped|did (?:we|they|you) do)\b|\bcome\b/i],
];

/** What a sentence must have to answer such a question. */
const ANSWERS: Readonly<Partial<Record<Wanted, RegExp>>> = {
  when: /\b\d{1,2}[:.]\d\d\b|\b\d{4}-\d\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:19|20)\d\d\b/i,
  'how long':
    /\b(?:\d[\d.,]*|a|an|one|two|three|four|five|six|seven|eight|nine|ten|half|several|few)[\s-]*(?:h|m|s|ms|min(?:ute)?s?|hours?|hrs?|sec(?:ond)?s?|days?|weeks?|months?)\b|\b\d+h ?\d+m?\b/i,
  'how many':
    /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|none|all|every|half|dozens?|hundreds?|thousands?)\b/i,
  who: /\b(?:we|team|engineers?|on-?call|users?|customers?|developers?|operators?|attackers?|staff|colleagues?|members?|owner)\b|[a-z,;:] (?:the )?\p{Lu}\p{Ll}+/iu,
};

/** Words that a cause is told with. */
const CAUSE =
  /\b(?:because|caused?|causing|due to|owing to|triggered|led to|resulted|root cause|since|so that|as a result|culprit|suspect)\b/i;
/** Words that a remedy is told with. */
const REMEDY =
  /\b(?:fix(?:ed)?|resol\w+|mitigat\w+|roll(?:ed|ing)? ?back|revert\w*|restart\w*|restor\w+|scal\w+|increas\w+|delet\w+|remov\w+|deploy\w*|appl(?:ied|y|ying)|creat\w+|upgrad\w+|chang\w+|add(?:ed|ing)?|rotat\w+)\b/i;

/** What people ask with and do not ask for: the kind of the question is read apart. */
const ASKED_WITH = new Set(
  wordsOf(
    'happen happened incident outage problem issue cause caused causes reason trigger triggered archive post-mortem tell know long last lasted lasting time many much often did does do someone somebody say said find found',
  ).map(({ stem }) => stem),
);

/** A question as it is compared with sentences. */
export interface AskedFor {
  wanted: Wanted;
  /** What it is about, each word once. */
  words: Word[];
  /** Names, identifiers and figures in it: an answer is about these or about something else. */
  named: string[];
}

const NAMED =
  /(?<=\S\s+)\p{Lu}[\p{L}\p{N}_-]+|\b[\p{L}\p{N}]*(?:\p{L}[._/:@-]?\p{N}|\p{N}[._/:@-]?\p{L}|\p{L}[_/:@]\p{L})[\p{L}\p{N}._/:@-]*|\b\p{N}[\p{N}.:/-]*/gu;

/** Reads a question. */
export function askedFor(question: string): AskedFor {
  const wanted = WANTED.find(([, pattern]) => pattern.test(question))?.[0] ?? 'what';
  const seen = new Set<string>();
  const words = wordsOf(question).filter(({ stem }) => {
    if (ASKED_WITH.has(stem) || seen.has(stem)) return false;
    seen.add(stem);
    return true;
  });
  const named = [
    ...new Set([...question.matchAll(NAMED)].map(([word]) => word.replace(/[.:/-]+$/, '').toLowerCase())),
  ];
  return { wanted, words, named };
}

/** Whether a sentence has what such a question asks for, and how well it does. */
export function suits(wanted: Wanted, text: string): { may: boolean; worth: number } {
  const needed = ANSWERS[wanted];
  if (needed) return { may: needed.test(text), worth: 0.15 };
  if (wanted === 'why') return { may: true, worth: CAUSE.test(text) ? 0.2 : 0 };
  if (wanted === 'how') return { may: true, worth: REMEDY.test(text) ? 0.15 : 0 };
  return { may: true, worth: 0 };
}
