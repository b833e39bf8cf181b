/** A part of a line with the numbers of the passages that it names, none where it names none. */
export interface Cited {
  text: string;
  sources: number[];
}

const NAME = '(?:sources?|passages?|refs?|references?|citations?|quellen?|font[ei])';
const NUMBER = String.raw`\^?(?:${NAME}\s*)?#?\d{1,3}`;
const NUMBERS = String.raw`${NUMBER}(?:\s*(?:,|;|&|-|–|\band\b|\be\b)\s*${NUMBER}){0,19}`;
/** `[1]`, `[1, 3]`, `[^2]`, `[Passage 2]`, `【1】`, `(Source: 2)`, `Sources: 1 and 3`, and no other figures in a text. */
const MARK = new RegExp(
  String.raw`\[\s*(?:${NAME}\s*:?\s*)?${NUMBERS}\s*\]|【\s*${NUMBERS}[^】\n]{0,20}】|\(\s*(?:see\s+)?${NAME}\s*:?\s*\[?${NUMBERS}\]?\s*\)|\b${NAME}\s*:\s*\[?${NUMBERS}\]?`,
  'gi',
);
/** More than there are passages: whoever names so many names none. */
const MOST_NUMBERS = 40;

/** The numbers in a mark; `2-4` are three. */
function numbersIn(mark: string): number[] {
  const numbers: number[] = [];
  for (const [, from, to] of mark.matchAll(/(\d{1,3})(?:\s*[-–]\s*(\d{1,3}))?/g)) {
    const first = Number(from);
    const last = Math.min(Number(to ?? from), first + MOST_NUMBERS);
    for (let number = first; number <= last; number += 1) numbers.push(number);
  }
  return numbers.slice(0, MOST_NUMBERS);
}

/** Whether a line is nothing but the sources of the line before. */
export const isOnlySources = (line: string): boolean =>
  line.trim() !== '' && line.replace(MARK, '').replace(/\band\b|[\s,;.&*_–-]/g, '') === '';

/**
 * A line as the parts that have their sources beside them: behind them, or in front where the line begins with
 * some. What stands within a sentence is the sentence's.
 */
export function citedParts(line: string): Cited[] {
  const marks = [...line.matchAll(MARK)];
  const [first] = marks;
  if (!first) return line.trim() === '' ? [] : [{ text: line.trim(), sources: [] }];
  const inFront = line.slice(0, first.index).trim() === '';
  const parts: Cited[] = [];
  let at = 0;
  let pending: number[] = [];
  const add = (text: string, sources: number[]) => {
    const last = parts.at(-1);
    const [, closing = '', rest = ''] = /^(\s*[.!?,;:]+(?=\s|$))?([\s\S]*)$/.exec(text) ?? [];
    if (last && closing) last.text += closing.trim();
    if (rest.trim() === '') {
      if (last) last.sources.push(...sources);
      return;
    }
    const goesOn = last && !/[.!?…:]["'”’)*_`]*$/.test(last.text) && !closing;
    if (goesOn && last) {
      last.text = `${last.text} ${rest.trim()}`;
      last.sources.push(...sources);
    } else parts.push({ text: rest.trim(), sources: [...sources] });
  };
  for (const mark of marks) {
    const before = line.slice(at, mark.index);
    const numbers = numbersIn(mark[0]);
    if (inFront) {
      if (before.trim() !== '') {
        add(before, pending);
        pending = [];
      }
      pending.push(...numbers);
    } else add(before, numbers);
    at = mark.index + mark[0].length;
  }
  const rest = line.slice(at);
  if (rest.trim() !== '' || inFront) add(rest, inFront ? pending : []);
  return parts.map(({ text, sources }) => ({ text, sources: [...new Set(sources)] }));
}
