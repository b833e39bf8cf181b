import { ValidationError } from './errors';

/** Where the next page goes on: behind the last one told, whether that is still there or not. */
export const tokenAfter = (last: string): string => Buffer.from(last, 'utf8').toString('base64url');

/** @throws ValidationError for what {@link tokenAfter} has not made */
export function lastTold(token: string): string {
  const last = Buffer.from(token, 'base64url').toString('utf8');
  if (last === '' || tokenAfter(last) !== token)
    throw new ValidationError('The nextToken is not valid', '/nextToken');
  return last;
}

/**
 * One page of names in order.
 * @param sorted in the order of their UTF-16 units
 */
export function page(
  sorted: readonly string[],
  most: number,
  token: string | undefined,
): { names: readonly string[]; nextToken?: string } {
  const from = token === undefined ? 0 : placeBehind(sorted, lastTold(token));
  const names = sorted.slice(from, from + most);
  const last = names.at(-1);
  return { names, ...(last !== undefined && from + most < sorted.length && { nextToken: tokenAfter(last) }) };
}

/** The first place whose name comes after another. */
export function placeBehind(sorted: readonly string[], name: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as string) <= name) low = middle + 1;
    else high = middle;
  }
  return low;
}
