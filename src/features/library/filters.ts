import { calendarDay, isDay } from '../../../domain/calendarDay';
import {
  MOMENTS,
  type MomentId,
  SEVERITIES,
  type Severity,
  STATUSES,
  type Status,
} from '../../../domain/postMortem';
import { nameKey } from '../../../domain/postMortem/names';
import { folded } from '../../../domain/text';
import { READER_ZONE } from '../../components/reader';
import type { PostMortemListing } from '../../data/types';

export const SORTS = [
  { id: 'changed', label: 'Last changed first' },
  { id: 'started', label: 'Latest incident first' },
  { id: 'oldest', label: 'Oldest incident first' },
  { id: 'severity', label: 'Most severe first' },
  { id: 'service', label: 'Service, A to Z' },
  { id: 'title', label: 'Title, A to Z' },
] as const;
/** Offered while searching only, where the first order is that of the best match. */
export const LAST_CHANGED = { id: 'edited', label: 'Last changed first' } as const;
type SortId = (typeof SORTS)[number]['id'] | (typeof LAST_CHANGED)['id'];

/** What is asked of a list; an empty text asks nothing. */
export interface Filters {
  search: string;
  severity: Severity | '';
  status: Status | '';
  service: string;
  tag: string;
  /** The user pool's `sub`. */
  owner: string;
  /** The first and the last calendar day, where the reader is, on which the incident may have started. */
  from: string;
  to: string;
  /** A moment that nobody has put in yet. */
  without: MomentId | '';
  sort: SortId;
}

export const NO_FILTERS: Filters = {
  search: '',
  severity: '',
  status: '',
  service: '',
  tag: '',
  owner: '',
  from: '',
  to: '',
  without: '',
  sort: 'changed',
};

/** Longer than any tag, service or id: an address can hold anything. */
const LONGEST = 200;

/** What an address asks for. What it cannot mean is left out. */
export function filtersFrom(address: URLSearchParams): Filters {
  const chosen = <T extends string>(name: string, options: readonly { id: T }[]): T | undefined =>
    options.find(({ id }) => id === address.get(name))?.id;
  const text = (name: string) => (address.get(name) ?? '').trim().slice(0, LONGEST);
  const day = (name: string) => (isDay(text(name)) ? text(name) : '');
  const search = address.get('search') ?? '';
  return {
    search,
    severity: chosen('severity', SEVERITIES) ?? '',
    status: chosen('status', STATUSES) ?? '',
    service: text('service'),
    tag: text('tag'),
    owner: text('owner'),
    from: day('from'),
    to: day('to'),
    without: chosen('without', MOMENTS) ?? '',
    sort: chosen('sort', isSearchedFor({ search }) ? [...SORTS, LAST_CHANGED] : SORTS) ?? NO_FILTERS.sort,
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

/** How many filters are set; the two ends of a time are one, and an order leaves out nothing. */
export const countOf = ({ search: _, from, to, sort: __, ...rest }: Filters): number =>
  Object.values(rest).filter((value) => value !== '').length + (from !== '' || to !== '' ? 1 : 0);

/** Whether some are left out. */
export const isNarrowed = (filters: Filters): boolean => filters.search.trim() !== '' || countOf(filters) > 0;

/** Whether there is a word to look for in all texts; a single letter is looked for in the titles that are here. */
export const isSearchedFor = ({ search }: Pick<Filters, 'search'>): boolean =>
  /[\p{L}\p{N}]{2}/u.test(search);

/**
 * Whether a post-mortem is asked for: every word of the search is somewhere in the title, in any order and any case
 * or accent, and every filter fits. An incident without a start is in no stretch of time.
 */
export const fits = (one: PostMortemListing, filters: Filters, zone: string = READER_ZONE): boolean =>
  fitting(filters, zone)(one);

function fitting(filters: Filters, zone: string): (one: PostMortemListing) => boolean {
  const words = folded(filters.search).split(/\s+/).filter(Boolean);
  const [service, tag] = [nameKey(filters.service), nameKey(filters.tag)];
  const { severity, status, owner, from, to, without } = filters;
  return (one) => {
    if (severity !== '' && one.severity !== severity) return false;
    if (status !== '' && one.status !== status) return false;
    if (owner !== '' && one.owner !== owner) return false;
    if (service !== '' && nameKey(one.service) !== service) return false;
    if (tag !== '' && !one.tags.some((each) => nameKey(each) === tag)) return false;
    if (without !== '' && one[without] !== null) return false;
    if (!words.every((word) => foldedTitle(one.title).includes(word))) return false;
    if (from === '' && to === '') return true;
    const day = calendarDay(one.startedAt, zone);
    return day !== null && day >= from && (to === '' || day <= to);
  };
}

/** What is shown, in order. */
export const filterAndSort = (
  listings: readonly PostMortemListing[],
  filters: Filters,
  zone: string = READER_ZONE,
): PostMortemListing[] =>
  listings
    .filter(fitting(filters, zone))
    .sort((a, b) => ORDERS[filters.sort](a, b) || latestFirst(a.updatedAt, b.updatedAt));

type Order = (a: PostMortemListing, b: PostMortemListing) => number;

// Of ten thousand titles each is compared a dozen times.
const alphabet = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** ISO moments of one zone stand in the order of their letters. */
const latestFirst = (a: string, b: string): number => (a < b ? 1 : a > b ? -1 : 0);

/** Those that have nothing to be compared come last. */
const named = (a: string, b: string): number =>
  a === '' || b === '' ? Number(a === '') - Number(b === '') : alphabet.compare(a, b);

const severityRank = new Map<string, number>(SEVERITIES.map(({ id }, rank) => [id, rank]));

const timeOf = ({ startedAt }: PostMortemListing, none: number): number =>
  startedAt === null ? none : Date.parse(startedAt);
const byNumber = (a: number, b: number): number => (a === b ? 0 : a - b);

const ORDERS: Record<SortId, Order> = {
  changed: () => 0,
  edited: () => 0,
  // Incidents without a time come last in both directions.
  started: (a, b) => byNumber(timeOf(b, Number.NEGATIVE_INFINITY), timeOf(a, Number.NEGATIVE_INFINITY)),
  oldest: (a, b) => byNumber(timeOf(a, Number.POSITIVE_INFINITY), timeOf(b, Number.POSITIVE_INFINITY)),
  severity: (a, b) => (severityRank.get(a.severity) ?? 99) - (severityRank.get(b.severity) ?? 99),
  service: (a, b) => named(a.service.trim(), b.service.trim()),
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
