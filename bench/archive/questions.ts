import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How a question meets its answer: by the same words, by other words, by asking for a time; or not at all. */
export type QuestionKind = 'words' | 'meaning' | 'time' | 'none';

/** A question on the published incidents, with the passages that answer it, as they stand there; none where none does. */
export interface ArchiveQuestion {
  kind: QuestionKind;
  question: string;
  answers: { case: string; quote: string }[];
}

/** A file of questions; the README beside them says how each came about. */
export const archiveQuestions = (file: 'questions.jsonl' | 'development.jsonl'): ArchiveQuestion[] =>
  readFileSync(join(import.meta.dirname, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
