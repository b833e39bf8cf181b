import { useId, useRef, useState } from 'react';
import { MOMENTS, SEVERITIES, STATUSES } from '../../../domain/postMortem';
import { type CountedName, nameKey } from '../../../domain/postMortem/names';
import { Icon } from '../../components/Icon';
import type { Wording } from '../../language/italian';
import { say, translated } from '../../language/say';
import type { Choices } from './choices';
import { countOf, type Filters, isNarrowed, isSearchedFor, NO_FILTERS, SORTS } from './filters';
import { SEARCH_SORTS } from './search/searchSorts';
import type { Shelf } from './shelves';

interface Props {
  shelf: Shelf;
  filters: Filters;
  /** What there is to choose from. */
  choices: Choices;
  onChange(filters: Filters): void;
}

const ANY = { id: '', label: 'Any' } as const satisfies { id: ''; label: Wording };

/** Search, filters and order of the library. On a small screen the filters wait behind a button. */
export function FilterBar({ shelf, filters, choices, onChange }: Props) {
  const id = useId();
  const search = useRef<HTMLInputElement>(null);
  const [isOpen, setOpen] = useState(false);
  const set = (change: Partial<Filters>) => onChange({ ...filters, ...change });
  const active = countOf(filters);
  const isBackwards = filters.from !== '' && filters.to !== '' && filters.from > filters.to;
  const day = (which: 'from' | 'to', label: string) => (
    <div className="field">
      <label htmlFor={`${id}${which}`}>{label}</label>
      <input
        id={`${id}${which}`}
        type="date"
        value={filters[which]}
        aria-invalid={isBackwards}
        aria-describedby={isBackwards ? `${id}backwards` : undefined}
        onChange={(event) => set({ [which]: event.target.value })}
      />
    </div>
  );
  return (
    <search className="filters-and-search">
      <div className="filter-bar">
        <div className="field filter-search">
          <label htmlFor={id}>{say('Search')}</label>
          <input
            ref={search}
            id={id}
            dir="auto"
            type="search"
            value={filters.search}
            onChange={(event) => set({ search: event.target.value })}
          />
        </div>
        <Choice
          label={say('Sort')}
          value={filters.sort}
          options={shelf.searched !== null && isSearchedFor(filters) ? SEARCH_SORTS : sortsOf(shelf)}
          onChange={(sort) => set({ sort })}
        />
        <button
          type="button"
          className="button filter-disclosure"
          aria-expanded={isOpen}
          aria-controls={`${id}filters`}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name={isOpen ? 'up' : 'down'} />
          {say('Filters')}
          {active > 0 && ` (${active})`}
        </button>
      </div>
      <div id={`${id}filters`} className={isOpen ? 'filters filters-open' : 'filters'}>
        <Choice
          label={say('Severity')}
          value={filters.severity}
          options={[ANY, ...SEVERITIES]}
          onChange={(severity) => set({ severity })}
        />
        {shelf.hasStatuses && (
          <Choice
            label={say('Status')}
            value={filters.status}
            options={[ANY, ...STATUSES]}
            onChange={(status) => set({ status })}
          />
        )}
        <NameChoice
          label={say('Service')}
          value={filters.service}
          names={choices.services}
          onChange={(service) => set({ service })}
        />
        <NameChoice
          label={say('Tag')}
          value={filters.tag}
          names={choices.tags}
          onChange={(tag) => set({ tag })}
        />
        {shelf.id !== 'mine' && (
          <Choice
            label={say('Owner|of a document')}
            value={filters.owner}
            options={[
              ANY,
              ...withChosen(
                choices.owners.map((one) => ({ id: one.id, label: `${one.name} (${one.count})` })),
                filters.owner,
              ),
            ]}
            onChange={(owner) => set({ owner })}
          />
        )}
        {day('from', say('Started from'))}
        {day('to', say('Started until'))}
        <Choice
          label={say('Time missing')}
          value={filters.without}
          options={[ANY, ...MOMENTS]}
          onChange={(without) => set({ without })}
        />
        {isNarrowed(filters) && (
          <button
            type="button"
            className="button filter-clear"
            onClick={() => {
              onChange({ ...NO_FILTERS, sort: filters.sort });
              // This button goes away with what it clears.
              search.current?.focus();
            }}
          >
            {say('Clear filters')}
          </button>
        )}
      </div>
      {isBackwards && (
        <p className="field-problem" id={`${id}backwards`}>
          {say('The first day is after the last, so nothing fits.')}
        </p>
      )}
    </search>
  );
}

/** What an address asks for is there to be seen, though nothing of it has been read. */
const withChosen = <T extends string>(options: { id: T; label: string }[], chosen: T) =>
  chosen === '' || options.some(({ id }) => id === chosen)
    ? options
    : [...options, { id: chosen, label: chosen }];

/** One of the names in use, whatever its capitals. */
function NameChoice(props: {
  label: string;
  value: string;
  names: readonly CountedName[];
  onChange(name: string): void;
}) {
  const { label, value, names, onChange } = props;
  const chosen = names.find(({ name }) => nameKey(name) === nameKey(value))?.name ?? value;
  const options = names.map(({ name, count }) => ({ id: name, label: `${name} (${count})` }));
  return (
    <Choice
      label={label}
      value={chosen}
      options={[ANY, ...withChosen(options, chosen)]}
      onChange={onChange}
    />
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
            {translated(option.label)}
          </option>
        ))}
      </select>
    </div>
  );
}
