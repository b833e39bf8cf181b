/** A question that a draft leaves to the author, such as `[TODO: error rate]`. Offsets in UTF-16 units. */
export interface Question {
  question: string;
  start: number;
  end: number;
}

/** Brackets inside belong to the question when they close again: `[TODO: confirm "[5xx]"]`. */
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
