import { type Word, wordsOf } from '../../../../../domain/reading/words/stems';
import { conceptsIn } from '../../embedding/concepts';
import { wordsOf as wordsToEmbed } from '../../embedding/words';

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
    /\b\d[\d.,]*[\s-]*(?:h|m|s|ms|min(?:ute)?s?|hours?|hrs?|sec(?:ond)?s?|days?|weeks?|months?)\b|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|half an|several|few)[\s-]+(?:min(?:ute)?s?|hours?|sec(?:ond)?s?|days?|weeks?|months?)\b|\b\d+h ?\d+m?\b/i,
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
    'happen happened incident outage problem issue cause caused causes reason trigger triggered archive post-mortem tell know long last lasted lasting time many much often did does do someone somebody say said find found ' +
      'take took bring brought hear heard turn turned keep kept exactly actually eventually wrong well ever again still call called',
  ).map(({ stem }) => stem),
);

/** A word of a question, with the groups of synonyms that it is of. */
export interface AskedWord extends Word {
  concepts: readonly string[];
}

/** A question as it is compared with sentences. */
export interface AskedFor {
  wanted: Wanted;
  /** What it is about, each word once. */
  words: AskedWord[];
  /** What an answer must speak of: the noun behind "which", what somebody did. Any one of these; none where it is open. */
  target: AskedWord[];
  /** What the question says something of ("did the mobile app …"): a post-mortem without it is about something else. */
  subject: AskedWord[];
  /** Names, identifiers and figures in it: an answer is about these or about something else. */
  named: string[];
}

const NAMED =
  /(?<=\S\s+)\p{Lu}[\p{L}\p{N}_-]+|\b[\p{L}\p{N}]*(?:\p{L}[._/:@-]?\p{N}|\p{N}[._/:@-]?\p{L}|\p{L}[_/:@]\p{L})[\p{L}\p{N}._/:@-]*|\b\p{N}[\p{N}.:/-]*/gu;

/** What stands behind these is what is asked for. */
const TARGETS: readonly RegExp[] = [
  /\bwhat (?:is|was|are|were) the ([\p{L} -]{3,30}?) (?:of|for)\b/iu,
  /\b(?:which|what|whose)\s+(?!(?:is|are|was|were|did|does|do|had|has|have|can|could|should|would|will|happened)\b)((?:[\p{L}\p{N}-]+\s*){1,3}?)(?=\b(?:is|are|was|were|did|does|do|had|has|have|can|could|should|would|will|made|of|for|in|on|to|that)\b|\p{L}+ed\b|[?]|$)/iu,
  /\bhow (?:many|much)\s+((?:[\p{L}\p{N}-]+\s*){1,2}?)(?=\b(?:is|are|was|were|did|does|do|had|has|have|can|could|work)\b|\p{L}+ed\b|[?]|$)/iu,
  /\bwho\s+(?!(?:is|are|was|were|did|has|had|have)\b)([\p{L}]+)/iu,
];

function targetOf(question: string, words: readonly AskedWord[]): AskedWord[] {
  for (const pattern of TARGETS) {
    const behind = pattern.exec(question);
    if (!behind?.[1]) continue;
    const start = behind.index + behind[0].indexOf(behind[1]);
    const end = start + behind[1].length;
    const own = words.filter((word) => word.start >= start && word.end <= end);
    // The last noun is what it is: of an "environment variable", the variable.
    return own.slice(-1);
  }
  return [];
}

const SUBJECT = /\b(?:did|does|was|were|is|are|has|had|have)\s+(?:the|an?|our)\s+([\p{L}\p{N}-]+)/iu;

function subjectOf(question: string, words: readonly AskedWord[]): AskedWord[] {
  const behind = SUBJECT.exec(question);
  const name = behind?.[1];
  if (!behind || !name) return [];
  const start = behind.index + behind[0].length - name.length;
  return words.filter((word) => word.start >= start && word.end <= start + name.length);
}

/** Reads a question. */
export function askedFor(typed: string): AskedFor {
  // What is held back has no words to be found by.
  const question = typed.replace(/\[HELD-[A-Z]+-\d+\]/g, ' ');
  const wanted = WANTED.find(([, pattern]) => pattern.test(question))?.[0] ?? 'what';
  const concepts = conceptsIn(wordsToEmbed(question));
  const seen = new Set<string>();
  const words = wordsOf(question).flatMap((word): AskedWord[] => {
    if (ASKED_WITH.has(word.stem) || seen.has(word.stem)) return [];
    seen.add(word.stem);
    const own = concepts.filter((one) => one.words.some(({ whole }) => whole === word.lower));
    return [{ ...word, concepts: own.map(({ group }) => group) }];
  });
  const named = [
    ...new Set([...question.matchAll(NAMED)].map(([word]) => word.replace(/[.:/-]+$/, '').toLowerCase())),
  ];
  return { wanted, words, target: targetOf(question, words), subject: subjectOf(question, words), named };
}

/** Values that nothing else looks like: a sentence with one can say little beside. */
const SURE: readonly Wanted[] = ['when', 'how long'];

/** Whether a sentence has what such a question asks for, how well it does, and whether that can be nothing else. */
export function suits(wanted: Wanted, text: string): { may: boolean; worth: number; isSure: boolean } {
  const needed = ANSWERS[wanted];
  if (needed) return { may: needed.test(text), worth: 0.15, isSure: SURE.includes(wanted) };
  if (wanted === 'why') return { may: true, worth: CAUSE.test(text) ? 0.2 : 0, isSure: false };
  if (wanted === 'how') return { may: true, worth: REMEDY.test(text) ? 0.15 : 0, isSure: false };
  return { may: true, worth: 0, isSure: false };
}
