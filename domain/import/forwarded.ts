import type { Token } from './htmlTokens';

/**
 * A quote that holds headings is a whole document that somebody forwarded, and no words of somebody else's in it:
 * it is read as a plain part of the page, with its sections.
 */
export function withForwardedUnquoted(tokens: Iterable<Token>): Token[] {
  const read = [...tokens];
  const documents = new Set<number>();
  const open: number[] = [];
  const end = (at?: number) => {
    const begun = open.pop();
    if (begun === undefined || !documents.has(begun)) return;
    if (at !== undefined) documents.add(at);
    const around = open.at(-1);
    if (around !== undefined) documents.add(around);
  };
  for (const [at, token] of read.entries()) {
    if (token.type === 'text') continue;
    const within = open.at(-1);
    if (token.name !== 'blockquote') {
      if (within !== undefined && /^h[1-6]$/.test(token.name)) documents.add(within);
    } else if (token.type === 'open') open.push(at);
    else end(at);
  }
  while (open.length > 0) end();
  return read.map((token, at) => (documents.has(at) ? { ...token, name: 'div' } : token));
}
