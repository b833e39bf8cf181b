import type { ArchiveAnswer } from '../../domain/archive/answerRecord';
import type { Severity } from '../../domain/postMortem';
import type { LiveWatcher } from './talk';

/** What somebody asks. Its id is given here, so that sending it twice asks once. */
export interface ArchiveQuestion {
  id: string;
  question: string;
  /** The answer that it asks on about. */
  followUpOf: string | null;
  filters: QuestionFilters;
}

/** What narrows the archive before anything is looked for; empty for any. */
export interface QuestionFilters {
  service: string;
  severity: Severity | '';
  /** The first and the last calendar day of the incident, or nothing. */
  from: string;
  to: string;
}

/** Questions to the archive, and the answers that are kept of them. Every method throws a named error of `errors.ts`. */
export interface ArchiveService {
  /** Returns as soon as the question is on its way: all else is told in its answer. */
  ask(question: ArchiveQuestion): Promise<void>;
  /** Null where there is none, or not yet. */
  get(id: string): Promise<ArchiveAnswer | null>;
  /** A page of this user's answers, the latest first; `next` is null on the last page. */
  list(next: string | null): Promise<{ items: ArchiveAnswer[]; next: string | null }>;
  /** Ends one that is still coming, where it stands. @throws RefusedError where it has ended */
  stop(id: string): Promise<ArchiveAnswer>;
  /** Deletes one with its question. One that is gone already is fine. */
  remove(id: string): Promise<void>;
  /** This user's answers as they come. Returns what ends the subscription. */
  watch(watcher: LiveWatcher<ArchiveAnswer>): () => void;
}
