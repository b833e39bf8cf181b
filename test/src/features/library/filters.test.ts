import type { PostMortemListing } from '../../../../src/data/types';
import { choicesIn } from '../../../../src/features/library/choices';
import {
  addressOf,
  countOf,
  type Filters,
  filterAndSort,
  filtersFrom,
  isNarrowed,
  NO_FILTERS,
} from '../../../../src/features/library/filters';
import { orderOf } from '../../../../src/features/library/search/searchSorts';

const listing = (title: string, more: Partial<PostMortemListing> = {}): PostMortemListing => ({
  id: title,
  title,
  severity: 'SEV3',
  status: 'DRAFT',
  service: '',
  tags: [],
  startedAt: null,
  detectedAt: null,
  mitigatedAt: null,
  resolvedAt: null,
  owner: 'me',
  savedBy: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  ...more,
});

const titles = (listings: PostMortemListing[], filters: Partial<Filters>) =>
  filterAndSort(listings, { ...NO_FILTERS, ...filters }, 'Europe/Rome').map(({ title }) => title);

const SOME = [
  listing('Checkout down', { severity: 'SEV1', updatedAt: '2026-03-01T00:00:00.000Z' }),
  listing('Zürich region slow', { status: 'FINAL', startedAt: '2026-02-01T00:00:00.000Z' }),
  listing('checkout slow', { severity: 'SEV2', startedAt: '2026-01-15T00:00:00.000Z' }),
];

it('finds every word of a search, in any order, case and accent', () => {
  expect(titles(SOME, { search: 'DOWN check' })).toEqual(['Checkout down']);
  expect(titles(SOME, { search: 'zurich' })).toEqual(['Zürich region slow']);
  expect(titles(SOME, { search: '(.*' })).toEqual([]);
});

it('filters by severity and status together', () => {
  expect(titles(SOME, { severity: 'SEV3', status: 'FINAL' })).toEqual(['Zürich region slow']);
  expect(titles(SOME, { severity: 'SEV1', status: 'FINAL' })).toEqual([]);
});

it('sorts by last change, latest incident, severity and title', () => {
  expect(titles(SOME, { sort: 'changed' })[0]).toBe('Checkout down');
  expect(titles(SOME, { sort: 'started' })).toEqual(['Zürich region slow', 'checkout slow', 'Checkout down']);
  expect(titles(SOME, { sort: 'severity' })).toEqual([
    'Checkout down',
    'checkout slow',
    'Zürich region slow',
  ]);
  expect(titles(SOME, { sort: 'title' })).toEqual(['Checkout down', 'checkout slow', 'Zürich region slow']);
});

it('filters by service and tag whatever their capitals, by owner, and by what has no time yet', () => {
  const some = [
    listing('a', { service: 'Checkout-API ', tags: ['Database'], owner: 'ada' }),
    listing('b', { service: 'search', tags: ['database', 'cache'], startedAt: '2026-01-01T00:00:00Z' }),
    listing('c', { resolvedAt: '2026-01-01T00:00:00Z' }),
  ];
  expect(titles(some, { service: 'checkout-api' })).toEqual(['a']);
  expect(titles(some, { tag: 'DATABASE' })).toEqual(['a', 'b']);
  expect(titles(some, { tag: 'data' })).toEqual([]);
  expect(titles(some, { owner: 'ada' })).toEqual(['a']);
  expect(titles(some, { without: 'startedAt' })).toEqual(['a', 'c']);
  expect(titles(some, { without: 'resolvedAt', tag: 'cache' })).toEqual(['b']);
});

it('filters by the days on which an incident started where the reader is, both ends included', () => {
  const some = [
    listing('February', { startedAt: '2026-02-28T22:59:59Z' }),
    // Half past midnight on the first of March in Rome.
    listing('March', { startedAt: '2026-02-28T23:30:00Z' }),
    listing('End of March', { startedAt: '2026-03-31T21:59:00Z' }),
    listing('April', { startedAt: '2026-04-01T00:01:00+02:00' }),
    listing('Never', {}),
    listing('Hostile', { startedAt: '+012026-03-03T00:00:00Z' }),
  ];
  expect(titles(some, { from: '2026-03-01', to: '2026-03-31' })).toEqual(['March', 'End of March']);
  expect(titles(some, { from: '2026-04-01' })).toEqual(['April']);
  expect(titles(some, { to: '2026-02-28' })).toEqual(['February']);
  expect(titles(some, { from: '2026-04-01', to: '2026-03-01' })).toEqual([]);
});

