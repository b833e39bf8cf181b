import { isEnglish } from '../language';
import { fieldsOf } from '../postMortem/fields';
import { withoutLabelAsked } from '../reading/text/marksOfNotes';
import { SECTIONS, type SectionId, sectionById } from '../sections';
import { momentsIn, readStatements } from '../story';
import { withoutQuestions } from '../todo';
import { isAnswered } from './answers';
import { type DocumentSoFar, Evidence } from './evidence';

export { type DocumentSoFar, TOLD_FIELDS } from './evidence';

const ZONE_QUESTION = 'Which time zone are the times in?';
const UNSETTLED_QUESTION = 'is not settled yet: what came of it?';

/** Whether a question is one of those that `openQuestions` asks in some section; others are the author's. */
export const isAskedByUs = (question: string): boolean =>
  question === ZONE_QUESTION ||
  question.endsWith(UNSETTLED_QUESTION) ||
  SECTIONS.some(({ questions }) => (questions as readonly string[]).includes(question));

/** More than this is a form, not a help. */
const MOST = 4;
const ZONE =
  /(?<![\w+-])(?:utc|gmt|[pmce][sd]t|ces?t|bst|ist|eest|eet|msk|jst|kst|sgt|hkt|aest|aedt|awst|nzst|nzdt|brt|[PMCE]T|Z)(?![\w-])|\d\d:?\d\dZ\b|\d\d:\d\d(?::\d\d)?\s?[+-]\d\d|\b(?:local|pacific|eastern|central|mountain|berlin|london|rome|paris) time\b|\d\s?local\b|\ball times\b|\b(?:Europe|America|Asia|Australia)\/\w+/i;
/** Notes to oneself that are still open. */
const UNSETTLED = /\b(?:TBC|TBD|FIXME|XXX)\b|\bto be (?:confirmed|determined)\b|\?\?|[a-z]\? [a-z]/;
/** An answer right behind the question: "dst change?? no - checked". */
const SETTLES = /^(?:no|yes|nope|yep|checked|confirmed|it (?:was|is)|turned out|turns out)\b/i;
const LONGEST_QUOTE = 90;

/**
 * The questions of a section that neither its text nor the rest of the document answers, and what the text
 * itself leaves unsettled: at most four, the most important first. None for a text that is not English, as
 * the rules read English only. Pure; time grows with the document's length.
 */
export function openQuestions({
  section,
  text,
  document,
}: {
  section: SectionId;
  text: string;
  document: DocumentSoFar;
}): string[] {
  const words = withoutQuestions(text);
  if (!isEnglish(words)) return [];
  const evidence = new Evidence(section, words, document);
  const ofSection = sectionById(section).questions.filter((question) => !isAnswered(question, evidence));
  return [...ofSection, ...ofText(evidence)].slice(0, MOST);
}

function ofText(evidence: Evidence): string[] {
  const questions: string[] = [];
  if (asksForZone(evidence)) questions.push(ZONE_QUESTION);
  const statements = readStatements(evidence.own);
  const unsettled = statements.find(
    ({ text }, index) =>
      UNSETTLED.test(withoutLabelAsked(text)) && !SETTLES.test(statements[index + 1]?.text ?? ''),
  );
  if (unsettled) questions.push(`“${quoted(unsettled.text)}” ${UNSETTLED_QUESTION}`);
  return questions;
}

/** Times of day without a zone, and nothing else in the document that tells it: Facts are stored with theirs. */
function asksForZone(evidence: Evidence): boolean {
  const { document } = evidence;
  if (momentsIn(evidence.own).length === 0 || ZONE.test(evidence.all)) return false;
  return !fieldsOf('moment').some(({ id }) => document[id]);
}

/** A question stands in brackets, and a quotation in it must not close them. */
const quoted = (text: string): string => {
  const plain = text
    .replace(/[[\]\n“”]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length > LONGEST_QUOTE ? `${plain.slice(0, LONGEST_QUOTE).trimEnd()}…` : plain;
};
