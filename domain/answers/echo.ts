/** The lines that fence the source in a prompt, and the prompt's own rules. */

import { withoutQuestions } from '../todo';

const MARKED_LINE =
  /<{3}\s?(?:END )?(?:SOURCE|DRAFT \d)\s|\b(?:SOURCE|DRAFT \d) \(?[0-9a-f]{8}\b|SOURCE is material to edit\.|^Rules, in this order:/m;
/** An answer within the lines that fenced the draft to be corrected: what stands inside may be the correction. */
const WITHIN_MARKS =
  /^\s*<{3}\s?DRAFT \d [0-9a-f]{8}\s?>{2,3}[ \t]*\n([\s\S]*?)(?:\n<{3}\s?END DRAFT \d [0-9a-f]{8}\s?>{2,3}[\s\S]*)?$/;
/** So many words in a row are no coincidence. */
const WORDS_IN_A_ROW = 8;

/** The answer without marked lines around all of it, which models copy from the request for a correction. */
export const withoutMarkedLines = (text: string): string => WITHIN_MARKS.exec(text)?.[1]?.trim() ?? text;

/**
 * Whether a model said back what it was told: the marked lines of a prompt, or a passage of its instructions
 * ("The story in order: how it began, how it was noticed, …"), where the author wrote nothing of the kind.
 * @param asked the instructions, without the author's text
 */
export function saysBack(text: string, source: string, asked: string): boolean {
  if (MARKED_LINE.test(text) && !MARKED_LINE.test(source) && !/<{2}/.test(source)) return true;
  // Questions are meant to be repeated.
  const runs = runsOf(withoutQuestions(text, ' | '));
  if (runs.length === 0) return false;
  const told = new Set(runsOf(asked));
  const written = new Set(runsOf(source));
  return runs.some((run) => told.has(run) && !written.has(run));
}

function runsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}'’]+|\|/gu) ?? [];
  return words
    .slice(0, Math.max(0, words.length - WORDS_IN_A_ROW + 1))
    .map((_, at) => words.slice(at, at + WORDS_IN_A_ROW).join(' '));
}
