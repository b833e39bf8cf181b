import { LIMITS } from '../limits';
import type { AuthoredContent } from './fields';

/**
 * The same document as a new draft: its text and template, its actions open again. Nobody's access comes along, nor
 * what has happened to it.
 */
export const duplicateOf = <Content extends AuthoredContent>(content: Content): Content => ({
  ...structuredClone(content),
  title: copyOf(content.title),
  status: 'DRAFT',
  actionItems: content.actionItems.map(({ ticketState: _, ...action }) => ({ ...action, done: false })),
});

const PREFIX = 'Copy of ';

/** A title that is one already is not one twice; one that is too long ends earlier, between two characters. */
function copyOf(title: string): string {
  return fitting(title.startsWith(PREFIX) ? title : PREFIX + title);
}

/** As much of a title as one may have, up to the end of a character. */
export function fitting(title: string): string {
  let kept = '';
  for (const character of title) {
    if (kept.length + character.length > LIMITS.titleLength) break;
    kept += character;
  }
  return kept;
}
