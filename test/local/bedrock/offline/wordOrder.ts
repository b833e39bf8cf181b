/** The words of a text as a reader sees them: no Markdown marks, no punctuation around them, small. */
export const readerWords = (text: string): string[] =>
  text
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').toLowerCase())
    .filter((word) => word !== '');

/**
 * Walks through a draft along the words of its source.
 * `missing` is the first source word that does not come in its place; `extra` are the draft's own words.
 */
export function alongside(source: string, draft: string): { missing: string | undefined; extra: string[] } {
  const wanted = readerWords(source);
  const extra: string[] = [];
  let at = 0;
  for (const word of readerWords(draft)) {
    if (word === wanted[at]) at++;
    else extra.push(word);
  }
  return { missing: wanted[at], extra };
}
