import { fieldsOf } from '../postMortem/fields';
import { SECTIONS } from '../sections';
import type { Shape, Shaped } from '../shape';

/** The place of a comment on the document as a whole. */
export const WHOLE = 'document';

/** Where a comment can stand: the whole document, a section of prose, or a list of rows. */
export const COMMENT_PLACES = [
  { id: WHOLE, label: 'The whole document' } as const,
  ...SECTIONS,
  ...fieldsOf('rows'),
].map(({ id, label }) => ({ id, label }));

/** What a place is called; one that this version does not know is told as it is. */
export const placeLabel = (place: string): string =>
  COMMENT_PLACES.find(({ id }) => id === place)?.label ?? place;

/** Bounds of a comment, in UTF-16 units but for the thread. The resolvers hold the same; a test compares them. */
export const COMMENT_LIMITS = {
  text: 5_000,
  /** Comments in a thread, the first one included. */
  thread: 500,
  quote: 1_000,
  /** Of the words on either side of a quote, by which it is found again. */
  context: 100,
  name: 320,
} as const;

const PERSON = { id: 'ID', name: 'String' } as const satisfies Shape;

/** A comment as the API answers it. */
export const COMMENT = {
  id: 'ID',
  postMortemId: 'ID',
  threadId: 'ID',
  place: 'String',
  quote: 'String',
  before: 'String',
  after: 'String',
  text: 'String',
  author: PERSON,
  createdAt: 'AWSDateTime',
  updatedAt: 'AWSDateTime',
  editedAt: 'AWSDateTime',
  resolvedAt: 'AWSDateTime',
  resolvedBy: PERSON,
  deletedAt: 'AWSDateTime',
} as const satisfies Shape;

type Told = Shaped<typeof COMMENT>;
type MayBeMissing =
  | 'threadId'
  | 'quote'
  | 'before'
  | 'after'
  | 'editedAt'
  | 'resolvedAt'
  | 'resolvedBy'
  | 'deletedAt';

/**
 * A comment on a post-mortem. `threadId` names the one it replies to; what begins a thread has none, and carries
 * the thread's place, its quote and whether it is resolved. A deleted one is empty.
 */
export type Comment = Omit<Told, MayBeMissing> & { [Field in MayBeMissing]: Told[Field] | null };

/** The words a comment is about, and what stood on either side of them when it was written. */
export interface Quote {
  quote: string;
  before: string;
  after: string;
}
