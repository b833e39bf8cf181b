import { SECTION_IDS } from '../../../domain/sections';
import { isOwnQuestion } from './questions';
import { CLOSINGS, LEAD_INS, OPENINGS, QUESTIONS_LEAD_IN, RUN_INS, TAILS } from './voice';

const FRAME_LINES = new Set([...OPENINGS, ...CLOSINGS].map((line) => `*${line}*`));
const ALL_RUN_INS = Object.values(RUN_INS)
  .flat()
  .map((words) => `*${words}* `);
const ALL_TAILS = Object.values(TAILS).flat();
const OWN_LABELS = new Set([...Object.values(LEAD_INS), QUESTIONS_LEAD_IN]);

/**
 * The author's words in a text that may be an earlier draft of ours: without our questions, framing lines
 * and tails. Our neutral lead-ins stay, as labels of the author's, so that nobody's words are ever lost;
 * a lead-in goes only when all that follows it on its line is our question.
 */
export function withoutOwnAdditions(text: string): string {
  const kept: string[] = [];
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  let fence = '';
  for (const [at, line] of lines.entries()) {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (fence ? line.trim().startsWith(fence) : mark) {
      fence = fence ? '' : mark;
      kept.push(line);
    } else if (fence) {
      kept.push(line);
    } else {
      const words = withoutOwn(line, lines, at);
      if (words !== undefined) kept.push(words);
    }
  }
  return kept.join('\n');
}

function withoutOwn(line: string, lines: readonly string[], at: number): string | undefined {
  const trimmed = line.trim();
  if (FRAME_LINES.has(trimmed)) return undefined;
  if (isOwnLeadIn(trimmed, QUESTIONS_LEAD_IN) && nextAsks(lines, at)) return undefined;
  const todo = ownQuestionAt(trimmed);
  if (todo !== undefined) {
    const before = withoutTail(trimmed.slice(0, todo)).trim();
    // "1. [TODO: …]" filled an empty item of the author's; a bullet was ours.
    if (before === '' || before === '-' || isOwnLabel(before)) return undefined;
    return before;
  }
  const runIn = ALL_RUN_INS.find((words) => trimmed.startsWith(words));
  return withoutTail(runIn ? trimmed.slice(runIn.length) : line);
}

/** Where the question of ours begins that ends this line. */
function ownQuestionAt(line: string): number | undefined {
  if (!line.endsWith(']')) return undefined;
  const at = line.lastIndexOf('[TODO: ');
  if (at < 0) return undefined;
  return isOwnQuestion(line.slice(at + '[TODO: '.length, -1), SECTION_IDS) ? at : undefined;
}

function nextAsks(lines: readonly string[], at: number): boolean {
  const next = lines.slice(at + 1, at + 4).find((line) => line.trim() !== '');
  return next !== undefined && ownQuestionAt(next.trim()) !== undefined;
}

/** "**Impact, in fresh black ink:** …" becomes "**Impact:** …". */
function withoutTail(line: string): string {
  if (!line.trimStart().startsWith('**')) return line;
  for (const tail of ALL_TAILS) {
    const at = line.indexOf(`, ${tail}:**`);
    if (at >= 0 && OWN_LABELS.has(line.slice(line.indexOf('**') + 2, at))) {
      return line.slice(0, at) + line.slice(at + tail.length + 2);
    }
  }
  return line;
}

const isOwnLeadIn = (line: string, words: string): boolean => withoutTail(line) === `**${words}:**`;
const isOwnLabel = (line: string): boolean => [...OWN_LABELS].some((words) => isOwnLeadIn(line, words));
