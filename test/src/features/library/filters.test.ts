import type { PostMortemListing } from '../../../../src/data/types';
import { type Filters, filterAndSort } from '../../../../src/features/library/filters';

const listing = (title: string, more: Partial<PostMortemListing> = {}): PostMortemListing => ({
  id: title,
  title,
  severity: 'SEV3',
  status: 'DRAFT',
  service: '',
  tags: [],
  startedAt: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  ...more,
});

const ALL: Filters = { search: '', severity: '', status: '', sort: 'changed' };
const titles = (listings: PostMortemListing[], filters: Partial<Filters>) =>
  filterAndSort(listings, { ...ALL, ...filters }).map(({ title }) => title);

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

it('leaves the list it was given alone', () => {
  const list = [listing('b'), listing('a')];
  titles(list, { sort: 'title' });
  expect(list.map(({ title }) => title)).toEqual(['b', 'a']);
});
