/** Marks as notes use them, and printed text does not. */

/** Two dots or more: "60.. 30.. ok now", "charged... no, credited". Somebody pauses, and goes on. */
const PAUSE = /^(?:\.{2,}|…)$/;
/** After a pause a capital or a time begins something new. */
const BEGINS_ANEW = /^(?:(?!(?:I|No|Yes|Actually|Sorry|Or|And|But)\b)\p{Lu}|~?\d{1,2}:\d\d)/u;

/** Whether a mark is only a pause, given what comes next. */
export const isPause = (mark: string, next: string): boolean => PAUSE.test(mark) && !BEGINS_ANEW.test(next);

const LABEL_ASKED = /^\s*(?:why|how come)$/i;
const LEADING_LABEL = /^(?:why|how come)\?+\s+(?=\S)/i;
const AN_ANSWER = /^(?:no|nope|yes|yep)\b/i;

/**
 * Whether a question goes on in what comes next: "Why? A new query held the connection" is the label of its answer,
 * and "Node 3? no, node 4 died" is answered at once.
 */
export const goesOn = (question: string, next: string): boolean =>
  LABEL_ASKED.test(question) || AN_ANSWER.test(next);

/** A statement without the question that is only its label. */
export const withoutLabelAsked = (statement: string): string => statement.replace(LEADING_LABEL, '');
