import { matchesIn } from '../../reading/text/matches';
import type { Clause, Statement } from '../../reading/text/statements';
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
 * @param theirs the mark and the statement of the source that it stands in
 * @param ours the statement and the clause of the draft that seem to have lost it
 * @param others the draft's other statements that carry a mark of that kind
 */
export function isToldBeside(
  { mark, source }: { mark: Mark; source: Statement },
  { statement, clause }: { statement: Statement; clause: Clause },
  others: readonly Statement[],
): boolean {
  if (others.length === 0) return false;
  const { from, to } = stretchAround(mark, source);
  const here = new Set(clause.words.map(({ stem }) => stem));
  const doubted = source.words.filter(({ start, end }) => start >= from && end <= to);
  // It tells the very thing that is doubted, and tells it without the doubt.
  if (doubted.length > 0 && doubted.every(({ stem }) => here.has(stem))) return false;
  const stretch = anyWords(source.text.slice(from - source.start, to - source.start));
  if (stretch.length < FEWEST) return false;
  const told = new Set(source.words.map(({ stem }) => stem));
  return others.some((other) => {
    if (stretch.length < FEWEST_ANYWHERE && !areNeighbours(statement, other)) return false;
    const said = new Set(anyWords(other.text));
    const isOnlyThat = other.words.every(({ start, stem }) => start < other.body || told.has(stem));
    return isOnlyThat && stretch.every((word) => said.has(word));
  });
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
