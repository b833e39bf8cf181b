import { checkFacts } from '../facts';
import { isHard } from '../facts/finding';
import type { AuthoredContent } from '../postMortem/fields';
import { placeholdersIn } from '../secrets/placeholders';
import { SECTIONS, type SectionId } from '../sections';

/** Everything that a document says, but for some of its sections. */
export function toldIn(document: AuthoredContent, except: readonly SectionId[] = []): string {
  return [
    document.title,
    ...SECTIONS.filter(({ id }) => !except.includes(id)).map(({ id }) => document[id]),
    ...document.timeline.map(({ at, text }) => `${at} ${text}`),
    ...document.actionItems.map(({ text }) => text),
  ]
    .filter((text) => text.trim() !== '')
    .join('\n');
}

/**
 * Whether other words for a passage keep its facts: against the passage and the lines in which it stands nothing hard
 * may be lost, moved, or said with more certainty; what is new must stand elsewhere in the document.
 */
export function isSoundReplacement(
  document: AuthoredContent,
  { section, start, end }: { section: SectionId; start: number; end: number },
  instead: string,
): boolean {
  // A model that has lost a value's name writes one that stands for nothing.
  if (placeholdersIn(instead).length > 0) return false;
  const text = document[section];
  const from = start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const to = lineEnd < 0 ? text.length : lineEnd;
  const changed = text.slice(from, start) + instead + text.slice(end, to);
  const passage = checkFacts(text.slice(start, end), instead);
  const lines = checkFacts(text.slice(from, to), changed);
  const bars = [passage.lost, passage.hedges, lines.lost, lines.moved, lines.hedges, lines.claims];
  if (bars.flat().some(isHard)) return false;
  if (![...passage.added, ...lines.added].some(isHard)) return true;
  return !checkFacts(toldIn(document), instead).added.some(isHard);
}
