/*
 * Questions that a draft leaves to its author, in the text itself: `[TODO: error rate]`. The one place that
 * says how they are written and read.
 */

/** A question in a text. Offsets in UTF-16 units. */
export interface Question {
  question: string;
  start: number;
  end: number;
}

/**
 * Brackets inside belong to the question when they close again: `[TODO: confirm "[5xx]"]`. A mark that never
 * closes is text, also where a complete one follows on its line.
 */
const TODO = /\[TODO\b:?((?:[^[\]\n]|\[[^[\]\n]*\])*)\]/gi;

/** The questions in a text, in their order. */
export const questionsIn = (text: string): Question[] =>
  [...text.matchAll(TODO)].map(({ 0: whole, 1: asked = '', index }) => ({
    question: asked.trim() || 'Something is missing here',
    start: index,
    end: index + whole.length,
  }));

/** Whether a text asks anything of its author. */
export const hasQuestions = (text: string): boolean => questionsIn(text).length > 0;

/** The text with each question replaced: a question claims nothing. */
export const withoutQuestions = (text: string, instead = ' '): string => text.replace(TODO, instead);

/** What stands in a draft in place of a value that the author never wrote. */
export const questionAbout = (value: string): string => `[TODO: confirm "${value.replaceAll('"', "'")}"]`;

/** A draft with the values back that became questions: as the model wrote it. */
export const asWritten = (text: string): string => text.replace(/\[TODO: confirm "([^"\n]*)"\]/g, '$1');
