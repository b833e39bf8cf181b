import { numberWords, say } from '../../../language/say';
import type { Finding } from './useSearch';

/**
 * How many were found, and in which order they stand.
 * @param answered nothing while the server is asked
 * @param shown rows on the page
 */
export function foundWords(
  answered: Pick<Finding, 'count' | 'isWhole' | 'next'> | null,
  shown: number,
  isLatestFirst: boolean,
): string {
  if (answered === null) return say('Searching all texts…');
  if (shown === 0) return say('Nothing found');
  const order = isLatestFirst ? say('latest incident first') : say('best match first');
  const all = Math.max(answered.count, shown);
  if (!answered.isWhole)
    return say('{shown} of more than {all}, {order}', {
      shown: numberWords(shown),
      all: numberWords(all),
      order,
    });
  return answered.next === null
    ? say('{shown} found, {order}', { shown: numberWords(shown), order })
    : say('{shown} of {all}, {order}', { shown: numberWords(shown), all: numberWords(all), order });
}
