import { SEVERITIES, type Severity, STATUSES, type Status } from '../../../domain/postMortem';
import type { PostMortemListing } from '../../data/types';

export const SORTS = [
  { id: 'changed', label: 'Last changed first' },
  { id: 'started', label: 'Latest incident first' },
  { id: 'severity', label: 'Most severe first' },
  { id: 'title', label: 'Title, A to Z' },
] as const;
type SortId = (typeof SORTS)[number]['id'];

export interface Filters {
  search: string;
  severity: Severity | '';
  status: Status | '';
  sort: SortId;
}

export const NO_FILTERS: Filters = { search: '', severity: '', status: '', sort: 'changed' };

/** What an address asks for. What it cannot mean is left out. */
export function filtersFrom(address: URLSearchParams): Filters {
  const chosen = <T extends string>(name: string, options: readonly { id: T }[]): T | undefined =>
    options.find(({ id }) => id === address.get(name))?.id;
  return {
    search: address.get('search') ?? '',
    severity: chosen('severity', SEVERITIES) ?? '',
    status: chosen('status', STATUSES) ?? '',
    sort: chosen('sort', SORTS) ?? NO_FILTERS.sort,
  };
}

/** An address with these filters, and without those that say nothing. */
export function addressOf(filters: Filters, before: URLSearchParams): URLSearchParams {
  const address = new URLSearchParams(before);
  for (const [name, value] of Object.entries(filters)) {
    if (value === NO_FILTERS[name as keyof Filters]) address.delete(name);
    else address.set(name, value);
  }
  return address;
}

/** Whether some are left out; an order leaves out nothing. */
export const isNarrowed = ({ search, severity, status }: Filters): boolean =>
  search.trim() !== '' || severity !== '' || status !== '';

/** Whether there is a word to look for in all texts; a single letter is looked for in the titles that are here. */
export const isSearchedFor = ({ search }: Filters): boolean => /[\p{L}\p{N}]{2}/u.test(search);

/** What is shown: every word of the search is somewhere in the title, in any order and any case or accent. */
export function filterAndSort(listings: readonly PostMortemListing[], filters: Filters): PostMortemListing[] {
  const words = folded(filters.search).split(/\s+/).filter(Boolean);
  return listings
    .filter(
      ({ title, severity, status }) =>
        words.every((word) => foldedTitle(title).includes(word)) &&
        (filters.severity === '' || severity === filters.severity) &&
        (filters.status === '' || status === filters.status),
    )
    .sort((a, b) => ORDERS[filters.sort](a, b) || latestFirst(a.updatedAt, b.updatedAt));
}

type Order = (a: PostMortemListing, b: PostMortemListing) => number;

// Of ten thousand titles each is compared a dozen times.
const alphabet = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** ISO moments of one zone stand in the order of their letters. */
const latestFirst = (a: string, b: string): number => (a < b ? 1 : a > b ? -1 : 0);

const severityRank = new Map<string, number>(SEVERITIES.map(({ id }, rank) => [id, rank]));

const ORDERS: Record<SortId, Order> = {
  changed: () => 0,
  // Incidents without a time come last.
  started: (a, b) => latestFirst(a.startedAt ?? '', b.startedAt ?? ''),
  severity: (a, b) => (severityRank.get(a.severity) ?? 99) - (severityRank.get(b.severity) ?? 99),
  title: (a, b) => alphabet.compare(a.title, b.title),
};

/** Titles without case and accents, kept from one key of a search to the next. */
const foldedTitles = new Map<string, string>();
function foldedTitle(title: string): string {
  const known = foldedTitles.get(title);
  if (known !== undefined) return known;
  const fresh = folded(title);
  foldedTitles.set(title, fresh);
  return fresh;
}

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
