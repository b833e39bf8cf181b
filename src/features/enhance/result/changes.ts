import { type DiffPart, wordDiff } from '../../../components/textDiff';

/** A stretch that both texts share, or a change that can be taken or left. */
export type Passage = { at: number; same: string } | { at: number; removed: string; added: string };

export type Change = Extract<Passage, { removed: string }>;
export const isChange = (passage: Passage): passage is Change => 'removed' in passage;

/** The way from one text to another in passages; what stands side by side is one change. */
export function passages(before: string, after: string): Passage[] {
  const found: Passage[] = [];
  for (const part of joinedBySpace(wordDiff(before, after))) {
    const last = found.at(-1);
    if (part.kind === 'same') found.push({ at: part.at, same: part.text });
    else if (last && isChange(last)) last[part.kind] += part.text;
    else found.push({ at: part.at, removed: '', added: '', [part.kind]: part.text });
  }
  return found;
}

/** A lone space between two changes is part of them: "at noon" for "at 14:02" is one decision, not two. */
function joinedBySpace(parts: readonly DiffPart[]): DiffPart[] {
  return parts.flatMap((part, index): DiffPart[] => {
    const isGap = part.kind === 'same' && /^[ \t]+$/.test(part.text) && index > 0 && index < parts.length - 1;
    return isGap
      ? [
          { ...part, kind: 'removed' },
          { ...part, kind: 'added' },
        ]
      : [part];
  });
}

/** The first text with the changes that were taken, by the places where they begin. */
export const withChanges = (all: readonly Passage[], taken: ReadonlySet<number>): string =>
  all
    .map((passage) => {
      if (!isChange(passage)) return passage.same;
      return taken.has(passage.at) ? passage.added : passage.removed;
    })
    .join('');
