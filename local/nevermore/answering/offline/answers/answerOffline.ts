import { looksLikeInstruction } from '../../../../../domain/invisible/looksLikeInstruction';
import { sentencesOf } from '../../../../../domain/reading/text/sentences';
import { overlapWith } from '../../../../../domain/reading/words/overlap';
import { wordsOf } from '../../../../../domain/reading/words/stems';
import { NOTHING_SAID } from '../../../../../lambda/prompts/ask';
import { type AskedFor, askedFor, suits } from './askedFor';

/** A passage as it was sent: what it is of, and its text. */
export interface SentPassage {
  heading: string;
  text: string;
}

/** Sentences that are said, at most. */
const MOST = 5;
/**
 * Of the question's words, by weight, so many must stand in a sentence and what it is of. Chosen on one half of the
 * questions in `test/local/nevermore/archiveQuestions.ts`, and measured on the other (docs/decisions/033).
 */
const ANSWERS = 0.4;
/** "How do I …" asks for instructions, which post-mortems rarely are: then nearly all of it must be there. */
const INSTRUCTS = 0.85;
const ASKS_FOR_INSTRUCTIONS = /\bhow (?:do|can|should|would) (?:i|we|you|one)\b/i;
/** A word that stands only in what a sentence is of (the title, the service) says less than one in it. */
const BESIDE = 0.6;
/** So does one that stands in the sentence before it. */
const BEFORE = 0.7;
/** Of the question's words, so many must stand in the sentence itself. */
const IN_ITSELF = 0.2;
/** Beside the best, a sentence is said that is nearly as good. */
const NEARLY = 0.75;
/** What is longer was pasted, and is no sentence. */
const LONGEST = 600;

interface Candidate {
  /** The passage's number. */
  number: number;
  text: string;
  stems: Set<string>;
  beside: Set<string>;
  /** Words of the sentence before it: "This caused 40 minutes of outage" is about what that says. */
  before: Set<string>;
  all: string;
}

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
export function chooseSentences(
  question: string,
  passages: readonly SentPassage[],
  earlier = '',
  threshold = ANSWERS,
): Array<{ text: string; number: number; worth: number }> {
  const own = askedFor(question);
  // "And how long?" is about what was asked before.
  const asked = own.words.length < 2 && earlier ? { ...own, ...wordsOfBoth(own, askedFor(earlier)) } : own;
  if (asked.words.length === 0) return [];
  const candidates = passages.flatMap(candidatesIn);
  const least = ASKS_FOR_INSTRUCTIONS.test(question) ? Math.max(threshold, INSTRUCTS) : threshold;
  const overlap = overlapWith(candidates.map(({ text }) => wordsOf(text)));
  const total = asked.words.reduce((sum, { stem }) => sum + overlap.weightOf(stem), 0);
  const held = (stems: ReadonlySet<string>) =>
    asked.words.reduce((sum, { stem }) => sum + (stems.has(stem) ? overlap.weightOf(stem) : 0), 0) / total;
  const scored = candidates.flatMap((candidate) => {
    const own = held(candidate.stems);
    const before = held(new Set([...candidate.stems, ...candidate.before]));
    const inItself = Math.max(own, before * BEFORE);
    if (inItself < IN_ITSELF || !asked.named.every((name) => standsIn(name, candidate.all))) return [];
    const { may, worth: bonus } = suits(asked.wanted, candidate.text);
    if (!may) return [];
    const withHeading = Math.max(inItself, held(new Set([...candidate.stems, ...candidate.beside])));
    const covered = inItself + (withHeading - inItself) * BESIDE;
    return covered < least ? [] : [{ ...candidate, worth: covered + bonus }];
  });
  scored.sort((a, b) => b.worth - a.worth);
  const best = scored[0]?.worth ?? 0;
  const said = new Set<string>();
  return scored
    .filter(({ text, worth }) => {
      const key = text.toLowerCase();
      if (worth < best * NEARLY || said.has(key)) return false;
      said.add(key);
      return true;
    })
    .slice(0, MOST)
    .map(({ text, number, worth }) => ({ text, number, worth }));
}

function wordsOfBoth(one: AskedFor, other: AskedFor): Pick<AskedFor, 'words' | 'named'> {
  const known = new Set(one.words.map(({ stem }) => stem));
  return {
    words: [...one.words, ...other.words.filter(({ stem }) => !known.has(stem))],
    named: [...new Set([...one.named, ...other.named])],
  };
}

function candidatesIn({ heading, text }: SentPassage, at: number): Candidate[] {
  const beside = new Set(wordsOf(heading).map(({ stem }) => stem));
  const all = `${heading}\n${text}`.toLowerCase();
  let before = new Set<string>();
  return sentencesOf(text).flatMap((sentence) => {
    if (sentence.kind === 'heading' || sentence.kind === 'code') return [];
    const said = sentence.text.replace(/\s+/g, ' ').trim();
    const stems = new Set(wordsOf(said).map(({ stem }) => stem));
    const candidate = { number: at + 1, text: said, stems, beside, before, all };
    before = stems;
    // What speaks to whoever reads it answers nothing.
    const isTold = stems.size >= 2 && said.length <= LONGEST && looksLikeInstruction(said).length === 0;
    return isTold ? [candidate] : [];
  });
}

const standsIn = (name: string, text: string): boolean =>
  text.includes(name) || (name.endsWith('s') && text.includes(name.slice(0, -1)));
