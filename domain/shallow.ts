/** In so many quotations and lists a text may stand. No author nests like this, and a parser takes minutes for it. */
const DEEPEST = 40;
const CONTAINER = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;

/**
 * Markdown in which no line opens more quotations and lists than any author would: the marks beyond are text. Of
 * all other Markdown not a letter changes. Time grows with its length.
 */
export function shallow(markdown: string): string {
  return markdown.length <= DEEPEST ? markdown : markdown.replace(/^.*$/gm, shallowLine);
}

function shallowLine(line: string): string {
  let at = 0;
  for (let depth = 0; ; depth++) {
    CONTAINER.lastIndex = at;
    const mark = CONTAINER.exec(line)?.[0];
    if (mark === undefined) return line;
    if (depth === DEEPEST)
      return `${line.slice(0, at + mark.length - 1)}\\${line.slice(at + mark.length - 1)}`;
    at += mark.length;
  }
}
