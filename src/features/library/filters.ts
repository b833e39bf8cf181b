import { SEVERITIES, type Severity, type Status } from '../../../domain/postMortem';
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

/** What is shown: every word of the search is somewhere in the title, in any order and any case or accent. */
export function filterAndSort(listings: readonly PostMortemListing[], filters: Filters): PostMortemListing[] {
  const words = folded(filters.search).split(/\s+/).filter(Boolean);
  return listings
    .filter(
      ({ title, severity, status }) =>
        words.every((word) => folded(title).includes(word)) &&
        (filters.severity === '' || severity === filters.severity) &&
        (filters.status === '' || status === filters.status),
    )
    .sort((a, b) => ORDERS[filters.sort](a, b) || b.updatedAt.localeCompare(a.updatedAt));
}

type Order = (a: PostMortemListing, b: PostMortemListing) => number;

const severityRank = new Map<string, number>(SEVERITIES.map(({ id }, rank) => [id, rank]));

const ORDERS: Record<SortId, Order> = {
  changed: () => 0,
  // Incidents without a time come last.
  started: (a, b) => (b.startedAt ?? '').localeCompare(a.startedAt ?? ''),
  severity: (a, b) => (severityRank.get(a.severity) ?? 99) - (severityRank.get(b.severity) ?? 99),
  title: (a, b) => a.title.localeCompare(b.title, undefined, { numeric: true, sensitivity: 'base' }),
};

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
