/** No editor wraps narrower than this; a shorter line was ended on purpose. */
const NARROWEST_WRAP = 60;

const ENDS = /[.!?…:;][)\]"'”’*_]*$/;
/** A line that ends so is not finished. */
const OPEN_END =
  /(?:[,(–—-]|\b(?:and|or|the|a|an|of|to|in|on|at|by|for|from|with|as|that|which|was|were|is|are|be|been|then|until|between|since|its|their|our|this|all|no|not))$/i;
/** A line that starts so goes on with the one before. */
const OPEN_START = /^(?:and|or|of|to|which|that|who|because|as well|with|into|than|by)\b/;
const TIME_START = /^(?:\d{4}-\d\d-\d\d[ T,]+)?~?\d{1,2}[:.]\d{2}\b/;

/**
 * Joins the lines of a paragraph that an editor wrapped, and leaves those apart that the author ended:
 * notes taken in a hurry have one statement a line and no full stops.
 */
export function unwrap(lines: readonly string[]): string[] {
  const width = Math.max(NARROWEST_WRAP, ...lines.map((line) => line.length));
  const joined: string[] = [];
  let previous: string | undefined;
  for (const line of lines) {
    if (line === '') continue;
    if (previous !== undefined && continues(previous, line, width)) {
      joined[joined.length - 1] += ` ${line}`;
    } else {
      joined.push(line);
    }
    previous = line;
  }
  return joined;
}

function continues(previous: string, line: string, width: number): boolean {
  if (OPEN_END.test(previous)) return true;
  if (ENDS.test(previous)) return false;
  if (OPEN_START.test(line)) return true;
  if (TIME_START.test(line)) return false;
  const word = line.slice(0, line.search(/\s|$/));
  const noRoom = previous.length + 1 + word.length > width;
  const startsSmall = /^[\p{Ll}(]/u.test(line);
  return previous.length >= NARROWEST_WRAP && (noRoom || (startsSmall && previous.length >= width * 0.75));
}
