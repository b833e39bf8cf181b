import { COMMENT_LIMITS, type Quote } from './comment';

/** A stretch of a text, in UTF-16 units. */
export interface Stretch {
  start: number;
  end: number;
}

/** Words on either side that are kept: enough to tell two places apart, and short enough to survive edits nearby. */
const CONTEXT = 40;

/** Shorter words stand in a text again and again; they are found only where something beside them is as it was. */
const DISTINCT = 20;

/** The words of a stretch, without space at its ends, and what stands around them; null where there are none. */
export function quoteOf(text: string, { start, end }: Stretch): Quote | null {
  const selected = text.slice(start, end);
  const first = start + (selected.length - selected.trimStart().length);
  const last = Math.min(start + selected.trimEnd().length, first + COMMENT_LIMITS.quote);
  if (first >= last) return null;
  const [from, to] = wholeCharacters(text, first, last);
  const before = wholeCharacters(text, Math.max(0, from - CONTEXT), from);
  const after = wholeCharacters(text, to, to + CONTEXT);
  const words = ([begin, stop]: readonly [number, number]) => text.slice(begin, stop);
  return from < to ? { quote: text.slice(from, to), before: words(before), after: words(after) } : null;
}

/** The stretch without half characters at its ends. */
const wholeCharacters = (text: string, start: number, end: number): readonly [number, number] => [
  /[\uDC00-\uDFFF]/.test(text[start] ?? '') ? start + 1 : start,
  /[\uD800-\uDBFF]/.test(text[end - 1] ?? '') ? end - 1 : end,
];

/**
 * Where the quoted words stand in a text by now; null when the passage has changed. Of several places it is the one
 * with most of the words around it. Space and Markdown's marks do not matter, so that words that were selected where
 * they are shown are found where they are written, and the other way.
 */
export function findQuote(text: string, wanted: Quote): Stretch | null {
  const exact = bestPlace(text, wanted);
  if (exact) return exact;
  const plain = plainly(text);
  const found = bestPlace(plain.text, {
    quote: plainly(wanted.quote).text.trim(),
    before: plainly(wanted.before).text,
    after: plainly(wanted.after).text,
  });
  if (!found) return null;
  const last = plain.places[found.end - 1] as number;
  return { start: plain.places[found.start] as number, end: last + 1 };
}

function bestPlace(text: string, { quote, before, after }: Quote): Stretch | null {
  if (quote === '') return null;
  let best: { start: number; shared: number } | null = null;
  for (let start = text.indexOf(quote); start >= 0; start = text.indexOf(quote, start + 1)) {
    const shared =
      sharedEnd(text.slice(Math.max(0, start - before.length), start), before) +
      sharedStart(text.slice(start + quote.length, start + quote.length + after.length), after);
    if (!best || shared > best.shared) best = { start, shared };
  }
  if (!best) return null;
  const needed = quote.length >= DISTINCT ? 0 : Math.min(4, before.length + after.length);
  return best.shared >= needed ? { start: best.start, end: best.start + quote.length } : null;
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

const sharedEnd = (a: string, b: string): number => sharedStart(reversed(a), reversed(b));
const reversed = (text: string): string => text.split('').reverse().join('');

const MARKS = /[*_`~#>\\]/;
const SPACE = /\s/;

/** A text without Markdown's marks and with single spaces, and where each of its units stood. */
function plainly(text: string): { text: string; places: number[] } {
  let plain = '';
  const places: number[] = [];
  for (let place = 0; place < text.length; place += 1) {
    const unit = text[place] as string;
    if (MARKS.test(unit) || isBullet(text, place)) continue;
    const isSpace = SPACE.test(unit);
    if (isSpace && (plain === '' || plain.endsWith(' '))) continue;
    plain += isSpace ? ' ' : unit;
    places.push(place);
  }
  return { text: plain, places };
}

/** A hyphen or plus at the start of a line, with space behind it. */
const isBullet = (text: string, place: number): boolean =>
  /[-+]/.test(text[place] as string) &&
  SPACE.test(text[place + 1] ?? '') &&
  /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, place - 12), place));
