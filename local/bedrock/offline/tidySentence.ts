import { isOrdinary } from './ordinaryWords';
import { protectedSpans } from './protectedSpans';

/** A closing run longer than this is no sentence's. */
const LONGEST_ENDING = 20;

/**
 * A sentence as a careful typist leaves it: single spaces, a capital at its start, a full stop at its end.
 * Words, figures and names stay as they are; code, quotations and addresses byte for byte. `keepStart` and
 * `keepEnd` are for a sentence with code or a list in its middle.
 */
export function tidySentence(
  sentence: string,
  { keepStart = false, keepEnd = false }: { keepStart?: boolean; keepEnd?: boolean } = {},
): string {
  const spaced = withSingleSpaces(sentence.trim());
  const begun = keepStart ? spaced : withCapital(spaced);
  return keepEnd ? begun : withFullStop(begun);
}

function withSingleSpaces(text: string): string {
  let tidy = '';
  let at = 0;
  const outside = (part: string) => part.replace(/[ \t]{2,}/g, ' ');
  for (const [from, to] of protectedSpans(text)) {
    // Brackets hold prose; code and quotations do not.
    const kept = text.slice(from, to);
    const isProse = kept.startsWith('(') && !/[`"“«]/.test(kept);
    tidy += outside(text.slice(at, from)) + (isProse ? outside(kept) : kept);
    at = to;
  }
  return tidy + outside(text.slice(at));
}

function withCapital(text: string): string {
  const word = /^[a-z]+(?=[\s,;:'’]|$)/.exec(text)?.[0];
  if (!word) return text;
  return isOrdinary(word) ? word.charAt(0).toUpperCase() + text.slice(1) : text;
}

function withFullStop(text: string): string {
  // Only the end is looked at: a run of closing marks has no bound in what people paste.
  const end = text.slice(-LONGEST_ENDING);
  if (!/[\p{L}\p{N}%`)\]"'”’*_]$/u.test(end) || /[.!?…:;,][)\]"'”’*_]+$/.test(end)) return text;
  const last = protectedSpans(text).at(-1);
  const endsInSpan = last !== undefined && last[1] === text.length;
  // A line that is nothing but code or a quotation is no sentence, and a stop would stick to an address.
  if (endsInSpan && (last[0] === 0 || text.startsWith('http', last[0]))) return text;
  return `${text}.`;
}
