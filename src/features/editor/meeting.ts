import type { PostMortem } from '../../../domain/postMortem';
import { contentOf } from '../../data/content';
import type { DocumentContent } from '../../data/types';
import { accessOf } from './access';
import { changedBy } from './changedBy';
import { mergeVersions, only } from './merge';
import type { TakenOver, WritingState } from './writingState';

/**
 * What becomes of a document here when another version of it is met on the server: both merged, or, where both
 * changed a field, the question which of the two stands.
 * @param base what both started from
 * @returns the change of the state, and what the next change here starts from
 */
export function meet(
  state: WritingState,
  base: DocumentContent,
  theirs: PostMortem,
  userId: string,
): { base: DocumentContent; change: Partial<WritingState> } {
  const theirContent = contentOf(theirs);
  const by = changedBy(theirs, userId);
  const before = state.content;
  const { merged, conflicts, taken } = mergeVersions(base, before, theirContent);
  if (conflicts.length > 0) {
    const conflict = { by, merged, theirs: theirContent, theirRevision: theirs.revision, fields: conflicts };
    return { base, change: { ...accessOf(theirs), save: { kind: 'conflict', conflict } } };
  }
  const takenOver =
    taken.length > 0
      ? together(state.takenOver, { by, fields: taken, before, after: merged })
      : state.takenOver;
  const change = { ...accessOf(theirs), content: merged, revision: theirs.revision, takenOver };
  return { base: theirContent, change };
}

/** What came in now and what came in before, of which the author has not said yet that they have seen it. */
function together(earlier: TakenOver | null, now: TakenOver): TakenOver {
  if (!earlier) return now;
  const alone = earlier.fields.filter((id) => !now.fields.includes(id));
  return {
    // Of several people it is nobody in particular.
    by: JSON.stringify(earlier.by) === JSON.stringify(now.by) ? now.by : null,
    fields: [...earlier.fields, ...now.fields.filter((id) => !earlier.fields.includes(id))],
    before: { ...now.before, ...only(earlier.before, earlier.fields) },
    after: { ...now.after, ...only(earlier.after, alone) },
  };
}
