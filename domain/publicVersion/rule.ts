/** A stretch of a text that a rule is about. Offsets count UTF-16 units. */
export interface Found {
  start: number;
  end: number;
}

/** Something that a public version does not tell. */
export interface Rule {
  id: string;
  /** What it takes out, as its author reads it. */
  label: string;
  /** What stands instead, before its number. */
  instead: string;
  find(text: string): Found[];
}

/** Every place where a pattern matches: its group `it` where it has one, otherwise all of it. */
export const everyMatch = (text: string, pattern: RegExp): Found[] =>
  [...text.matchAll(pattern)].map((match) => {
    const all = match[0];
    const it = match.groups?.it ?? all;
    const start = match.index + all.indexOf(it);
    return { start, end: start + it.length };
  });

/** Every place where one of these stands as a word of its own. */
export function everyWord(text: string, words: readonly string[], flags = 'gu'): Found[] {
  const longestFirst = words
    .map((word) => word.trim())
    .filter((word) => word !== '')
    .sort((a, b) => b.length - a.length);
  if (longestFirst.length === 0) return [];
  const escaped = longestFirst.map((word) =>
    word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+'),
  );
  return everyMatch(text, new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, flags));
}
