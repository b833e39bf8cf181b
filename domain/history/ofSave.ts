import { FIELDS, type FieldId } from '../postMortem/fields';
import { readAuthor, type Stored } from '../postMortem/stored';
import { type Changes, KEPT_FIELDS, ORIGINS, type Origins, type Revision } from './revision';

/** A save as the database tells of it: what stood there before, if anything did, and what stands there now. */
export interface Save {
  place: string;
  savedAt: string;
  before: Stored | null;
  after: Stored;
}

/** What a save changed, who made it and where it came from. */
export function revisionOf({ place, savedAt, before, after }: Save): Revision {
  const provenance = saidWith(before, after);
  return {
    place,
    savedAt,
    revision: wholeNumber(after.revision),
    savedBy: saverOf(before, after, provenance !== null),
    origins: provenance ?? {},
    changes: changesOf(before, after),
    folded: 0,
  };
}

/**
 * How a document stood before its history began: the first save that is seen of it may be its hundredth. Its
 * place is before all others.
 */
export const standingBefore = (before: Stored, placeDigits: number): Revision => ({
  place: '0'.repeat(placeDigits),
  revision: wholeNumber(before.revision),
  savedAt: typeof before.updatedAt === 'string' ? before.updatedAt : new Date(0).toISOString(),
  savedBy: readAuthor(before.savedBy),
  origins: {},
  changes: changesOf(null, before),
  folded: 0,
});

function changesOf(before: Stored | null, after: Stored): Changes {
  const isSame = (field: string) =>
    before !== null && JSON.stringify(before[field] ?? null) === JSON.stringify(after[field] ?? null);
  const told = KEPT_FIELDS.filter((field) => !isSame(field) && (before !== null || after[field] != null));
  return Object.fromEntries(told.map((field) => [field, after[field] ?? null]));
}

/**
 * What the page said with this very save. A client that says nothing leaves in the record what was said with an
 * earlier one: so what is said names the revision that it belongs to.
 */
function saidWith(before: Stored | null, after: Stored): Origins | null {
  const said = after.provenance as { revision?: unknown; parts?: unknown } | null | undefined;
  if (!said || said.revision !== after.revision || after.revision === before?.revision) return null;
  const origins: Origins = {};
  for (const part of Array.isArray(said.parts) ? (said.parts as Stored[]) : []) {
    const origin = ORIGINS.find(({ id }) => id === part?.from);
    const field = FIELDS.find(({ id }) => id === part?.field);
    if (origin && field) origins[field.id as FieldId] = origin.id;
  }
  return origins;
}

/** The status is set by the API itself, which knows the caller; what else is saved says it of itself. */
function saverOf(before: Stored | null, after: Stored, isSaid: boolean): Revision['savedBy'] {
  if (before !== null && after.statusAt !== before.statusAt) return readAuthor(after.statusBy);
  const saver = readAuthor(after.savedBy);
  const isNews = JSON.stringify(saver) !== JSON.stringify(readAuthor(before?.savedBy));
  return before === null || isSaid || isNews ? saver : null;
}

const wholeNumber = (value: unknown): number => (Number.isInteger(value) ? (value as number) : 0);
