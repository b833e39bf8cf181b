import type { Wording } from '../../language/italian';
/** The lists of the first page. */
export const SHELVES = [
  {
    id: 'mine',
    label: 'Mine|list',
    /** What the date of a line says, and the order of its index. */
    dated: 'Changed',
    latest: 'Last changed first',
    /** Every status but one would be empty. */
    /** What a search of all texts is asked for; where it is null, titles are looked through. */
    searched: 'MINE',
    hasStatuses: true,
    nothing: '',
  },
  {
    id: 'shared',
    label: 'Shared with me',
    dated: 'Shared',
    latest: 'Last shared first',
    searched: 'SHARED',
    hasStatuses: true,
    nothing: 'Nobody has shared a post-mortem with you yet. Once somebody does, it is here, on every device.',
  },
  {
    id: 'published',
    label: 'Published|list',
    dated: 'Changed',
    latest: 'Last changed first',
    searched: 'PUBLISHED',
    hasStatuses: false,
    nothing: 'Nothing is published yet. What a colleague publishes is here, for everybody to read.',
  },
  {
    id: 'archived',
    label: 'Archived|list',
    dated: 'Changed',
    latest: 'Last changed first',
    searched: null,
    hasStatuses: true,
    nothing:
      'Your archive is empty. What you archive is out of the way here, and is read and shared as before.',
  },
  {
    id: 'deleted',
    label: 'Recently deleted',
    dated: 'Deleted',
    latest: 'Last deleted first',
    searched: null,
    hasStatuses: false,
    nothing: 'Nothing was deleted lately.',
  },
] as const satisfies readonly {
  label: Wording;
  dated: Wording;
  latest: Wording;
  nothing: Wording | '';
  [other: string]: unknown;
}[];
export type Shelf = (typeof SHELVES)[number];

/** The shelf that an address names (`?list=shared`); one's own when it names none. */
export const shelfOf = (address: URLSearchParams): Shelf =>
  SHELVES.find(({ id }) => id === address.get('list')) ?? SHELVES[0];
