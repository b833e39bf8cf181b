/** A passage of a text: exactly `text.slice(start, end)` of it. */
export interface Passage {
  text: string;
  start: number;
  end: number;
}

/** What is left of a list item or a quotation when its words are gone. */
const EMPTY_LINE = /^[ \t]*(?:[-*+>]|\d{1,9}[.)])?[ \t]*$/;
const ITEM = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/;

/**
 * A text without some of its passages. What separated them from the rest goes with them, and so does a line
 * that is empty then. A passage that is not where it says stays.
 */
export function without(text: string, passages: readonly Passage[]): string {
  const there = passages
    .filter(({ text: words, start, end }) => start < end && text.slice(start, end) === words)
    .sort((a, b) => b.start - a.start);
  let left = text;
  let from = text.length;
  for (const { start, end } of there) {
    if (end > from) continue;
    left = cut(left, start, end);
    from = start;
  }
  return left;
}

function cut(text: string, start: number, end: number): string {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const lineEnd = newline < 0 ? text.length : newline;
  // A clause takes the comma behind it along; the last one of a sentence the comma before it, not the stop.
  const behind = /^[ \t]*[,;.!?…–—-]*[ \t]*/.exec(text.slice(end, lineEnd))?.[0] ?? '';
  let before = text.slice(lineStart, start);
  let after = text.slice(end + behind.length, lineEnd);
  if (/[\p{L}\p{N}][ \t]*[,;–—][ \t]*$/u.test(before)) {
    const stop = /[.!?…]/.exec(behind)?.[0] ?? /[.!?…]$/.exec(text.slice(start, end))?.[0];
    if (stop || after === '') {
      before = before.replace(/[ \t]*[,;–—][ \t]*$/, '');
      after = (stop ?? '') + (after === '' ? '' : ` ${after}`);
    }
  }
  const line = (before + after).trimEnd();
  if (!EMPTY_LINE.test(line)) {
    return text.slice(0, lineStart) + (after === '' ? line : before + after) + text.slice(lineEnd);
  }
  const rest = text.slice(Math.min(text.length, lineEnd + 1));
  const head = text.slice(0, lineStart);
  // Where a paragraph is gone, the blank lines around it become one.
  if (rest.trim() === '') return head.trimEnd() + (text.endsWith('\n') && head !== '' ? '\n' : '');
  return head === '' || head.endsWith('\n\n') ? head + rest.replace(/^\n+/, '') : head + rest;
}

/** A text with passages put below it, each on a line of its own; as items where it ends with one. */
export function withBelow(text: string, passages: readonly Passage[]): string {
  const trimmed = text.trimEnd();
  const lastLine = trimmed.slice(trimmed.lastIndexOf('\n') + 1);
  const endsWithItem = ITEM.test(lastLine);
  const asItems = endsWithItem || passages.length > 1;
  const lines = passages.map(
    ({ text: words }) => `${asItems ? '- ' : ''}${words.trim().replace(/\s*\n\s*/g, ' ')}`,
  );
  if (trimmed === '') return lines.join('\n');
  return `${trimmed}${endsWithItem ? '\n' : '\n\n'}${lines.join('\n')}`;
}
