import { useId } from 'react';
import { SEVERITIES, STATUSES } from '../../../domain/postMortem';
import { type Filters, isSearchedFor, SORTS } from './filters';
import { SEARCH_SORTS } from './search/searchSorts';
import type { Shelf } from './shelves';

interface Props {
  shelf: Shelf;
  filters: Filters;
  onChange(filters: Filters): void;
}

/** Search, filters and order of the library. */
export function FilterBar({ shelf, filters, onChange }: Props) {
  const searchId = useId();
  return (
    <search className="filter-bar">
      <div className="field filter-search">
        <label htmlFor={searchId}>Search</label>
        <input
          id={searchId}
          dir="auto"
          type="search"
          value={filters.search}
          onChange={(event) => onChange({ ...filters, search: event.target.value })}
        />
      </div>
      <Choice
        label="Severity"
        value={filters.severity}
        options={[{ id: '', label: 'Any' }, ...SEVERITIES]}
        onChange={(severity) => onChange({ ...filters, severity })}
      />
      {shelf.hasStatuses && (
        <Choice
          label="Status"
          value={filters.status}
          options={[{ id: '', label: 'Any' }, ...STATUSES]}
          onChange={(status) => onChange({ ...filters, status })}
        />
      )}
      <Choice
        label="Sort"
        value={filters.sort}
        options={isSearchedFor(filters) ? SEARCH_SORTS : sortsOf(shelf)}
        onChange={(sort) => onChange({ ...filters, sort })}
      />
    </search>
  );
}

const sortsOf = (shelf: Shelf) =>
  SORTS.map((sort) => (sort.id === 'changed' ? { ...sort, label: shelf.latest } : sort));

function Choice<T extends string>(props: {
  label: string;
  value: T;
  options: readonly { id: T; label: string }[];
  onChange(value: T): void;
}) {
  const { label, value, options, onChange } = props;
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.id === event.target.value);
          if (chosen) onChange(chosen.id);
        }}
      >
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
