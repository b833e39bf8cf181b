import { isAskedByUs } from '../../../../domain/questions';
import { momentsIn } from '../../../../domain/story';
import { ASIDES } from '../../../../domain/themes/asides';
import { questionsIn } from '../../../../domain/todo';
import { QUESTIONS_LABEL } from './voice';

const STOCKS = Object.values(ASIDES);
const FRAME_LINES = new Set(
  STOCKS.flatMap(({ openings, closings, solemnOpenings }) => [
    ...openings,
    ...closings,
    ...solemnOpenings,
  ]).map((line) => `*${line}*`),
);
const INSERTED = STOCKS.flatMap(({ before, beforeAnything, beforeHours }) => [
  ...Object.values(before).flat(),
  ...beforeAnything,
  ...beforeHours.flatMap(({ phrases }) => phrases),
]).map((phrase) => `*${phrase}*`);
const QUESTION_LINES = new Set(
  [QUESTIONS_LABEL, ...STOCKS.flatMap(({ questionLabels }) => questionLabels)].map(
    (label) => `**${label}:**`,
  ),
);

/**
 * The author's words in a text that may be an earlier draft of ours: without our phrases and questions, and
 * with the times that we set in bold as they were told. Labels stay: they may be the author's by now.
 */
export function withoutOwnAdditions(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const kept: string[] = [];
  let fence = '';
  for (const line of lines) {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (fence ? line.trim().startsWith(fence) : mark) fence = fence ? '' : mark;
    else if (!fence) {
      const words = withoutOwn(line);
      if (words !== undefined) kept.push(words);
      continue;
    }
    kept.push(line);
  }
  return kept.join('\n');
}

function withoutOwn(line: string): string | undefined {
  const trimmed = line.trim();
  if (FRAME_LINES.has(trimmed) || QUESTION_LINES.has(trimmed)) return undefined;
  const item = trimmed.replace(/^[-*] /, '');
  const [asked] = questionsIn(item);
  if (asked && asked.end - asked.start === item.length && isAskedByUs(asked.question)) return undefined;
  if (!line.includes('*')) return line;
  const plain = INSERTED.reduce(
    (left, phrase) =>
      left.includes(phrase) ? left.replace(` ${phrase}`, '').replace(`${phrase} `, '') : left,
    line,
  );
  return plain.replace(/^([-*] )\*\*([^*\n]{1,60})\*\* /, (whole, bullet: string, told: string) =>
    momentsIn(told).length > 0 ? `${bullet}${told} ` : whole,
  );
}
