/** Marks as notes use them, and printed text does not. */

/** Two dots or more: "60.. 30.. ok now", "charged... no, credited". Somebody pauses, and goes on. */
const PAUSE = /^(?:\.{2,}|…)$/;
/** After a pause a capital or a time begins something new. */
const BEGINS_ANEW = /^(?:\p{Lu}|~?\d{1,2}:\d\d)/u;

/** Whether a mark is only a pause, given what comes next. */
export const isPause = (mark: string, next: string): boolean => PAUSE.test(mark) && !BEGINS_ANEW.test(next);

const LABEL_ASKED = /^\s*(?:(?:but|and|so) )?(?:why|how come)$/i;

/** "Why? A new query held the connection": whether a question is the label of its answer, and stays with it. */
export const isLabelAsked = (question: string): boolean => LABEL_ASKED.test(question);
