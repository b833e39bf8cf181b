import { type Sentence, type SentenceKind, sentencesOf } from '../../../../domain/reading/text/sentences';

/** A sentence of a paragraph, or a block: a list item, a heading, a whole table, a code block. */
export interface Unit {
  /** With the markers before it and the white space after it: joined, the units are the text. */
  text: string;
  start: number;
  end: number;
  kind: SentenceKind;
}

/** An item's or a quotation's marker at the start of a line. */
const MARKER = /^[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))/;

/**
 * Cuts a text into units, byte for byte. None holds half of a `**` or of a pair of backticks if the text
 * holds none, so that units of two texts can stand side by side. Time grows with the text's length.
 */
export function unitsOf(text: string): Unit[] {
  if (text === '') return [];
  const sentences = sentencesOf(text);
  const starts = sentences.flatMap((sentence, index) => {
    const before = sentences[index - 1];
    if (!before) return [0];
    return isSameBlock(text, before, sentence) ? [] : [startOf(text, before, sentence)];
  });
  const kinds = sentences
    .filter(
      (sentence, index) => index === 0 || !isSameBlock(text, sentences[index - 1] as Sentence, sentence),
    )
    .map(({ kind }) => kind);
  if (starts.length === 0) return [{ text, start: 0, end: text.length, kind: 'prose' }];
  return balanced(
    starts.map((start, index) => {
      const end = starts[index + 1] ?? text.length;
      return { text: text.slice(start, end), start, end, kind: kinds[index] as SentenceKind };
    }),
  );
}

/** Rows of one table, and sentences of one item: a row or half an item alone would be another thing. */
function isSameBlock(text: string, before: Sentence, sentence: Sentence): boolean {
  if (before.kind !== sentence.kind) return false;
  if (sentence.kind === 'row') return !/\n[ \t]*\n/.test(text.slice(before.end, sentence.start));
  if (sentence.kind !== 'item') return false;
  const line = text.slice(text.lastIndexOf('\n', sentence.start - 1) + 1, sentence.start);
  return !MARKER.test(line) || !text.slice(before.end, sentence.start).includes('\n');
}

/** Where the unit of a sentence begins: with its line if it opens one, markers included. */
function startOf(text: string, before: Sentence, sentence: Sentence): number {
  const newline = text.slice(before.end, sentence.start).lastIndexOf('\n');
  return newline < 0 ? sentence.start : before.end + newline + 1;
}

/** Joins units until none has half a pair. Where a text itself has half a pair, the rest stays as it is. */
function balanced(units: readonly Unit[]): Unit[] {
  const joined: Unit[] = [];
  const odd = units.map(({ text }) => oddMarks(text));
  for (let at = 0; at < units.length; at++) {
    const unit = units[at] as Unit;
    let open = odd[at] as number;
    let last = at;
    while (open !== 0 && last + 1 < units.length) open ^= odd[++last] as number;
    if (open !== 0) last = at;
    const end = units[last] as Unit;
    joined.push(
      last === at
        ? unit
        : {
            text: units
              .slice(at, last + 1)
              .map(({ text }) => text)
              .join(''),
            start: unit.start,
            end: end.end,
            kind: unit.kind,
          },
    );
    at = last;
    // Half a pair that never closes would be looked for again from every unit.
    if (open !== 0) return [...joined, ...units.slice(at + 1)];
  }
  return joined;
}

/** Two bits: an odd number of `**`, an odd number of backticks. */
const oddMarks = (text: string): number =>
  ((text.split('**').length - 1) % 2) | (((text.split('`').length - 1) % 2) << 1);
