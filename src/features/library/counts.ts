import { isNarrowed } from './filters';
import type { Reading, View } from './libraryReader';

const number = (count: number): string => count.toLocaleString('en');

/** How many there are, as far as anybody knows: what was not read is not counted. */
export function countWords(reading: Reading, { filters, rows }: View, matching: number): string {
  const { items, isReading, isWhole, error } = reading;
  const read = number(items.length);
  if (items.length === 0 && isReading) return 'Loading your post-mortems…';
  const shown = number(Math.min(matching, rows));
  const found = number(matching);
  const isByWords = filters.severity === '' && filters.status === '';
  if (isWhole) {
    if (items.length === 0) return '';
    // What the server left out was not counted by anybody.
    const all = isNarrowed(filters) && isByWords ? read : found;
    if (matching <= rows) return isNarrowed(filters) ? foundOf(found, all) : `${found} in all`;
    return `${shown} of ${found}${isNarrowed(filters) ? ' that match' : ''}`;
  }
  if (isReading && filters.sort !== 'changed') return `${read} read so far, to put all of them in order…`;
  if (isReading && isNarrowed(filters)) {
    return isByWords
      ? `${found} found among the ${read} last changed, looking on…`
      : `${found} found so far, looking on…`;
  }
  if (error !== null) return `${shown} shown, and not all could be read`;
  return isNarrowed(filters)
    ? `The ${shown} last changed of many that match`
    : `The ${shown} last changed of many`;
}

const foundOf = (found: string, all: string): string =>
  found === all ? `${found} found` : `${found} of ${all}`;
