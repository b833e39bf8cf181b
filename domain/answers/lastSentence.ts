/** A text up to the end of its last sentence or line; all of it where it has none. */
export function toLastSentence(text: string): string {
  const ends = [...text.matchAll(/[.!?…。！？:][)"'”’*_\]]*(?=\s|$)|\n/g)];
  const end = ends.at(-1);
  const whole = end && text.slice(0, end.index + end[0].length).trim();
  return whole || text;
}
