/** A stretch of a text, in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

const FENCE = /^[ \t>]*(`{3,}|~{3,})([^`\n]*)$/;

/** Fenced blocks and inline code, marks included, in order and without overlap. */
export function codeSpans(text: string): Span[] {
  if (!text.includes('`') && !text.includes('~~~')) return [];
  const fences = fenced(text);
  const inline: Span[] = [];
  let from = 0;
  for (const fence of [...fences, { start: text.length, end: text.length }]) {
    inline.push(...backticked(text, from, fence.start));
    from = fence.end;
  }
  return [...fences, ...inline].sort((a, b) => a.start - b.start);
}

function fenced(text: string): Span[] {
  const spans: Span[] = [];
  let open: { mark: string; start: number } | null = null;
  let at = 0;
  for (const line of text.split('\n')) {
    const [, mark, info] = FENCE.exec(line) ?? [];
    if (mark && !open) open = { mark, start: at };
    else if (mark && open && mark.startsWith(open.mark) && info?.trim() === '') {
      spans.push({ start: open.start, end: at + line.length });
      open = null;
    }
    at += line.length + 1;
  }
  if (open) spans.push({ start: open.start, end: text.length });
  return spans;
}

/** Inline code: a run of backticks up to the next run of the same length, not across a blank line. */
function backticked(text: string, from: number, to: number): Span[] {
  const spans: Span[] = [];
  const runs = [...text.slice(from, to).matchAll(/`+|\n[ \t]*(?=\n)/g)];
  for (let index = 0; index < runs.length; index += 1) {
    const open = runs[index] as RegExpExecArray;
    if (!open[0].startsWith('`')) continue;
    for (let next = index + 1; next < Math.min(runs.length, index + 40); next += 1) {
      const close = runs[next] as RegExpExecArray;
      if (close[0].startsWith('\n')) break;
      if (close[0].length !== open[0].length) continue;
      spans.push({ start: from + open.index, end: from + close.index + close[0].length });
      index = next;
      break;
    }
  }
  return spans;
}

/** What stands within the marks of a code span, line ends as `\n`. */
export function codeContent(text: string, { start, end }: Span): string {
  const span = text.slice(start, end).replace(/\r\n?/g, '\n');
  const lines = span.split('\n');
  if (lines.length > 1 && FENCE.test(lines[0] as string)) {
    const closed = FENCE.test(lines.at(-1) as string);
    return lines.slice(1, closed ? -1 : undefined).join('\n');
  }
  const marks = /^`+/.exec(span)?.[0].length ?? 0;
  return span.slice(marks, span.length - marks).trim();
}
