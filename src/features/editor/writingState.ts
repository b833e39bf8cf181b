import type { FieldId } from '../../../domain/postMortem/fields';
import type { DocumentContent } from '../../data/types';
import type { Access } from './access';

/** Where the author's words are. */
export type SaveState =
  | { kind: 'untouched' }
  | { kind: 'saved' }
  /** Changed a moment ago; saved once the author pauses. */
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  | { kind: 'offline' }
  | { kind: 'signedOut' }
  | { kind: 'failed'; message: string; advice: string }
  /** Somebody else saved, and both changed `conflicts`. */
  | { kind: 'conflict'; conflict: Conflict }
  /** Somebody deleted it, or took away the right to see it. */
  | { kind: 'gone' };

/** Whose change it was: that of this person in another tab or on another device, or of somebody with a name. */
export type ChangedBy = 'self' | { name: string } | null;

export interface Conflict {
  by: ChangedBy;
  /** Mine, with everything that only they changed already taken over. */
  merged: DocumentContent;
  theirs: DocumentContent;
  theirRevision: number;
  fields: FieldId[];
}

/** What somebody else changed and we took over without a conflict: shown, so that nobody is surprised. */
export interface TakenOver {
  by: ChangedBy;
  fields: FieldId[];
  before: DocumentContent;
  after: DocumentContent;
}

export interface WritingState extends Access {
  content: DocumentContent;
  save: SaveState;
  /** 0 while the server has never seen the document. */
  revision: number;
  takenOver: TakenOver | null;
  /** Work from an earlier visit was found on this device and put back. */
  broughtBack: boolean;
  /** False when this device could not keep a copy: then closing the tab would lose text. */
  keptOnDevice: boolean;
}
