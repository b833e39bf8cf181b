import type { Stored } from '../../domain/postMortem/stored';
import { changesBetween } from '../../domain/search/changes';
import type { Apply } from './follow';

/** Grows when the words of a document change by a change of `domain/search/`: all documents are read again then. */
export const RULES = '2';

/** How far the index has been made of what was there before it. */
export interface Progress {
  rules: string;
  isDone: boolean;
  /** The last document that was read; null at the beginning. */
  after: string | null;
  documents: number;
}

/** What catching up reads and writes. */
export interface CatchUpStore {
  apply: Apply;
  progress(): Promise<Progress | undefined>;
  keepProgress(progress: Progress): Promise<void>;
  /** Some documents after this one, in the order of the table; null ends it. */
  some(after: string | null): Promise<{ documents: Stored[]; after: string | null }>;
  /** A document as it is now, or null. */
  document(id: string): Promise<Stored | null>;
}

/**
 * Puts documents into the index that were written before there was one, or under other rules. It is called again
 * and again and goes on where it stopped; once it is done it reads one item. Meanwhile the stream tells of saves: a
 * document that was saved while its words were added is looked at again, so that none stays that it has no longer.
 */
export async function catchUp(
  store: CatchUpStore,
  { rebuild, hasTime }: { rebuild: boolean; hasTime: () => boolean },
): Promise<Progress> {
  const before = await store.progress();
  const isCurrent = before?.rules === RULES && !rebuild;
  let progress: Progress = isCurrent ? before : { rules: RULES, isDone: false, after: null, documents: 0 };
  while (!progress.isDone && hasTime()) {
    const page = await store.some(progress.after);
    for (const document of page.documents) await enter(document, store);
    progress = {
      ...progress,
      after: page.after,
      isDone: page.after === null,
      documents: progress.documents + page.documents.length,
    };
    await store.keepProgress(progress);
  }
  return progress;
}

/** Somebody who saves all the time is followed by the stream anyway. */
const LOOKS = 5;

async function enter(document: Stored, store: CatchUpStore): Promise<void> {
  let changes = changesBetween([null, document]);
  let read: Stored | null = document;
  for (let look = 0; look < LOOKS && changes.length > 0; look += 1) {
    await store.apply(changes);
    const now = await store.document(String(document.id));
    changes = changesBetween([read, now]);
    read = now;
  }
}
