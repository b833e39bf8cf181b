/** The one stretch in which two texts differ, in UTF-16 units of the old (A) and of the new one (B). */
export interface Change {
  fromA: number;
  toA: number;
  fromB: number;
  toB: number;
}

/** What changed between two texts, as one stretch: the shortest that holds every difference. */
export function changeBetween(old: string, now: string): Change {
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && old.charCodeAt(start) === now.charCodeAt(start)) start++;
  let end = 0;
  while (end < most - start && old.charCodeAt(old.length - 1 - end) === now.charCodeAt(now.length - 1 - end))
    end++;
  return { fromA: start, toA: old.length - end, fromB: start, toB: now.length - end };
}

/** Where a place of a text is after it became another text: at the same letters, if they are still there. */
export function placeAfter(old: string, now: string, at: number): number {
  const { fromA, toA, toB } = changeBetween(old, now);
  if (at <= fromA) return at;
  return at >= toA ? at + now.length - old.length : Math.min(at, toB);
}

/** A text as a field holds it: its lines end with `\n`, whatever ends them in the document. */
export const asInField = (text: string): string =>
  text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;

/**
 * The text of the document after its field was edited: where nobody edited, line breaks stay what they were.
 * @param text of the document
 * @param typed what the field holds now
 */
export function edited(text: string, typed: string): string {
  const held = asInField(text);
  if (held === text) return typed;
  const { fromA, toA, fromB, toB } = changeBetween(held, typed);
  return text.slice(0, unitsUpTo(text, fromA)) + typed.slice(fromB, toB) + text.slice(unitsUpTo(text, toA));
}

/** How many units of the document's text so many units of its field are. */
function unitsUpTo(text: string, inField: number): number {
  let at = 0;
  for (let count = 0; count < inField; count++) at += text.startsWith('\r\n', at) ? 2 : 1;
  return at;
}
