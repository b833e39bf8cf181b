import { sentencesOf } from '../reading/text/sentences';
import { wordsOf } from '../reading/words/stems';

/** Longer quotes are cut at a word: a chip's window holds no more. */
const LONGEST_QUOTE = 400;
/** Of a passage so many sentences are looked at; it bounds the work. */
const MOST_SENTENCES = 120;
/** Neighbours that bear a sentence out together, at most. */
const WIDEST = 3;

/** What of a passage bears a sentence out, letter for letter, and what share of the sentence's words is in it. */
export interface Quote {
  text: string;
  share: number;
}

/**
 * The shortest part of a passage that holds as much of a sentence as any part of it: a sentence of it, or up to three
 * that follow each other. Null where they have no word in common.
 */
export function quoteFor(sentence: string, passage: string): Quote | null {
  const wanted = new Set(wordsOf(sentence).map(({ stem }) => stem));
  for (const value of valuesIn(sentence)) wanted.add(value);
  if (wanted.size === 0) return null;
  const parts = sentencesOf(passage).slice(0, MOST_SENTENCES);
  const held = parts.map(({ text }) => {
    const own = new Set([...wordsOf(text).map(({ stem }) => stem), ...valuesIn(text)]);
    return [...wanted].filter((word) => own.has(word));
  });
  let best: { from: number; to: number; count: number; length: number } | undefined;
  for (let from = 0; from < parts.length; from += 1) {
    const all = new Set<string>();
    for (let to = from; to < Math.min(parts.length, from + WIDEST); to += 1) {
      for (const word of held[to] ?? []) all.add(word);
      const [start, end] = [parts[from]?.start ?? 0, parts[to]?.end ?? 0];
      const better = !best || all.size > best.count || (all.size === best.count && end - start < best.length);
      if (all.size > 0 && better) best = { from: start, to: end, count: all.size, length: end - start };
    }
  }
  if (!best) return null;
  return { text: cut(passage.slice(best.from, best.to)), share: best.count / wanted.size };
}

/** Figures count as words: "5" in the one and "5" in the other. */
const valuesIn = (text: string): string[] =>
  [...text.matchAll(/\d[\d.,:]*\d|\d/g)].map(([value]) => `#${value}`);

/** Cut at a space, so that it stays a part of the passage. */
function cut(text: string): string {
  if (text.length <= LONGEST_QUOTE) return text;
  const space = text.lastIndexOf(' ', LONGEST_QUOTE);
  return text.slice(0, space > LONGEST_QUOTE / 2 ? space : LONGEST_QUOTE).trimEnd();
}
