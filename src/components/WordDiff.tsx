import { diffWordsWithSpace } from 'diff';
import { useMemo } from 'react';

/** What changed between two texts, word by word: removals struck, additions underlined. */
export function WordDiff({ before, after }: { before: string; after: string }) {
  const parts = useMemo(() => wordDiff(before, after), [before, after]);
  return (
    <p className="prose pre-line">
      {parts.map(({ kind, text, at }) => {
        if (kind === 'added') return <ins key={at}>{text}</ins>;
        if (kind === 'removed') return <del key={at}>{text}</del>;
        return <span key={at}>{text}</span>;
      })}
    </p>
  );
}

export interface DiffPart {
  kind: 'same' | 'added' | 'removed';
  text: string;
  /** Where the part begins among all parts' characters: its identity. */
  at: number;
}

/** The parts of a word diff in reading order. Joined without the additions they are `before`. */
export function wordDiff(before: string, after: string): DiffPart[] {
  let at = 0;
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => {
    const part: DiffPart = { kind: added ? 'added' : removed ? 'removed' : 'same', text: value, at };
    at += value.length;
    return part;
  });
}
