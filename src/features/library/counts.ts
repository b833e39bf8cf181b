import { numberWords, say } from '../../language/say';
import { isNarrowed } from './filters';
import type { Reading, View } from './libraryReader';

/** How many there are, as far as anybody knows: what was not read is not counted. */
export function countWords(reading: Reading, { filters, rows }: View, matching: number): string {
  const { items, isReading, isWhole, error } = reading;
  const read = numberWords(items.length);
  if (items.length === 0 && isReading) return say('Loading your post-mortems…');
  const shown = numberWords(Math.min(matching, rows));
  const found = numberWords(matching);
  const isByWords = filters.severity === '' && filters.status === '';
  if (isWhole) {
    if (items.length === 0) return '';
    // What the server left out was not counted by anybody.
    const all = isNarrowed(filters) && isByWords ? read : found;
    if (matching <= rows) return isNarrowed(filters) ? foundOf(found, all) : say('{found} in all', { found });
    return isNarrowed(filters)
      ? say('{shown} of {found} that match', { shown, found })
      : say('{shown} of {found}', { shown, found });
  }
  if (isReading && filters.sort !== 'changed')
    return say('{read} read so far, to put all of them in order…', { read });
  if (isReading && isNarrowed(filters)) {
    return isByWords
      ? say('{found} found among the {read} last changed, looking on…', { found, read })
      : say('{found} found so far, looking on…', { found });
  }
  if (error !== null) return say('{shown} shown, and not all could be read', { shown });
  return isNarrowed(filters)
    ? say('The {shown} last changed of many that match', { shown })
    : say('The {shown} last changed of many', { shown });
}

const foundOf = (found: string, all: string): string =>
  found === all ? say('{found} found', { found }) : say('{shown} of {found}', { shown: found, found: all });
