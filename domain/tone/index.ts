import { type ThemeId, themeById } from '../themes';
import { ANIMATED, PATTERNS, type TonePattern, WEAK_ACTION } from './patterns';
import type { ToneSuggestion } from './suggestion';

export type { ToneKind, ToneSuggestion } from './suggestion';

/** Code, addresses, quotations and the drafter's own questions are not the author's tone. */
const NOT_TONE =
  /(?<!`)(`{1,3})(?!`)[^\n]{0,300}?[^`]\1(?!`)|https?:\/\/\S+|"[^"\n]{1,200}"|“[^”\n]{1,200}”|\[TODO[^\]\n]{0,300}\]/g;
const FENCED = /^ {0,3}(```|~~~)[^\n]*\n[\s\S]*?(?:^ {0,3}\1|$(?![\s\S]))/gm;
const blank = (found: string): string => found.replace(/[^\n]/g, ' ');

/** An owner or a date in the same line: the action can be ticked off. */
const OWNED =
  /\b(?:owner|owned by|assigned to|assignee|responsible|due|deadline|by (?:the )?(?:end of|next|mon|tue|wed|thu|fri|sat|sun|q[1-4]|\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))\b|\d{4}-\d\d-\d\d|@[\p{L}\d]|\b[A-Z][A-Z0-9]+-\d+\b/iu;
/** What was done already needs no owner. */
const DONE =
  /\b(?:improved|increased|enhanced|strengthened|was|were|had|has been|have been|have|enables?|allows?|showed|needed|required)\s*(?:\w+\s+)?$/i;

/**
 * Suggestions on how a text speaks of people and of itself, in the order of the text, never overlapping.
 * Deterministic; it proposes and changes nothing. Animated language counts where the voice does not joke.
 */
export function checkTone(text: string, { theme }: { theme: ThemeId }): ToneSuggestion[] {
  const plain = text.replace(FENCED, blank).replace(NOT_TONE, blank);
  const patterns = themeById(theme).jokes ? PATTERNS : [...PATTERNS, ANIMATED];
  const found = [
    ...patterns.flatMap((pattern) => matches(plain, pattern)),
    ...matches(plain, WEAK_ACTION).filter((weak) => isLoose(plain, weak)),
  ];
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: ToneSuggestion[] = [];
  for (const suggestion of found) {
    if (suggestion.start >= (kept.at(-1)?.end ?? 0)) kept.push(suggestion);
  }
  return kept;
}

const matches = (plain: string, { kind, pattern, reason, suggestion }: TonePattern): ToneSuggestion[] =>
  [...plain.matchAll(pattern)].map(({ 0: value, index: start }) => ({
    kind,
    start,
    end: start + value.length,
    value,
    reason,
    suggestion,
  }));

const LONGEST_LINE = 400;

function isLoose(plain: string, { start, end }: ToneSuggestion): boolean {
  const from = Math.max(plain.lastIndexOf('\n', start) + 1, start - LONGEST_LINE);
  const newline = plain.indexOf('\n', end);
  const to = Math.min(newline < 0 ? plain.length : newline, end + LONGEST_LINE);
  return !OWNED.test(plain.slice(from, to)) && !DONE.test(plain.slice(from, start));
}
