import { fnv1a } from '../../domain/fnv';
import { composed, type Sendable } from '../../domain/sending/sendable';

/**
 * Untrusted text (the author's, and the drafts when they are judged) stands between two lines that carry a
 * mark of the run, so that nothing inside can pretend to be outside. A line of the text that looks like one
 * of them is broken up with a word joiner, which changes nothing a reader sees.
 */
const WORD_JOINER = '\u2060';

/** The run's mark: eight hex digits from the enhancement's id, the same on every replay. */
export const markOf = (enhancementId: string): string =>
  // No secrecy is needed, only a value the author could not have typed beforehand.
  fnv1a(enhancementId).toString(16).padStart(8, '0');

const opening = (name: string, mark: string) => `<<<${name} ${mark}>>>`;
const closing = (name: string, mark: string) => `<<<END ${name} ${mark}>>>`;

/** The text between its two marked lines. `name` is `SOURCE`, `MATERIAL`, `QUESTION`, `DRAFT 1`, `PASSAGE 1`, … */
export function fence(name: string, mark: string, text: Sendable): Sendable {
  const harmless = text.replace(/<(?=<)|>(?=>)/g, (one) => one + WORD_JOINER);
  return composed(`${opening(name, mark)}\n${harmless}\n${closing(name, mark)}`);
}

/** The texts fenced in a prompt, by name, as they were before `fence`. Used by the offline drafter. */
export function unfence(prompt: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name, mark] of prompt.matchAll(
    /^<<<((?:SOURCE|MATERIAL|QUESTION|EARLIER|(?:DRAFT|PASSAGE) \d+)) ([0-9a-f]{8})>>>$/gm,
  )) {
    if (!name || !mark) continue;
    const start = prompt.indexOf(opening(name, mark)) + opening(name, mark).length + 1;
    const end = prompt.indexOf(`\n${closing(name, mark)}`, start - 1);
    if (end >= start - 1)
      found.set(name, prompt.slice(start, Math.max(start, end)).replaceAll(WORD_JOINER, ''));
  }
  return found;
}
