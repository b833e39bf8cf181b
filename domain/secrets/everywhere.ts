import type { Span } from './span';

/** What a value is, wherever it stands. */
export type What = Pick<Span, 'kind' | 'label'>;

/** Shorter values are parts of many words; they are looked for between other characters only. */
const DISTINCT = 4;
const NEXT_TO_A_WORD = /^[\p{L}\d]|[\p{L}\d]$/u;

/** Letters that values go on with, by their UTF-16 unit. */
interface Branch {
  next: Map<number, Branch>;
  isValue: boolean;
}

/**
 * Finds every place of many values in a text, however many there are: one walk through the text. The longest wins
 * where several begin; what stands within another one's place is gone with it.
 */
export function finderOf(values: ReadonlyMap<string, What>): (text: string) => Span[] {
  const all = [...values.keys()].filter((value) => value !== '');
  const finders = [
    walkFor(
      all.filter(({ length }) => length >= DISTINCT),
      () => true,
    ),
    walkFor(
      all.filter(({ length }) => length < DISTINCT),
      (text, start, end) => !NEXT_TO_A_WORD.test(`${text[start - 1] ?? ' '} ${text[end] ?? ' '}`),
    ),
  ];
  return (text) =>
    finders.flatMap((find) =>
      find(text).map(({ start, end }) => ({
        ...(values.get(text.slice(start, end)) as What),
        ...{ start, end },
      })),
    );
}

type Place = Pick<Span, 'start' | 'end'>;

function walkFor(
  values: readonly string[],
  isOne: (text: string, start: number, end: number) => boolean,
): (text: string) => Place[] {
  const root: Branch = { next: new Map(), isValue: false };
  for (const value of values) {
    let at = root;
    // By UTF-16 units: half of a surrogate pair beside a value does not hide it.
    for (let index = 0; index < value.length; index++) {
      const unit = value.charCodeAt(index);
      let next = at.next.get(unit);
      if (!next) {
        next = { next: new Map(), isValue: false };
        at.next.set(unit, next);
      }
      at = next;
    }
    at.isValue = true;
  }
  return (text) => {
    const found: Place[] = [];
    if (values.length === 0) return found;
    for (let start = 0; start < text.length; start++) {
      const end = longestFrom(root, text, start);
      if (end < 0) continue;
      if (isOne(text, start, end)) found.push({ start, end });
      start = end - 1;
    }
    return found;
  };
}

/** Where the longest value ends that begins here; -1 where none does. */
function longestFrom(root: Branch, text: string, start: number): number {
  let end = -1;
  let at = root.next.get(text.charCodeAt(start));
  for (let index = start + 1; at; index++) {
    if (at.isValue) end = index;
    at = at.next.get(text.charCodeAt(index));
  }
  return end;
}
