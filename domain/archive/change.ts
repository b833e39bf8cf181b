import { fnv1a } from '../fnv';
import type { Stored } from '../postMortem/stored';
import { enterablesOf } from './keys';

/** Whether a change of a record changes what the archive is to hold of it. @param before null where there was none */
export function isOfTheArchive(before: Stored | null, after: Stored | null): boolean {
  const [held, wanted] = [before, after].map((stored) =>
    stored ? enterablesOf(stored) : new Map<string, unknown>(),
  );
  return held?.size !== wanted?.size || [...(held?.keys() ?? [])].some((key) => !wanted?.has(key));
}

/** What Lambda takes in the name of an execution, with room for what comes after. */
const PLAIN_ID = /^[\w-]{1,40}$/;

/**
 * The name of a change of a document: by its id, its revision, and who may read it since when. A record that is
 * deleted and written again under its id comes at another time, and is another change.
 */
export function nameOfChange(documentId: string, before: Stored | null, after: Stored | null): string {
  const { revision, status, isPrivate, owner, audience, updatedAt } = after ?? before ?? {};
  const id = PLAIN_ID.test(documentId) ? documentId : fnv1a(documentId).toString(36);
  const told = fnv1a(
    JSON.stringify([documentId, after === null, status, isPrivate, owner, audience, updatedAt]),
  );
  return `${id}-${Number.isInteger(revision) ? revision : 0}-${told.toString(36)}`;
}
