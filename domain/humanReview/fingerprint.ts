import { fnv1a } from '../fnv';
import { type AuthoredContent, FIELDS } from '../postMortem/fields';

/**
 * What a document says, in eight hex digits: the same for the same text, whoever it is shared with and however far
 * it is. It tells a reviewer that the text has changed under their eyes; nothing secret rests on it.
 */
export const fingerprintOf = (content: AuthoredContent): string =>
  fnv1a(JSON.stringify(FIELDS.filter(({ id }) => id !== 'status').map(({ id }) => content[id] ?? null)))
    .toString(16)
    .padStart(8, '0');
