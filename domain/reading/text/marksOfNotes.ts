/** Marks as notes use them, and printed text does not. */

/** Two dots or more: "60.. 30.. ok now", "charged... no, credited". Somebody pauses, and goes on. */
const PAUSE = /^(?:\.{2,}|…)$/;
/** After a pause a capital or a time begins something new. */
const BEGINS_ANEW = /^(?:(?!(?:I|No|Yes|Actually|Sorry|Or|And|But)\b)\p{Lu}|~?\d{1,2}:\d\d)/u;

/** Whether a mark is only a pause, given what comes next. */
export const isPause = (mark: string, next: string): boolean => PAUSE.test(mark) && !BEGINS_ANEW.test(next);

const LABEL_ASKED = /^\s*(?:why|how come)$/i;

/** "Why? A new query held the connection": whether a question is the label of its answer, and stays with it. */
export const isLabelAsked = (question: string): boolean => LABEL_ASKED.test(question);

const AN_ANSWER = /^(?:no|nope|yes|yep)\b/i;

/** "Node 3? no, node 4 died": whether what comes next answers the question, and stays with it. */
export const isAnsweredBy = (next: string): boolean => AN_ANSWER.test(next);
