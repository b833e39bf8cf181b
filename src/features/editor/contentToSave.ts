import { LIMITS } from '../../../domain/limits';
import { postMortemContent } from '../../../domain/postMortem/content';
import { FIELDS, type FieldId, fieldById, SAVED_FIELDS } from '../../../domain/postMortem/fields';
import { documentBytes } from '../../../domain/postMortem/size';
import type { DocumentContent } from '../../data/types';
import { numberWords, say, translated } from '../../language/say';
import { cellsOf, type Row } from './cells';

const UNTITLED = 'Untitled post-mortem';

/** What is sent for a document: the server wants a title, and an author may write the title last. */
export const asSent = (content: DocumentContent): DocumentContent => ({
  ...content,
  title: content.title.trim() === '' ? UNTITLED : content.title.trim(),
});

/** Whether a field says the same in both, whatever white space surrounds the title and whichever cell was filled first. */
export function sameField(id: FieldId, a: DocumentContent, b: DocumentContent): boolean {
  if (a[id] === b[id]) return true;
  const [one, other] = [asSent(a)[id], asSent(b)[id]].map((value) =>
    fieldById(id).kind === 'rows' ? (value as readonly Row[]).map(cellsOf) : value,
  );
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The fields in which two versions differ, in the order of the page; those that a save writes. */
export const changedFields = (before: DocumentContent, after: DocumentContent): FieldId[] =>
  SAVED_FIELDS.filter(({ id }) => !sameField(id, before, after)).map(({ id }) => id);

/** The named fields of a document, as they are sent. */
export function pick(content: DocumentContent, ids: readonly FieldId[]): Partial<DocumentContent> {
  const sent = asSent(content);
  return Object.fromEntries(ids.map((id) => [id, sent[id]]));
}

/**
 * Why the document cannot be saved as it stands, in the words of its limits; null when it can. What another
 * client has stored past them is nobody's fault here: it neither keeps the rest from being saved nor has to
 * shrink at once, it only must not grow.
 * @param stored what the change started from
 */
export function problemWith(content: DocumentContent, stored: DocumentContent): string | null {
  const bytes = sizeOf(content);
  if (bytes > LIMITS.documentBytes && bytes > sizeOf(stored)) return tooLarge(bytes);
  const checked = postMortemContent.safeParse({ ...asSent(content), editors: [] });
  if (checked.success) return null;
  const changed = new Set<unknown>(changedFields(stored, content));
  const issue = checked.error.issues.find(
    ({ path }) => changed.has(path[0]) && !stoodBefore(path, content, stored),
  );
  if (!issue) return null;
  const field = FIELDS.find(({ id }) => id === issue.path[0]);
  return `${field ? translated(field.label) : say('The document')}: ${translated(issue.message)}`;
}

const sizeOf = (content: DocumentContent): number => documentBytes(asSent(content));

const tooLarge = (bytes: number): string =>
  say(
    'The document has {size} KB, and {most} KB can be saved. Nothing is cut off: move a part to another post-mortem, or shorten the timeline.',
    { size: numberWords(Math.ceil(bytes / 1_000)), most: LIMITS.documentBytes / 1_000 },
  );

/** Whether what is wrong at a place was there before: a row as it is now, or a list that was no shorter. */
function stoodBefore(
  path: readonly PropertyKey[],
  content: DocumentContent,
  stored: DocumentContent,
): boolean {
  const [field, row] = path as [FieldId, number?];
  const [now, before] = [content[field], stored[field]];
  if (!Array.isArray(now) || !Array.isArray(before)) return false;
  if (row === undefined) return now.length <= before.length;
  const text = JSON.stringify(now[row]);
  return before.some((one) => JSON.stringify(one) === text);
}
