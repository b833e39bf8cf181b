import { surelyBegins } from './ordinaryWords';
import { protectedSpans } from './protectedSpans';

/** After these a full stop ends nothing. */
const ABBREVIATIONS = new Set(
  (
    'e.g i.e eg ie cf vs approx ca circa fig figs ref refs resp incl excl esp max min avg temp dept est ver vol ' +
    'mr mrs ms dr prof sr jr st jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun ' +
    'p pp no nr nos sec secs mins hrs hr viz al'
  ).split(' '),
);
/** These may end a sentence as well; a capital after them decides. */
const MAY_END = new Set([
  'etc',
  'a.m',
  'p.m',
  'inc',
  'ltd',
  'corp',
  'u.s',
  'u.k',
  'no',
  'sec',
  'secs',
  'mins',
  'hrs',
]);

/**
 * Splits a line of prose into sentences, trimmed and in order. It never splits inside code, quotations,
 * brackets, addresses, versions or after abbreviations; in doubt it does not split.
 */
export function splitSentences(line: string): string[] {
  const spans = protectedSpans(line);
  const sentences: string[] = [];
  let start = 0;
  let span = 0;
  const ends = /(?<![.!?…])[.!?…]+[)\]"'”’*_]*(?=\s)/g;
  for (let found = ends.exec(line); found; found = ends.exec(line)) {
    const end = found.index + found[0].length;
    while (span < spans.length && (spans[span]?.[1] ?? 0) <= found.index) span++;
    const inside = (spans[span]?.[0] ?? Number.POSITIVE_INFINITY) < found.index;
    if (inside || !isBoundary(line, start, found.index, end)) continue;
    sentences.push(line.slice(start, end).trim());
    start = end;
  }
  sentences.push(line.slice(start).trim());
  return sentences.filter((sentence) => sentence !== '');
}

const LONGEST_WORD = 40;

function isBoundary(line: string, start: number, stop: number, end: number): boolean {
  const next = line.slice(end, end + LONGEST_WORD).trimStart();
  if (next === '') return true;
  const word = wordBefore(line, start, stop);
  const small = /^\p{Ll}/u.test(next);
  if (line[stop] !== '.') return !small;
  const lower = word.toLowerCase();
  if (MAY_END.has(lower)) return /^\p{Lu}/u.test(next);
  if (ABBREVIATIONS.has(lower) || /^\p{L}$/u.test(word)) return false;
  // "1. Restart the pods" within a line: the number belongs to what follows.
  if (/^\d+$/.test(word) && line.slice(start, stop).trim() === word) return false;
  if (small) return word.length >= 3 && surelyBegins(next);
  return true;
}

function wordBefore(line: string, start: number, stop: number): string {
  const before = line.slice(Math.max(start, stop - LONGEST_WORD), stop);
  return before.slice(before.search(/\S*$/)).replace(/^[("'“‘[*_]+/, '');
}
