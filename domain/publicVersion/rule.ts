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

/** Every place where a pattern matches: its group `it` where it has one and the flag `d`, otherwise all of it. */
export const everyMatch = (text: string, pattern: RegExp): Found[] =>
  [...text.matchAll(pattern)].map((match) => {
    const [start, end] = match.indices?.groups?.it ?? [match.index, match.index + match[0].length];
    return { start, end };
  });

/** Finds every place in a text where one of these stands as a word of its own. */
export function wordsFinder(words: readonly string[], flags = 'gu'): (text: string) => Found[] {
  const longestFirst = words
    .map((word) => word.trim())
    .filter((word) => word !== '')
    .sort((a, b) => b.length - a.length);
  if (longestFirst.length === 0) return () => [];
  const escaped = longestFirst.map((word) =>
    word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+'),
  );
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, flags);
  return (text) => everyMatch(text, pattern);
}
