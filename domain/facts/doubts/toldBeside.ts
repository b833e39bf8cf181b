import { matchesIn } from '../../reading/text/matches';
import type { Statement } from '../../reading/text/statements';
import type { Mark } from './marks';

/** Where a stretch of a sentence, told in one breath, ends. */
const ENDS_A_STRETCH = /[;()\n]|[,:.!?](?=\s)|\s[–—-]+\s/g;
const ANY_WORD = /[\p{L}\p{N}][\p{L}\p{N}:.'’/-]*/gu;

/** With fewer words than this only the sentence next to it is surely the one that tells the stretch. */
const FEWEST_ANYWHERE = 4;
const FEWEST = 2;

/**
 * Whether another sentence of the draft tells the stretch that a mark of the source stands in: "X is open; it may
 * have" in two sentences keeps its doubt, although the first of them has the words that the doubt is about.
 *
 * @param theirs the mark, the statement of the source that it stands in, and all of the source's
 * @param statement the one of the draft that seems to have lost it
 * @param others the draft's other statements that carry a mark of that kind
 */
export function isToldBeside(
  { mark, source, all }: { mark: Mark; source: Statement; all: readonly Statement[] },
  statement: Statement,
  others: readonly Statement[],
): boolean {
  if (others.length === 0) return false;
  const { from, to } = stretchAround(mark, source);
  const stretch = anyWords(source.text.slice(from - source.start, to - source.start));
  if (stretch.length < FEWEST) return false;
  const doubted = source.words.filter(({ start, end }) => start >= from && end <= to);
  // Of a stretch that tells nothing by itself ("we think") nobody knows what it is about, but where it stands.
  const told = new Set((doubted.length < FEWEST ? doubted : source.words).map(({ stem }) => stem));
  const tellers = others.filter((other) => {
    if (stretch.length < FEWEST_ANYWHERE && !areNeighbours(statement, other)) return false;
    const isOnlyThat = other.words.every(({ start, stem }) => start < other.body || told.has(stem));
    return isOnlyThat && holds(other, stretch);
  });
  const here = new Set(statement.words.map(({ stem }) => stem));
  const tellsTheSame = doubted.length > 0 && doubted.every(({ stem }) => here.has(stem));
  // A source that tells it twice may have lost it once.
  const wanted = tellsTheSame ? all.filter((one) => holds(one, stretch)).length : 1;
  return tellers.length >= wanted;
}

function holds({ text }: Statement, stretch: readonly string[]): boolean {
  const said = new Set(anyWords(text));
  return stretch.every((word) => said.has(word));
}

function stretchAround(mark: Mark, { start, end, text }: Statement): { from: number; to: number } {
  let [from, to] = [start, end];
  for (const { index } of matchesIn(text, ENDS_A_STRETCH)) {
    if (start + index < mark.start) from = start + index + 1;
    else if (start + index >= mark.end) to = Math.min(to, start + index);
  }
  return { from, to };
}

/** Between two neighbours stand a blank, a line's end and its bullet. */
const LONGEST_GAP = 6;
const areNeighbours = (one: Statement, other: Statement): boolean =>
  Math.min(Math.abs(other.start - one.end), Math.abs(one.start - other.end)) <= LONGEST_GAP;

const anyWords = (text: string): string[] =>
  (text.toLowerCase().match(ANY_WORD) ?? []).map((word) => word.replace(/[.:]+$/, ''));
