import { type Label, labelOf } from './labels';

/** A piece of the author's Markdown. `raw` is byte for byte the author's. */
export type Block =
  | { kind: 'paragraph'; lines: string[] }
  | { kind: 'list'; raw: string }
  | { kind: 'heading'; raw: string; words: string }
  | { kind: 'label'; label: Label }
  /** Code, tables, quotations, rules and HTML: never touched. */
  | { kind: 'verbatim'; raw: string };

const FENCE = /^\s{0,12}(`{3,}|~{3,})([^`]*)$/;
const HEADING = /^ {0,3}#{1,6}(?:\s|$)/;
const BULLET = /^\s*[-*+•](?:\s|$)/;
const NUMBERED = /^\s*\d{1,9}[.)](?:\s|$)/;
const QUOTE = /^ {0,3}>/;
const RULE = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|=+[ \t]*)$/;
const HTML = /^ {0,3}<[/!a-zA-Z]/;
const INDENTED = /^(?: {4}|\t)/;
const TABLE_RULE = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?$/;

export const isListItem = (line: string): boolean =>
  !RULE.test(line) && (BULLET.test(line) || NUMBERED.test(line));
const isBlankLine = (line: string | undefined): boolean => line === undefined || line.trim() === '';

/** Splits Markdown into blocks, without understanding more of it than is needed to leave it alone. */
export function parseBlocks(text: string): Block[] {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    if (isBlankLine(lines[at])) {
      at++;
      continue;
    }
    at = readBlock(lines, at, blocks);
  }
  return blocks;
}

/** Reads one block from line `at` and answers with the line after it. */
function readBlock(lines: string[], at: number, blocks: Block[]): number {
  const line = lines[at] ?? '';
  const until = (end: number, kind: 'verbatim' | 'list') => {
    blocks.push({ kind, raw: lines.slice(at, end).join('\n') });
    return end;
  };
  if (FENCE.test(line)) return until(endOfFence(lines, at), 'verbatim');
  if (HEADING.test(line)) {
    blocks.push({
      kind: 'heading',
      raw: line.trim(),
      words: line
        .replace(/^\s*#+/, '')
        .replace(/\s#+\s*$/, '')
        .trim(),
    });
    return at + 1;
  }
  if (RULE.test(line)) return until(at + 1, 'verbatim');
  if (QUOTE.test(line))
    return until(
      endWhile(lines, at, (next) => QUOTE.test(next)),
      'verbatim',
    );
  if (line.includes('|') && TABLE_RULE.test((lines[at + 1] ?? '').trim())) {
    return until(
      endWhile(lines, at, (next) => next.includes('|')),
      'verbatim',
    );
  }
  if (isListItem(line)) return until(endOfList(lines, at), 'list');
  if (INDENTED.test(line) || HTML.test(line)) {
    return until(
      endWhile(lines, at, (next) => !isBlankLine(next)),
      'verbatim',
    );
  }
  const label = labelOf(line.trim());
  if (label) return readLabel(lines, at, label, blocks);
  const end = endOfParagraph(lines, at);
  blocks.push({ kind: 'paragraph', lines: lines.slice(at, end).map((each) => each.trim()) });
  return end;
}

/** Puts the rest of a label's line back as a line of its own; a bullet there joins the list below it. */
function readLabel(lines: string[], at: number, label: Label, blocks: Block[]): number {
  blocks.push({ kind: 'label', label });
  if (label.rest.trim() === '') return at + 1;
  const below = lines[at + 1];
  const indent = below !== undefined && isListItem(below) ? (/^\s*/.exec(below)?.[0] ?? '') : '';
  lines[at] = isListItem(label.rest) ? indent + label.rest : label.rest;
  // Not a label again: "Impact: Resolution: …" would go on for ever otherwise.
  if (isListItem(label.rest)) return readBlock(lines, at, blocks);
  const end = endOfParagraph(lines, at);
  blocks.push({ kind: 'paragraph', lines: lines.slice(at, end).map((each) => each.trim()) });
  return end;
}

function endOfFence(lines: string[], at: number): number {
  const mark = FENCE.exec(lines[at] ?? '')?.[1] ?? '```';
  const closes = (line: string) => {
    const trimmed = line.trim();
    return trimmed.length >= mark.length && trimmed === (mark[0] ?? '`').repeat(trimmed.length);
  };
  for (let next = at + 1; next < lines.length; next++) if (closes(lines[next] ?? '')) return next + 1;
  return lines.length;
}

function endWhile(lines: string[], at: number, belongs: (line: string) => boolean): number {
  let end = at + 1;
  while (end < lines.length && belongs(lines[end] ?? '')) end++;
  return end;
}

function endOfList(lines: string[], at: number): number {
  let end = at + 1;
  while (end < lines.length) {
    const line = lines[end] ?? '';
    const indented = /^\s/.test(line) && !isBlankLine(line);
    if (indented && FENCE.test(line)) end = endOfFence(lines, end);
    else if (isListItem(line) || indented) end++;
    else if (isBlankLine(line)) {
      const next = endWhile(lines, end, isBlankLine);
      const after = lines[next] ?? '';
      if (isBlankLine(after) || !(isListItem(after) || /^(?: {2}|\t)/.test(after))) return end;
      end = next;
    } else if (startsBlock(lines, end) || labelOf(line.trim())) return end;
    else end++;
  }
  return end;
}

function endOfParagraph(lines: string[], at: number): number {
  let end = at + 1;
  while (end < lines.length) {
    const line = lines[end] ?? '';
    if (isBlankLine(line) || startsBlock(lines, end) || labelOf(line.trim())) return end;
    // Only "1." starts a list in the middle of a paragraph; "2024." there is the end of a sentence.
    if (BULLET.test(line) || /^\s*1[.)](?:\s|$)/.test(line)) return end;
    end++;
  }
  return end;
}

const startsBlock = (lines: string[], at: number): boolean => {
  const line = lines[at] ?? '';
  return FENCE.test(line) || HEADING.test(line) || QUOTE.test(line) || RULE.test(line) || HTML.test(line);
};
