import type { Finding } from './useSearch';

const number = (count: number): string => count.toLocaleString('en');

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
  if (answered === null) return 'Searching all texts…';
  if (shown === 0) return 'Nothing found';
  const order = isLatestFirst ? 'latest incident first' : 'best match first';
  const all = Math.max(answered.count, shown);
  if (!answered.isWhole) return `${number(shown)} of more than ${number(all)}, ${order}`;
  return answered.next === null
    ? `${number(shown)} found, ${order}`
    : `${number(shown)} of ${number(all)}, ${order}`;
}
