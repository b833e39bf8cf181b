/** A stretch of a line that is kept letter for letter: `[from, to)` in UTF-16 units. */
type Span = readonly [from: number, to: number];

/** A quotation or bracket longer than this was probably never closed. It also bounds the work per character. */
const LONGEST_SPAN = 400;

const CLOSERS: Record<string, string> = { '"': '"', '“': '”', '«': '»', '(': ')', '[': ']' };
/** 'thanks for the gift': no apostrophe, as it stands at the edges of words. */
const IN_SINGLE_QUOTES =
  /(?<=^|[\s(:])'(?!(?:til|twas|em|cause|n|round|bout)\b|\d0s)(?=[\p{L}\p{N}[])(?:(?![.!?;]\s)[^'\n]|(?<=\p{L})'(?=\p{L})){3,200}(?:(?<!s)'(?=$|[\s.,;:!?)])|(?<=s)'(?=$|[.,;:!?)]))/uy;
const ADDRESS = /(?:https?|ftp):\/\/[^\s<>]+/y;

/** Code, quotations, brackets and addresses in a line, in order and without overlaps. */
export function protectedSpans(text: string): Span[] {
  const codeEnds = codeSpanEnds(text);
  const endOfPair = pairsIn(text);
  const spans: Span[] = [];
  let at = 0;
  while (at < text.length) {
    const to = codeEnds.get(at) ?? endOfAddress(text, at) ?? endOfSingleQuotes(text, at) ?? endOfPair(at);
    if (to === undefined) {
      at = text[at] === '`' ? endOfRun(text, at) : at + 1;
    } else {
      spans.push([at, to]);
      at = to;
    }
  }
  return spans;
}

/** Where a code span that starts here ends: after the next run of as many backticks. */
function codeSpanEnds(text: string): Map<number, number> {
  const runs: Span[] = [];
  for (let at = text.indexOf('`'); at >= 0; at = text.indexOf('`', at)) {
    const to = endOfRun(text, at);
    runs.push([at, to]);
    at = to;
  }
  const ends = new Map<number, number>();
  const nextOfLength = new Map<number, number>();
  for (const [from, to] of runs.reverse()) {
    const end = nextOfLength.get(to - from);
    if (end !== undefined) ends.set(from, end);
    nextOfLength.set(to - from, to);
  }
  return ends;
}

function endOfRun(text: string, at: number): number {
  let to = at;
  while (text[to] === '`') to++;
  return to;
}

function endOfAddress(text: string, at: number): number | undefined {
  const first = text[at];
  if (first !== 'h' && first !== 'f') return undefined;
  ADDRESS.lastIndex = at;
  const found = ADDRESS.exec(text);
  if (!found) return undefined;
  let to = at + found[0].length;
  // A full stop or bracket after an address belongs to the sentence.
  while (`.,;:!?)]"'*_`.includes(text[to - 1] ?? ' ')) to--;
  return to;
}

function endOfSingleQuotes(text: string, at: number): number | undefined {
  if (text[at] !== "'") return undefined;
  IN_SINGLE_QUOTES.lastIndex = at;
  const found = IN_SINGLE_QUOTES.exec(text);
  return found ? at + found[0].length : undefined;
}

/** Finds where quotations and brackets of one text end; remembers where the next closing mark is. */
function pairsIn(text: string): (at: number) => number | undefined {
  const nextClose = new Map<string, number>();
  const nextAfter = (close: string, at: number): number => {
    const known = nextClose.get(close);
    if (known !== undefined && known > at) return known;
    const found = text.indexOf(close, at + 1);
    const next = found < 0 ? Number.POSITIVE_INFINITY : found;
    nextClose.set(close, next);
    return next;
  };
  return (at) => {
    const open = text[at] ?? '';
    const close = CLOSERS[open];
    const limit = Math.min(text.length, at + LONGEST_SPAN);
    if (!close || nextAfter(close, at) >= limit) return undefined;
    let depth = 1;
    for (let to = at + 1; to < limit; to++) {
      if (text[to] === close) depth--;
      else if (text[to] === open) depth++;
      if (depth === 0) return to + 1;
    }
    return undefined;
  };
}
