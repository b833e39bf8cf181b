import { InvalidParameterValueError } from './errors';
import { PAGE_ITEMS } from './limits';

/** One page of a list. Without `nextMarker` it is the last one. */
export type Page<T> = { items: T[]; nextMarker?: string };

/** A marker names the position that the next page starts at; callers must take it for opaque. */
export function markerAt(position: number): string {
  return Buffer.from(`at:${position}`).toString('base64url');
}

/**
 * Cuts one page out of a list.
 * @param marker `NextMarker` of the page before, if any
 * @param maxItems text of the `MaxItems` parameter; none or 0 mean the default
 * @throws InvalidParameterValueError for a marker that was not handed out, or a size out of range
 */
export function pageOf<T>(list: T[], marker: string | null, maxItems: string | null): Page<T> {
  const size = Number(maxItems ?? 0) || PAGE_ITEMS.default;
  if (!Number.isInteger(size) || size < 0 || size > PAGE_ITEMS.most) {
    throw new InvalidParameterValueError(`MaxItems must be between 0 and ${PAGE_ITEMS.most}.`);
  }
  let from = 0;
  if (marker) {
    from = Number(/^at:(\d+)$/.exec(Buffer.from(marker, 'base64url').toString('utf8'))?.[1]);
    if (!Number.isInteger(from)) throw new InvalidParameterValueError('Invalid Marker.');
  }
  const items = list.slice(from, from + size);
  return from + size < list.length ? { items, nextMarker: markerAt(from + size) } : { items };
}
