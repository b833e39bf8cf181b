import { InvalidArgumentError } from './errors';

/**
 * The part of an object that a `Range` header asks for, end not included.
 * @returns undefined for the whole
 * @throws InvalidArgumentError when it begins behind the end
 */
export function byteRange(
  header: string | undefined,
  size: number,
): { start: number; end: number } | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size : Math.min(size, Number(last) + 1);
  if (start < end) return { start, end };
  throw new InvalidArgumentError('The requested range is not satisfiable', 'InvalidRange', 416);
}
