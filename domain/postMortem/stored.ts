import type { Author, PostMortem } from '.';
import {
  type AuthoredField,
  type Column,
  FIELDS,
  LISTED_FIELDS,
  type ListedField,
  type RecordFieldId,
} from './fields';

/** A record as the API answers it: whatever the schema allows, so nothing in it is certain. */
export type Stored = Readonly<Record<string, unknown>>;

/** What the library shows of a post-mortem. */
export type PostMortemListing = Pick<
  PostMortem,
  ListedField['id'] | 'id' | 'owner' | 'savedBy' | 'createdAt' | 'updatedAt'
>;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const texts = (value: unknown): string[] => list(value).filter((each) => typeof each === 'string');
const records = (value: unknown): Stored[] =>
  list(value).filter((each): each is Stored => typeof each === 'object' && each !== null);

/** The API takes moments that no browser can read, such as an offset with seconds: those are not told. */
const moment = (value: unknown): string | null =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? value : null;

/** What stands in a field, out of whatever another client, or an older version, has stored there. */
function readValue(field: AuthoredField, value: unknown): unknown {
  switch (field.kind) {
    case 'line':
      return text(value) || ('unnamed' in field ? field.unnamed : '');
    case 'prose':
      return text(value);
    case 'choice':
      return field.choices.find(({ id }) => id === value)?.id ?? field.empty;
    case 'moment':
      return moment(value);
    case 'labels':
      return texts(value);
    case 'rows':
      return records(value).map((row) => readRow(field.columns, row));
  }
}

/** Loops, as an archive that is asked reads thousands of rows before it answers. */
function readRow(columns: Readonly<Record<string, Column>>, row: Stored): Stored {
  const read: Record<string, unknown> = {};
  for (const id in columns) {
    const column = columns[id] as Column;
    const cell = readCell(column, row[id]);
    if (!column.optional || cell !== '') read[id] = cell;
  }
  return read;
}

function readCell({ kind, choices }: Column, value: unknown): string | boolean {
  if (kind === 'tick') return value === true;
  if (kind === 'choice') return choices?.find(({ id }) => id === value)?.id ?? '';
  return text(value);
}

/** Writes what stands in some fields into an object: many are read at once, and copying one costs as much as reading it. */
function readFields<Read extends object>(fields: readonly AuthoredField[], stored: Stored, into: Read): Read {
  const read = into as Record<string, unknown>;
  for (const field of fields) read[field.id] = readValue(field, stored[field.id]);
  return into;
}

/** Longer than any e-mail address; what is longer is no name. */
const LONGEST_NAME = 320;

/** Somebody who did something to a record; null when it does not say who. */
export function readAuthor(value: unknown): Author | null {
  const [stored] = records([value]);
  const [id, name] = [text(stored?.id), text(stored?.name).trim().slice(0, LONGEST_NAME)];
  return id === '' || name === '' ? null : { id, name };
}

/** Before anything was ever stored, for records without a readable date. */
const LONG_AGO = new Date(0).toISOString();

const readDates = (stored: Stored) => ({
  createdAt: moment(stored.createdAt) ?? LONG_AGO,
  updatedAt: moment(stored.updatedAt) ?? moment(stored.createdAt) ?? LONG_AGO,
});

/** A line of the library out of whatever another client has stored. */
export const readListing = (stored: Stored): PostMortemListing =>
  readFields(LISTED_FIELDS, stored, {
    ...readDates(stored),
    id: text(stored.id),
    owner: text(stored.owner),
    savedBy: readAuthor(stored.savedBy),
  } satisfies Omit<PostMortemListing, ListedField['id']>) as PostMortemListing;

/**
 * A post-mortem out of whatever another client, or an older version, has stored: a section that is missing or
 * null is empty, a list likewise. Only what an author changes is written back, so that nothing is lost by it.
 */
export const readPostMortem = (stored: Stored): PostMortem =>
  readFields(FIELDS, stored, {
    ...readDates(stored),
    id: text(stored.id),
    owner: text(stored.owner),
    editors: texts(stored.editors),
    commenters: texts(stored.commenters),
    readers: texts(stored.readers),
    savedBy: readAuthor(stored.savedBy),
    isPrivate: stored.isPrivate === true,
    statusBy: readAuthor(stored.statusBy),
    statusAt: moment(stored.statusAt),
    revision: Number.isInteger(stored.revision) ? (stored.revision as number) : 0,
  } satisfies Record<RecordFieldId, unknown>) as PostMortem;
