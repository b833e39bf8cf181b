import { overlapWith } from '../../../../../domain/reading/words/overlap';
import { wordsOf } from '../../../../../domain/reading/words/stems';
import { NOTHING_SAID } from '../../../../../lambda/prompts/ask';
import { type AskedFor, type AskedWord, askedFor, suits } from './askedFor';
import { type Candidate, candidatesIn, type SentPassage, type Spoken } from './candidates';

/** Sentences that are said, at most. */
const MOST = 5;

/**
 * How much of a question must be met, and how much each way of meeting it counts. Chosen on the questions of
 * `bench/archive/development.jsonl`, which are others than the bench asks (docs/decisions/038).
 */
export const CHOSEN = {
  /** Of the question's words, by weight, so many must be met by a sentence and what it is understood with. */
  answers: 0.4,
  /** "How do I …" asks for instructions, which post-mortems rarely are: then nearly all of it must be there. */
  instructs: 0.85,
  /** Of the question's words, so many must stand in the sentence itself. */
  inItself: 0.2,
  /** In a sentence that has the very kind of value that was asked for: fewer. */
  inItselfWithValue: 0.09,
  /** Another word for the same says nearly as much. */
  synonym: 0.75,
  /** A word of the sentence before, or of the label that a sentence stands under. */
  around: 0.7,
  /** A word that stands only in what a passage is of. */
  heading: 0.6,
  /** A word that stands elsewhere in the same post-mortem. */
  document: 0.35,
  /** Of the question's words, so many must stand anywhere in the post-mortem. */
  anywhere: 0.6,
  /** Beside the best, a sentence is said that is nearly as good. */
  nearly: 0.75,
};

const ASKS_FOR_INSTRUCTIONS = /\bhow (?:do|can|should|would) (?:i|we|you|one)\b/i;
const ASKS_FOR_ONESELF = /\bhow (?:do|can|should|would) (?:i|you|one)\b/i;

/**
 * Answers a question with sentences of the passages, verbatim, each with its source, or says that the archive does not
 * say. Rules and no model.
 * @param earlier what was asked before: a short question is about the same
 */
export function answerOffline(question: string, passages: readonly SentPassage[], earlier = ''): string {
  const chosen = chooseSentences(question, passages, earlier);
  if (chosen.length === 0) return NOTHING_SAID;
  return chosen.map(({ text, number }) => `${text} [${number}]`).join('\n');
}

/** The sentences that answer, the best first, with how good they are. */
function chooseSentences(
  question: string,
  passages: readonly SentPassage[],
  earlier: string,
): Array<{ text: string; number: number; worth: number }> {
  const own = askedFor(question);
  // "And how long?" is about what was asked before.
  const asked = own.words.length < 2 && earlier ? { ...own, ...wordsOfBoth(own, askedFor(earlier)) } : own;
  // What somebody is to do by themselves now, no post-mortem says.
  if (asked.words.length === 0 || ASKS_FOR_ONESELF.test(question)) return [];
  const candidates = candidatesIn(passages);
  const least = ASKS_FOR_INSTRUCTIONS.test(question) ? CHOSEN.instructs : CHOSEN.answers;
  const overlap = overlapWith(candidates.map(({ text }) => wordsOf(text)));
  const weightOf = ({ stem }: AskedWord) => overlap.weightOf(stem);
  const scored = candidates.flatMap((candidate) => {
    if (!asked.named.every((name) => standsIn(name, candidate.all) || isMeant(name, asked, candidate)))
      return [];
    if (asked.target.length > 0 && !isAbout(asked.target, candidate)) return [];
    if (!asked.subject.every((word) => metBy(word, candidate.document) > 0)) return [];
    const { may, worth: bonus, isSure } = suits(asked.wanted, candidate.text);
    if (!may) return [];
    const { covered, inItself, anywhere } = coverage(asked.words, candidate, weightOf);
    if (anywhere < CHOSEN.anywhere) return [];
    if (inItself < (isSure ? CHOSEN.inItselfWithValue : CHOSEN.inItself)) return [];
    return covered < least ? [] : [{ ...candidate, worth: covered + bonus }];
  });
  scored.sort((a, b) => b.worth - a.worth);
  const best = scored[0]?.worth ?? 0;
  const said = new Set<string>();
  return scored
    .filter(({ text, worth }) => {
      const key = text.toLowerCase();
      if (worth < best * CHOSEN.nearly || said.has(key)) return false;
      said.add(key);
      return true;
    })
    .slice(0, MOST)
    .map(({ text, number, worth }) => ({ text, number, worth }));
}

/** How much a text has of a word: all, nearly all in another word for it, or nothing. */
function metBy({ stem, concepts }: AskedWord, spoken: Spoken): number {
  if (spoken.stems.has(stem)) return 1;
  return concepts.some((concept) => spoken.concepts.has(concept)) ? CHOSEN.synonym : 0;
}

/** How much of a question a sentence meets: with all that it is understood with, by itself, and with its document. */
function coverage(
  words: readonly AskedWord[],
  { itself, around, heading, document }: Candidate,
  weightOf: (word: AskedWord) => number,
) {
  let [total, covered, inItself, anywhere] = [0, 0, 0, 0];
  for (const word of words) {
    const weight = weightOf(word);
    const own = metBy(word, itself);
    const near = Math.max(own, metBy(word, around) * CHOSEN.around);
    const above = Math.max(near, metBy(word, heading) * CHOSEN.heading);
    const elsewhere = metBy(word, document);
    total += weight;
    inItself += weight * near;
    covered += weight * Math.max(above, elsewhere * CHOSEN.document);
    anywhere += weight * Math.max(above, elsewhere);
  }
  return { covered: covered / total, inItself: inItself / total, anywhere: anywhere / total };
}

/** Whether a sentence speaks of what is asked for: what stands behind "which", or is done by whom. */
const isAbout = (target: readonly AskedWord[], { itself, around, heading }: Candidate): boolean =>
  target.some((word) => [itself, around, heading].some((spoken) => metBy(word, spoken) > 0));

function wordsOfBoth(one: AskedFor, other: AskedFor): Pick<AskedFor, 'words' | 'named'> {
  const known = new Set(one.words.map(({ stem }) => stem));
  return {
    words: [...one.words, ...other.words.filter(({ stem }) => !known.has(stem))],
    named: [...new Set([...one.named, ...other.named])],
  };
}

/** Whether another word for it is said: RAM is memory. */
const isMeant = (name: string, { words }: AskedFor, { document }: Candidate): boolean =>
  words.some((word) => word.lower === name && metBy(word, document) > 0);

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);

/** Months are mostly figures where a moment is told. */
function standsIn(name: string, text: string): boolean {
  const month = MONTHS.indexOf(name) + 1;
  if (month > 0 && text.includes(`-${String(month).padStart(2, '0')}-`)) return true;
  return text.includes(name) || (name.endsWith('s') && text.includes(name.slice(0, -1)));
}
