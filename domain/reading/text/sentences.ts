import { wordsOf } from '../words/stems';
import { dateEndsSentence, NEVER_END } from './abbreviations';
import { isChat, isSpoken } from './chat';
import { goesOn, isPause } from './marksOfNotes';

/** What part of a Markdown text a sentence is. `code` is a whole fenced block. */
export type SentenceKind = 'prose' | 'item' | 'heading' | 'row' | 'code';

/** A sentence, list item, table row or heading; `start` and `end` count UTF-16 units in the whole text. */
export interface Sentence {
  text: string;
  start: number;
  end: number;
  kind: SentenceKind;
}

/** After these a full stop ends nothing. */
const ABBREVIATIONS = new Set([
  ...NEVER_END,
  ...(
    'figs ref refs max min est sr jr st jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun ' +
    'p pp nos hr al tel ext rev int col'
  ).split(' '),
]);
/** These may end a sentence as well; a capital after them decides. */
const MAY_END = new Set('etc a.m p.m inc ltd corp u.s u.k sec secs mins hrs'.split(' '));

const FENCE = /^ {0,3}(`{3,}|~{3,})([^`]*)$/;
const HEADING = /^ {0,3}#{1,6}(?=[ \t]|$)[ \t]*/;
const MARKER = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]*(?:\[[ xX]\](?=[ \t])[ \t]*)?)+/;
const ROW = /^[ \t]*\|/;
const RULE_OR_DELIMITERS = /^[\s|:*_=-]*$/;
/** "Impact: …" on a line of its own never continues the line before. */
const LABEL = /^\s*(?:\*\*|__)?\p{Lu}[\p{L}\p{N} /'’&-]{1,40}:/u;
/** An entry of a timeline or of a chat ("joe 10:15: yep, 504s") on a line of its own. */
const ENTRY =
  /^\s*[*_~(]*(?:\d{4}-\d\d-\d\d|\d{1,2}[:.]\d\d|\p{L}[\p{L}\d._-]{0,30} \d{1,2}:\d\d(?::\d\d)?: )/u;
/**
 * A line was wrapped by its editor, and not ended on purpose, when the next word would have made it longer
 * than a usual margin and it is itself no longer than a wide one. Small letters on the next line decide anyway.
 */
const NARROW_MARGIN = 72;
const WIDE_MARGIN = 124;

interface Run {
  start: number;
  end: number;
  kind: SentenceKind;
}

/**
 * The sentences, list items, table rows and headings of a Markdown text, in order and without their markers.
 * Hard-wrapped lines are joined. It never splits inside code, brackets, addresses, versions or after
 * abbreviations; in doubt it does not split. Time grows with the length of the text.
 */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  for (const run of runsOf(text)) {
    if (run.kind === 'prose' || run.kind === 'item') splitRun(text, run, sentences);
    else push(text, run, sentences);
  }
  return sentences;
}

/** The words of a text that carry content: lower case, stemmed, synonyms made one, stop words left out. */
export const contentWords = (text: string): string[] => wordsOf(text).map(({ stem }) => stem);

function push(text: string, { start, end, kind }: Run, sentences: Sentence[]): void {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from] as string)) from++;
  while (to > from && /\s/.test(text[to - 1] as string)) to--;
  if (to > from) sentences.push({ text: text.slice(from, to), start: from, end: to, kind });
}

/** Stretches that a sentence cannot cross: paragraphs, items, rows, headings, fenced code. */
function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  const chat = isChat(text);
  let open: Run | undefined;
  let fence: { mark: string; run: Run } | undefined;
  for (let at = 0; at <= text.length; ) {
    const newline = text.indexOf('\n', at);
    const lineEnd = newline < 0 ? text.length : newline;
    const line = text.slice(at, lineEnd);
    const mark = FENCE.exec(line)?.[1];
    if (fence) {
      fence.run.end = lineEnd;
      if (mark?.startsWith(fence.mark) && line.trim() === mark) fence = undefined;
    } else if (mark) {
      const run: Run = { start: at, end: lineEnd, kind: 'code' };
      runs.push(run);
      fence = { mark, run };
      open = undefined;
    } else if (RULE_OR_DELIMITERS.test(line)) {
      open = undefined;
    } else if (open && !(chat && isSpoken(line)) && continues(text, open, line)) {
      open.end = lineEnd;
    } else {
      open = runAt(line, at, lineEnd);
      runs.push(open);
      if (open.kind === 'heading' || open.kind === 'row') open = undefined;
    }
    at = lineEnd + 1;
  }
  return runs;
}

