import type { Author } from '../postMortem';
import { type Changes, type Origin, type Revision, statesOf } from './revision';

/** Saves that one person made without a longer pause: a page saves whenever its author stops for a second. */
export interface Sitting {
  /** The place of the last save: its identity. */
  place: string;
  by: Author | null;
  /** When the first and the last of them were made, ISO 8601. */
  from: string;
  to: string;
  saves: number;
  /** So many early saves, of whomever, that were folded into one; 0 for a sitting as it was. */
  folded: number;
  /** Fields that are not as they were before it, in the order in which they were first changed. */
  fields: string[];
  /** Where what was changed came from, each once. */
  origins: Origin[];
  before: Changes;
  after: Changes;
}

/** A pause as long as this ends a sitting, and so does having sat as long. Set by hand. */
const PAUSE_MS = 5 * 60_000;
const LONGEST_MS = 30 * 60_000;

/**
 * The sittings in which a document, or one field of it, was changed, the latest first. What was changed and changed
 * back within one is not told; nor are saves that changed nothing of it.
 * @param revisions oldest first
 */
export function sittingsOf(revisions: Iterable<Revision>, field?: string): Sitting[] {
  const sittings: Sitting[] = [];
  let before: Changes = {};
  for (const { revision, state } of statesOf(revisions)) {
    const changed = Object.keys(revision.changes).filter((id) => field === undefined || id === field);
    if (changed.length > 0) {
      const open = sittings.at(-1);
      if (open && goesOn(open, revision)) extend(open, revision, state, changed);
      else sittings.push(begun(revision, before, state, changed));
    }
    before = state;
  }
  const told = sittings.map((sitting) => ({
    ...sitting,
    fields: sitting.fields.filter((id) => !isSame(sitting.before, sitting.after, id)),
  }));
  return told.filter(({ fields }) => fields.length > 0).reverse();
}

const isSame = (before: Changes, after: Changes, id: string): boolean => {
  const [one, other] = [before, after].map((state) => JSON.stringify(emptied((state as never)[id])));
  return one === other;
};

/** A field that was never filled in is as empty as one that was emptied. */
const emptied = (value: unknown): unknown =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0) ? null : value;

/** A status is always told by itself: it is what people look for. */
const movesStatus = (changes: Iterable<string>): boolean => [...changes].includes('status');

function goesOn(open: Sitting, { savedAt, savedBy, changes, folded }: Revision): boolean {
  const [from, to, now] = [open.from, open.to, savedAt].map(Date.parse) as [number, number, number];
  return (
    open.folded === 0 &&
    folded === 0 &&
    open.by?.id === savedBy?.id &&
    now - to < PAUSE_MS &&
    now - from < LONGEST_MS &&
    !movesStatus(Object.keys(changes)) &&
    !movesStatus(open.fields)
  );
}

const originsOf = ({ origins }: Revision, fields: readonly string[]): Origin[] => [
  ...new Set(Object.entries(origins).flatMap(([id, origin]) => (fields.includes(id) ? [origin] : []))),
];

const begun = (revision: Revision, before: Changes, after: Changes, fields: string[]): Sitting => ({
  place: revision.place,
  by: revision.folded > 0 ? null : revision.savedBy,
  from: revision.savedAt,
  to: revision.savedAt,
  saves: 1,
  folded: revision.folded,
  fields,
  origins: originsOf(revision, fields),
  before,
  after,
});

function extend(open: Sitting, revision: Revision, after: Changes, fields: string[]): void {
  open.place = revision.place;
  open.to = revision.savedAt;
  open.saves += 1;
  open.fields = [...new Set([...open.fields, ...fields])];
  open.origins = [...new Set([...open.origins, ...originsOf(revision, fields)])];
  open.after = after;
}
