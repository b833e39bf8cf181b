import type { PostMortem } from '../../../domain/postMortem';
import { contentOf } from '../../data/content';
import type { DocumentContent } from '../../data/types';
import type { UnsavedWork } from '../../data/unsavedWork';
import { accessOf } from './access';
import { changedBy } from './changedBy';
import { mergeVersions, only } from './merge';
import type { ChangedBy, Conflict, TakenOver, WritingState } from './writingState';

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

/**
 * What becomes of work that an earlier visit left on this device, beside what the server has now.
 * @returns the change of the state, and what the next change here starts from: where somebody has to choose that stays
 *   what the work was begun on, or the next visit would take the work for newer than what it has never seen
 */
export function bringBack(
  state: WritingState,
  theirs: DocumentContent,
  left: UnsavedWork,
  by: ChangedBy,
): { base: DocumentContent; change: Partial<WritingState> } {
  const { merged, conflicts } =
    state.revision === left.baseRevision
      ? { merged: left.content, conflicts: [] }
      : mergeVersions(left.base, left.content, theirs);
  if (conflicts.length === 0)
    return { base: theirs, change: { content: merged, save: { kind: 'unsaved' }, broughtBack: true } };
  const conflict = { by, merged, theirs, theirRevision: state.revision, fields: conflicts };
  const save = { kind: 'conflict', conflict } as const;
  return {
    base: left.base,
    change: { content: left.content, revision: left.baseRevision, save, broughtBack: true },
  };
}

/** A conflict after its author has changed more: what they choose is saved with that. */
export function goneOn(conflict: Conflict, base: DocumentContent, content: DocumentContent): Conflict {
  const { merged, conflicts } = mergeVersions(base, content, conflict.theirs);
  return { ...conflict, merged, fields: [...new Set([...conflict.fields, ...conflicts])] };
}