function runAt(line: string, at: number, end: number): Run {
  const heading = HEADING.exec(line);
  if (heading) return { start: at + heading[0].length, end, kind: 'heading' };
  if (ROW.test(line)) return { start: at, end, kind: 'row' };
  const marker = MARKER.exec(line);
  return marker ? { start: at + marker[0].length, end, kind: 'item' } : { start: at, end, kind: 'prose' };
}

function continues(text: string, open: Run, line: string): boolean {
  if (HEADING.test(line) || ROW.test(line) || MARKER.test(line) || LABEL.test(line)) return false;
  if (ENTRY.test(line)) return false;
  const first = /\S+/.exec(line)?.[0] ?? '';
  const before = text.slice(Math.max(open.start, open.end - LONGEST_WORD), open.end).trimEnd();
  if (/[.!?:]$/.test(before)) return /^\p{Ll}/u.test(first);
  if (/^\p{Ll}/u.test(first) || /[,;(]$/.test(before)) return true;
  const lastLine = text.lastIndexOf('\n', open.end - 1) + 1;
  const length = open.end - lastLine;
  return length + first.length >= NARROW_MARGIN && length <= WIDE_MARGIN;
}

/** A bracket longer than this was probably never closed. It also bounds the work per character. */
const LONGEST_BRACKET = 400;
const LONGEST_WORD = 40;
const CLOSERS: Record<string, string> = { '(': ')', '[': ']' };
const STOP_OR_SPAN = /[.!?…]+[)\]"'”’*_]*(?=\s|$)|`+|[([]|https?:\/\/\S+/g;

function splitRun(text: string, run: Run, sentences: Sentence[]): void {
  const line = text.slice(run.start, run.end);
  STOP_OR_SPAN.lastIndex = 0;
  let start = 0;
  const cut = (end: number) => {
    push(text, { start: run.start + start, end: run.start + end, kind: run.kind }, sentences);
    start = end;
  };
  for (let found = STOP_OR_SPAN.exec(line); found; found = STOP_OR_SPAN.exec(line)) {
    const [mark] = found;
    const end = found.index + mark.length;
    if (/^[.!?…]/.test(mark)) {
      if (isBoundary(line, start, found.index, end)) cut(end);
    } else if (mark.startsWith('http')) {
      // A full stop right after an address ends the sentence, not the address.
      STOP_OR_SPAN.lastIndex = end - (/[.,;:!?)\]]*$/.exec(mark)?.[0].length ?? 0);
    } else {
      const closer = mark.startsWith('`') ? mark : (CLOSERS[mark] as string);
      const inside = line.slice(end, end + LONGEST_BRACKET).indexOf(closer);
      if (inside < 0) continue;
      const isQuestion = mark === '[' && line.startsWith('TODO', end);
      STOP_OR_SPAN.lastIndex = end + inside + closer.length;
      // A question set into the text stands for itself.
      if (isQuestion && line.slice(start, found.index).trim() === '') cut(STOP_OR_SPAN.lastIndex);
    }
  }
  cut(line.length);
}

function isBoundary(line: string, start: number, stop: number, end: number): boolean {
  const next = line
    .slice(end, end + LONGEST_WORD)
    .trimStart()
    .replace(/^[*_"“'(]+/, '');
  if (next === '') return true;
  const small = /^\p{Ll}/u.test(next);
  if (isPause(line.slice(stop, end), next)) return false;
  if (line[stop] === '?' && goesOn(line.slice(start, stop), next)) return false;
  // "db? new report query", "dst change!! no - checked": written in a hurry, and surely over.
  if (line[stop] !== '.') return !small || /^(?:\?|[?!]{2,})$/.test(line.slice(stop, end));
  const before = line.slice(Math.max(start, stop - LONGEST_WORD), stop);
  const word = before.slice(before.search(/\S*$/)).replace(/^[("'“‘[*_]+/, '');
  const lower = word.toLowerCase();
  const behindDate = dateEndsSentence(before, next);
  if (behindDate !== undefined) return behindDate;
  // After a figure "min." is minutes and may end a sentence; before one it is a minimum.
  if (/^(?:min|hr|h|s|d)$/.test(lower) && /\d\s*\S+$/.test(before)) return !small;
  // "Cold homes? no. paged"; "no. 4" is a number.
  if (lower === 'no') return !/^\d/.test(next);
  if (MAY_END.has(lower)) return /^\p{Lu}/u.test(next);
  if (ABBREVIATIONS.has(lower) || /^\p{L}$/u.test(word)) return false;
  // "1. Restart the pods" within a line: the number belongs to what follows.
  if (/^\d+$/.test(word) && line.slice(start, stop).trim() === word) return false;
  // Notes begin sentences in small letters, however short the word before: "that was the end. it came back".
  return true;
}
