import { FIELDS, type FieldId, type FieldKind, fieldById } from '../../../domain/postMortem/fields';
import type { DocumentContent } from '../../data/types';
import { cellsOf, type Row } from './cells';
import { changedFields, sameField } from './contentToSave';
import { mergeLabels, mergeRows } from './mergeRows';

export interface Merge {
  /** Both people's changes; in a field that both changed, mine. */
  merged: DocumentContent;
  /** Fields that both changed, in the same place and differently. Somebody has to choose. */
  conflicts: FieldId[];
  /** Fields that the other person changed, taken over; mine are in them where I changed other rows of them. */
  taken: FieldId[];
}

/**
 * Compares my version and theirs with what both started from. Nothing that either of us wrote is dropped:
 * where only one of us changed a field that change stands, and where both did it is a conflict, but for lists of
 * which we changed different rows or labels.
 */
export function mergeVersions(base: DocumentContent, mine: DocumentContent, theirs: DocumentContent): Merge {
  const theirChanges = changedFields(base, theirs).filter((id) => !sameField(id, mine, theirs));
  const untouched = theirChanges.filter((id) => sameField(id, base, mine));
  const joined: Partial<Record<FieldId, unknown>> = {};
  for (const id of theirChanges) {
    const list = untouched.includes(id) ? null : mergeLists(id, base[id], mine[id], theirs[id]);
    if (list !== null) joined[id] = list;
  }
  const taken = theirChanges.filter((id) => untouched.includes(id) || id in joined);
  const conflicts = theirChanges.filter((id) => !taken.includes(id));
  const merged = { ...mine, ...only(theirs, [...untouched, ...APART]), ...joined } as DocumentContent;
  return { merged, conflicts, taken };
}

/** Both changes of a list; null where somebody has to choose, or where it is none. */
function mergeLists(id: FieldId, ...versions: unknown[]): unknown[] | null {
  const { kind } = fieldById(id);
  if (kind === 'labels') return mergeLabels(...(versions as [string[], string[], string[]]));
  return kind === 'rows' ? mergeRows(...(versions as [Row[], Row[], Row[]])) : null;
}

/** What changes by a mutation of its own is as the server has it. */
const APART = FIELDS.filter((field) => 'apart' in field).map(({ id }) => id);

export type Choice = 'mine' | 'theirs' | 'both';

const WITH_ROOM_FOR_BOTH: readonly FieldKind[] = ['prose', 'labels', 'rows'];

/** "Both" makes sense where one text can stand after the other. */
export const canKeepBoth = (id: FieldId): boolean => WITH_ROOM_FOR_BOTH.includes(fieldById(id).kind);

/** Where nothing was chosen yet: both if that is possible, so that the default loses nothing. */
export const defaultChoice = (id: FieldId): Choice => (canKeepBoth(id) ? 'both' : 'mine');

/** The document after somebody has chosen, field by field. */
export function resolveConflicts(
  merged: DocumentContent,
  theirs: DocumentContent,
  choices: Partial<Record<FieldId, Choice>>,
): DocumentContent {
  const resolved: Record<string, unknown> = { ...merged };
  for (const [id, choice] of Object.entries(choices) as [FieldId, Choice][]) {
    if (choice === 'theirs') resolved[id] = theirs[id];
    if (choice === 'both') resolved[id] = both(merged[id], theirs[id]);
  }
  return resolved as unknown as DocumentContent;
}

/** Mine, then theirs, without repeating what is in both. */
function both(mine: unknown, theirs: unknown): unknown {
  if (Array.isArray(mine) && Array.isArray(theirs)) {
    const held = (item: unknown) => (typeof item === 'object' ? cellsOf(item as Row) : String(item));
    const known = new Set(mine.map(held));
    return [...mine, ...theirs.filter((item) => !known.has(held(item)))];
  }
  const [a, b] = [String(mine ?? ''), String(theirs ?? '')];
  if (a.includes(b)) return a;
  return b.includes(a) ? b : `${a.trimEnd()}\n\n${b.trimStart()}`;
}

/** Some fields of a document. */
export const only = (content: DocumentContent, ids: readonly FieldId[]): Partial<DocumentContent> =>
  Object.fromEntries(ids.map((id) => [id, content[id]]));
