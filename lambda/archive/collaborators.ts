import type { Stored } from '../../domain/postMortem/stored';
import type { Embed } from '../bedrock/embed';
import type { VectorIndex } from '../vectors';

/** What has been entered of documents, by the keys of the index: all that may be there, and rarely one that is not. */
export interface EnteredKeys {
  of(documentId: string): Promise<string[]>;
  add(documentId: string, keys: readonly string[]): Promise<void>;
  remove(documentId: string, keys: readonly string[]): Promise<void>;
}

/** Documents that could not be brought in line with their records: the archivist comes back to them. */
export interface Owed {
  all(): Promise<string[]>;
  add(documentId: string): Promise<void>;
  remove(documentId: string): Promise<void>;
}

/** Everything with a network. Each is only ever called inside a step. */
export interface Collaborators {
  /** A record as it is at this moment, or null. */
  document(id: string): Promise<Stored | null>;
  entered: EnteredKeys;
  owed: Owed;
  vectors: VectorIndex;
  embed: Embed;
}
