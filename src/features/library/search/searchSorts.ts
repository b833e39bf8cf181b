import { say } from '../../../language/say';
import { type Filters, SORTS } from '../filters';

/** The orders that a search has. What a list has beside them is put in order here, and a search is not read whole. */
export const SEARCH_SORTS = SORTS.filter(({ id }) => id === 'changed' || id === 'started').map((sort) =>
  sort.id === 'changed' ? { ...sort, label: say('Best match first') } : sort,
);

/** The order that a search is asked for. */
export const orderOf = ({ sort }: Pick<Filters, 'sort'>): 'BEST' | 'LATEST' =>
  sort === 'started' ? 'LATEST' : 'BEST';
