import { unwrapped } from '../answers/json';
import { toLastSentence } from '../answers/lastSentence';
import { withoutInvisible } from '../invisible/withoutInvisible';
import { LIMITS } from '../limits';
import type { AuthoredContent } from '../postMortem/fields';
import { isSectionId, type SectionId } from '../sections';
import type { Shape, Shaped } from '../shape';
import { isSoundReplacement } from './replacement';

/** What a model says of a passage, as the API answers it. Places count UTF-16 units in the stored section. */
export const MODEL_REMARK = {
  section: 'String',
  start: 'Int',
  end: 'Int',
  quote: 'String',
  message: 'String',
  instead: 'String',
} as const satisfies Shape;

/** A remark that a model made and code took: its quote stands there, and its replacement changes no fact. */
export type ModelRemark = Omit<Shaped<typeof MODEL_REMARK>, 'section' | 'instead'> & {
  section: SectionId;
  /** What could stand there instead; null where it only says what is wrong. */
  instead: string | null;
};

/** Why something that a model said was left out, for the reader: "2 remarks were left out: …". */
export const LEFT_OUT = {
  form: { what: 'remark', why: 'a part was missing, or there is no such section' },
  quote: { what: 'remark', why: 'the words quoted do not stand in that section' },
  place: { what: 'remark', why: 'the words quoted stand there more than once, and it was not said which' },
  again: { what: 'remark', why: 'something was said of the same words already' },
  many: { what: 'remark', why: 'more than anybody reads at once' },
  facts: {
    what: 'replacement',
    why: 'a fact would have been added or lost. What was said of the passage is kept',
  },
} as const;
export type LeftOutReason = keyof typeof LEFT_OUT;

export const LEFT_OUT_COUNT = { why: 'String', count: 'Int' } as const satisfies Shape;
export type LeftOutCount = { why: LeftOutReason; count: number };

/** What is left of a model's answer, and what is not. */
export interface RemarksRead {
  remarks: ModelRemark[];
  left: LeftOutCount[];
}

const MOST = 12;
/** A model that repeats itself does so without end. */
const MOST_READ = 60;
const LONGEST_MESSAGE = 400;
const LONGEST_QUOTE = 1_000;
const LONGEST_REPLACEMENT = 2_000;

/**
 * Reads what a model says of a document, whatever it is. It believes nothing: a remark counts if its quote stands in
 * its section exactly, once or where it says; a replacement if the fact check finds nothing hard that it adds or
 * loses. Never throws. Undefined where the answer is no list of remarks at all.
 * @param reveal puts values back for the placeholders that the model was shown
 */
export function readRemarks(
  given: unknown,
  document: AuthoredContent,
  reveal: (text: string) => string,
): RemarksRead | undefined {
  const answer = unwrapped(given);
  const rows = Array.isArray(answer) ? answer : isRecord(answer) ? answer.remarks : undefined;
  if (!Array.isArray(rows)) return undefined;
  const remarks: ModelRemark[] = [];
  const counts = new Map<LeftOutReason, number>();
  const leave = (why: LeftOutReason, count = 1) => counts.set(why, (counts.get(why) ?? 0) + count);
  for (const row of rows.slice(0, MOST_READ)) {
    const read = readOne(row, document, reveal);
    if (typeof read === 'string') leave(read);
    else if (remarks.some((one) => isSame(one, read))) leave('again');
    else if (remarks.length === MOST) leave('many');
    else {
      const isSound = read.instead === null || isSoundReplacement(document, read, read.instead);
      if (!isSound) leave('facts');
      remarks.push(isSound ? read : { ...read, instead: null });
    }
  }
  if (rows.length > MOST_READ) leave('many', rows.length - MOST_READ);
  return { remarks, left: [...counts].map(([why, count]) => ({ why, count })) };
}

/** Two remarks on the same words are one: the first one is the more important. */
const isSame = (one: ModelRemark, other: ModelRemark): boolean =>
  one.section === other.section && one.start === other.start && one.end === other.end;

function readOne(
  row: unknown,
  document: AuthoredContent,
  reveal: (text: string) => string,
): ModelRemark | LeftOutReason {
  if (!isRecord(row)) return 'form';
  const said = (field: string): string =>
    typeof row[field] === 'string' ? reveal(withoutInvisible(row[field]).text) : '';
  const [section, quote, message] = [said('section').trim(), said('quote'), sentence(said('problem'))];
  if (!isSectionId(section) || quote.trim() === '' || message === '') return 'form';
  const start = quote.length > LONGEST_QUOTE ? 'quote' : placeIn(document[section], quote, row.occurrence);
  if (typeof start === 'string') return start;
  const instead = said('replacement');
  const isOffered = instead.trim() !== '' && instead !== quote && instead.length <= LONGEST_REPLACEMENT;
  return { section, start, end: start + quote.length, quote, message, instead: isOffered ? instead : null };
}

/** Where a quote stands in a text: its only place, or the one that is named, counted from 1. */
function placeIn(text: string, quote: string, occurrence: unknown): number | 'quote' | 'place' {
  const places = placesOf(text, quote);
  const [only] = places;
  if (only === undefined) return 'quote';
  if (places.length === 1) return only;
  return (typeof occurrence === 'number' ? places[occurrence - 1] : undefined) ?? 'place';
}

function placesOf(text: string, quote: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) places.push(at);
  return places;
}

/** One paragraph of words, not cut within a sentence. */
function sentence(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (!/\p{L}{2,}/u.test(line)) return '';
  return line.length <= LONGEST_MESSAGE ? line : toLastSentence(line.slice(0, LONGEST_MESSAGE));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Where a remark's words stand now: where they were, or in the only place where they are; null when they are gone,
 * or there is no telling which they are.
 */
export function placeNow(
  document: AuthoredContent,
  remark: ModelRemark,
): { start: number; end: number } | null {
  const { section, start, end, quote } = remark;
  const text = document[section];
  if (text.slice(start, end) === quote) return { start, end };
  const [only, ...others] = placesOf(text, quote);
  return only === undefined || others.length > 0 ? null : { start: only, end: only + quote.length };
}

/** Whether what a remark offers stands there already in place of its words. */
export const isTaken = (document: AuthoredContent, remark: ModelRemark): boolean =>
  remark.instead !== null &&
  placesOf(document[remark.section], remark.quote).length === 0 &&
  document[remark.section].includes(remark.instead);

/** Whether a section still has room for what would stand there instead. */
export const hasRoomFor = (document: AuthoredContent, { section, quote, instead }: ModelRemark): boolean =>
  document[section].length - quote.length + (instead ?? '').length <= LIMITS.sectionLength;
