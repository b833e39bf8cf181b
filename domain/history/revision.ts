import type { Author } from '../postMortem';
import { FIELDS, type FieldId } from '../postMortem/fields';

/** Where a changed field came from, as the page that saved it says. Nothing rests on it. */
export const ORIGINS = [
  { id: 'typed', label: 'typed' },
  { id: 'imported', label: 'imported' },
  { id: 'micro', label: 'accepted from Micro’s draft' },
  { id: 'lite', label: 'accepted from Lite’s draft' },
  { id: 'remark', label: 'accepted from a model’s remark' },
  { id: 'assistant', label: 'accepted from the assistant' },
  /** Taken over, and worked on before it was saved. */
  { id: 'edited', label: 'taken over, then edited' },
  { id: 'restored', label: 'restored' },
] as const;
export type Origin = (typeof ORIGINS)[number]['id'];
export type Origins = Partial<Record<FieldId, Origin>>;

/** Who may do what with a document: kept in its history beside what its authors write. */
export const ACCESS_FIELDS = ['editors', 'commenters', 'readers', 'isPrivate'] as const;
type AccessField = (typeof ACCESS_FIELDS)[number];

/** Every field whose changes are kept. */
export const KEPT_FIELDS: readonly (FieldId | AccessField)[] = [
  ...FIELDS.map(({ id }) => id),
  ...ACCESS_FIELDS,
];

/** What a save made of the fields that it changed; `null` for one that it took away. */
export type Changes = Readonly<Partial<Record<FieldId | AccessField, unknown>>>;

/** One save. */
export interface Revision {
  /** Its place among the saves of its document: digits of one length, later ones greater. */
  place: string;
  /** The document's own number, which its writers count. Two saves may say the same one. */
  revision: number;
  /** ISO 8601, by the clock of the database. */
  savedAt: string;
  /** As their page says; null when the save did not say. */
  savedBy: Author | null;
  origins: Origins;
  /** The first one holds the whole document. */
  changes: Changes;
  /** How many earlier saves went into it when the history grew long; 0 for a save as it was. */
  folded: number;
}

/** What stood in the document after each save, oldest first. */
export function* statesOf(revisions: Iterable<Revision>): Generator<{ revision: Revision; state: Changes }> {
  let state: Changes = {};
  for (const revision of revisions) {
    state = { ...state, ...revision.changes };
    yield { revision, state };
  }
}