it('an address keeps every filter, and what it cannot mean is left out', () => {
  const filters: Filters = {
    search: 'a b',
    severity: 'SEV1',
    status: 'FINAL',
    service: 'checkout & co',
    tag: 'db#1',
    owner: 'ada',
    from: '2026-03-01',
    to: '2026-03-31',
    without: 'detectedAt',
    sort: 'title',
  };
  const address = addressOf(filters, new URLSearchParams('list=shared'));
  expect(address.get('list')).toBe('shared');
  expect(filtersFrom(new URLSearchParams(address.toString()))).toEqual(filters);
  expect(addressOf(NO_FILTERS, address).toString()).toBe('list=shared');
  const odd = 'severity=SEV9&status=x&from=2026-02-30&to=soon&without=title&sort=__proto__';
  expect(filtersFrom(new URLSearchParams(odd))).toEqual(NO_FILTERS);
});

it('counts what is set: a stretch of time once, and neither the search nor the order', () => {
  expect(countOf(NO_FILTERS)).toBe(0);
  expect(countOf({ ...NO_FILTERS, search: 'x', sort: 'title' })).toBe(0);
  expect(countOf({ ...NO_FILTERS, from: '2026-03-01', to: '2026-03-31', tag: 'db' })).toBe(2);
  expect(isNarrowed({ ...NO_FILTERS, search: ' ' })).toBe(false);
  expect(isNarrowed({ ...NO_FILTERS, owner: 'ada' })).toBe(true);
});

it('offers the services, tags and owners that have been read, an owner by the name they saved under', () => {
  const savedBy = { id: 'ada', name: 'ada@example.com' };
  expect(
    choicesIn([
      listing('a', {
        service: 'search',
        tags: ['db', 'DB'],
        owner: 'ada',
        savedBy: { id: 'ben', name: 'ben' },
      }),
      listing('b', { service: 'Search', tags: ['db'], owner: 'ada', savedBy }),
      listing('c', { owner: '0123456789-abc' }),
      listing('d', { owner: '' }),
    ]),
  ).toEqual({
    services: [{ name: 'Search', count: 2 }],
    tags: [{ name: 'db', count: 2 }],
    owners: [
      { id: 'ada', name: 'ada@example.com', count: 2 },
      { id: '0123456789-abc', name: 'Somebody (01234567)', count: 1 },
    ],
  });
});

it('sorts by the oldest incident and by service, with those that tell neither at the end', () => {
  const some = [
    listing('none'),
    listing('late', { startedAt: '2026-03-01T00:00:00Z', service: 'a' }),
    // Later by its letters, earlier by its offset.
    listing('early', { startedAt: '2026-03-01T01:00:00+02:00', service: 'B' }),
  ];
  expect(titles(some, { sort: 'oldest' })).toEqual(['early', 'late', 'none']);
  expect(titles(some, { sort: 'started' })).toEqual(['late', 'early', 'none']);
  expect(titles(some, { sort: 'service' })).toEqual(['late', 'early', 'none']);
});

it('leaves the list it was given alone', () => {
  const list = [listing('b'), listing('a')];
  titles(list, { sort: 'title' });
  expect(list.map(({ title }) => title)).toEqual(['b', 'a']);
});

it('takes “last changed first” of an address while something is searched for, and not of a list, which has it already', () => {
  const sortOf = (address: string) => filtersFrom(new URLSearchParams(address)).sort;
  expect([sortOf('search=pool&sort=edited'), sortOf('sort=edited'), sortOf('search=p&sort=edited')]).toEqual([
    'edited',
    'changed',
    'changed',
  ]);
  expect(orderOf({ sort: 'edited' })).toBe('CHANGED');
  expect(orderOf({ sort: 'title' })).toBe('BEST');
});
