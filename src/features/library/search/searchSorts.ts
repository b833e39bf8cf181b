import type { Order } from '../../../../domain/search/match';
import { type Filters, LAST_CHANGED, SORTS } from '../filters';

/** The orders that a search has, by its index. What a list has beside them is put in order here, and a search is not read whole. */
export const SEARCH_SORTS = [
  ...SORTS.filter(({ id }) => id === 'changed' || id === 'started').map((sort) =>
    sort.id === 'changed' ? { ...sort, label: 'Best match first' } : sort,
  ),
  LAST_CHANGED,
];

const ASKED = { started: 'LATEST', edited: 'CHANGED' } as const;

/** The order that a search is asked for. */
export const orderOf = ({ sort }: Pick<Filters, 'sort'>): Order =>
  sort in ASKED ? ASKED[sort as keyof typeof ASKED] : 'BEST';
