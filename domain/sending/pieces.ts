import type { Held } from '../secrets/holdBack';

/** Shorter pieces say nothing of the secret they come from, and ordinary figures look like them. */
const SHORTEST_PIECE = 4;
/** At an edge, words end as secrets begin ("s", "pa"); more than that is no accident. */
const SHORTEST_EDGE = 6;

/** A text cut out of a longer one, with the pieces of held values that the cut left at its edges hidden. */
export function withoutPieces(text: string, held: readonly Held[]): string {
  let whole = text;
  for (const { value, placeholder } of held) {
    const said = whole.trim();
    if (said.length >= SHORTEST_PIECE && value.includes(said)) return placeholder;
    const head = longestEdge(value.length, whole, (length) => whole.startsWith(value.slice(-length)));
    if (head > 0) whole = placeholder + whole.slice(head);
    const tail = longestEdge(value.length, whole, (length) => whole.endsWith(value.slice(0, length)));
    if (tail > 0) whole = whole.slice(0, -tail) + placeholder;
  }
  return whole;
}

function longestEdge(value: number, text: string, isThere: (length: number) => boolean): number {
  for (let length = Math.min(value, text.length); length >= SHORTEST_EDGE; length--)
    if (isThere(length)) return length;
  return 0;
}
