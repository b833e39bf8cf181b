import { diffWordsWithSpace } from 'diff';

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
