import type { PostMortemStore } from '../../data/types';
import type { UnsavedWorkJournal } from '../../data/unsavedWork';

/** What a writing session works with. */
export interface WritingTools {
  postMortems: PostMortemStore;
  journal: UnsavedWorkJournal;
  /** Calls back once after so many milliseconds; returns what cancels it. */
  after(milliseconds: number, callback: () => void): () => void;
  now(): Date;
}
