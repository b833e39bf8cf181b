import { type ArchiveFilters, faultIn } from '../../domain/archive/filters';
import { ArchiveQuestionError } from './errors';

/** What the archive is asked. */
export interface Asked {
  text: string;
  filters?: ArchiveFilters;
  /** Passages that are wanted at most. */
  limit?: number;
  /** A document whose passages are not wanted. */
  exceptDocument?: string;
}

/** Longer questions are mistakes, such as a pasted log; what nobody asks in earnest costs nothing. */
const LONGEST_QUESTION = 8_000;
const USUAL = 8;
const MOST = 50;

/** What is asked, checked. @throws ArchiveQuestionError with the remedy */
export function readAsked({ text, filters = {}, limit = USUAL, exceptDocument }: Asked) {
  if (typeof text !== 'string' || text.trim() === '')
    throw new ArchiveQuestionError('Say what the archive is to be asked: the question is empty.');
  if (text.length > LONGEST_QUESTION)
    throw new ArchiveQuestionError(
      `Ask in fewer words: at most ${LONGEST_QUESTION} characters, and this has ${text.length}.`,
    );
  const fault = faultIn(filters);
  if (fault !== null) throw new ArchiveQuestionError(fault);
  if (!Number.isInteger(limit) || limit < 1)
    throw new ArchiveQuestionError('Ask for one passage or more: give a whole number as the limit.');
  return { text: text.trim(), filters, limit: Math.min(MOST, limit), exceptDocument };
}
export type ReadAsked = ReturnType<typeof readAsked>;
