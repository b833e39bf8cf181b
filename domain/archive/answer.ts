import { checkFacts } from '../facts';
import { type Finding, isHard } from '../facts/finding';
import { placeholdersIn } from '../secrets/placeholders';
import type { AnswerSentence, AnswerSource } from './answerRecord';
import type { Cited } from './citations';
import type { LeftOutReason } from './leftOut';
import type { Passage } from './passage';
import { quoteFor } from './quote';
import { labelOf } from './section';

/** More sentences than these are an essay. */
export const MOST_SENTENCES = 12;
/** Of a sentence's words so many must stand in what it names as its source. By hand; a lower one lets comments in. */
const SUPPORTED = 0.34;
/** Of a source that stands beside another one, it is enough that it adds something. */
const SUPPORTED_BESIDE = 0.2;

/** What is said about a passage in front of its text; its date and service can be told as facts. */
export const headingOf = ({ title, service, severity, startedAt, section }: Passage): string =>
  [title, service, severity, startedAt?.slice(0, 10), labelOf(section)]
    .map((part) => part?.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join(' · ');

/** What a sentence is held against: the passages by their numbers, the question, and what is shown already. */
export interface Grounds {
  passages: readonly Passage[];
  question: string;
  shown: readonly AnswerSentence[];
}

/**
 * Lets a sentence of an answer through, or says why not. It believes nothing: a number of a passage counts if there is
 * such a passage and words of it bear the sentence out; every value must stand in those passages (a name or an
 * identifier in the question will do), and what they doubt is not told as certain.
 */
export function gate(
  { text, sources }: Cited,
  { passages, question, shown }: Grounds,
): AnswerSentence | LeftOutReason {
  const given = [...new Set(sources)].flatMap((number) => passages[number - 1] ?? []);
  // A model that has lost a value's name writes one that stands for nothing.
  if (placeholdersIn(text).length > 0) return 'value';
  if (given.length === 0) return 'source';
  const quoted = given.flatMap((passage) => {
    const quote = quoteFor(text, passage.text);
    return quote ? [{ passage, quote }] : [];
  });
  const best = Math.max(0, ...quoted.map(({ quote }) => quote.share));
  if (best < SUPPORTED) return 'support';
  const bearing = quoted.filter(({ quote }) => quote.share === best || quote.share >= SUPPORTED_BESIDE);
  const failed = held(
    text,
    bearing.map(({ passage }) => `${headingOf(passage)}\n\n${passage.text}`).join('\n\n'),
    question,
  );
  if (failed) return failed;
  if (shown.some((one) => plain(one.text) === plain(text))) return 'again';
  if (shown.length >= MOST_SENTENCES) return 'many';
  return { text, sources: bearing.map(({ passage, quote }) => sourceOf(passage, quote.text)) };
}

/** Kinds that a question may bring along; figures of a question are what it asks about, and no source. */
const NAMED_IN_QUESTION = new Set(
  'name acronym quotation version host url path id identifier region email ip hash error-code instance-type code'.split(
    ' ',
  ),
);
/** Soft findings of these kinds are values too: names are soft because a draft may be worded anew. */
const VALUES = new Set(['name', 'acronym', 'quotation', 'derived']);

function held(text: string, source: string, question: string): LeftOutReason | null {
  const report = checkFacts(source, text);
  const added = report.added.filter((one) => isHard(one) || VALUES.has(one.kind));
  if (added.length > 0) {
    const asked = checkFacts(`${source}\n\n${question}`, text).added;
    const isAsked = (one: Finding) =>
      NAMED_IN_QUESTION.has(one.kind) &&
      !asked.some(({ start, kind }) => start === one.start && kind === one.kind);
    if (!added.every(isAsked)) return 'value';
  }
  if (report.hedges.some(isHard)) return 'doubt';
  return [...report.moved, ...report.claims].some(isHard) ? 'turned' : null;
}

const sourceOf = ({ documentId, section, place, title }: Passage, quote: string): AnswerSource => ({
  id: documentId,
  section,
  place,
  title,
  quote,
});

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
