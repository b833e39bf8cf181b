/** What a placeholder says of the thing it stands for, so that a model can still write a sentence about it. */
export type PlaceholderLabel = 'SECRET' | 'EMAIL' | 'PHONE' | 'CARD' | 'IBAN' | 'SSN' | 'IP';

/** A stretch of the author's text that no model may see. `start` and `end` count UTF-16 units. */
export interface Span {
  start: number;
  end: number;
  label: PlaceholderLabel;
  /** What was recognised, such as `aws-access-key` or `email`; shown to the author. */
  kind: string;
}

/**
 * The spans in order, with overlapping ones made one. The union is held, under the name of the longer one:
 * where two patterns disagree on where a secret ends, the rest of it must not get out.
 */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (!last || span.start >= last.end) {
      merged.push({ ...span });
      continue;
    }
    if (span.end - span.start > last.end - last.start)
      Object.assign(last, { kind: span.kind, label: span.label });
    last.end = Math.max(last.end, span.end);
  }
  return merged;
}

/** The spans that overlap none of the others. Both come in order and without overlaps of their own. */
export function apartFrom(spans: readonly Span[], others: readonly Span[]): Span[] {
  let next = 0;
  return spans.filter((span) => {
    while ((others[next]?.end ?? Number.POSITIVE_INFINITY) <= span.start) next++;
    return (others[next]?.start ?? Number.POSITIVE_INFINITY) >= span.end;
  });
}
