import {
  type ReactNode,
  type RefObject,
  Suspense,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Icon } from '../../components/Icon';
import { Problem } from '../../components/Problem';
import type { SearchPage, SearchQuery } from '../../data/types';
import { choicesIn } from './choices';
import { FilterBar } from './FilterBar';
import { filterAndSort, isNarrowed, isSearchedFor, NO_FILTERS } from './filters';
import { Listed, Skeleton } from './Listed';
import type { Deed } from './ListingItem';
import { type LibraryReader, type Reading, ROWS_AT_A_TIME } from './libraryReader';
import { ShelfLinks } from './ShelfLinks';
import type { Shelf } from './shelves';
import { useFilters } from './useFilters';
import './library.css';
import { lazily } from '../../components/lazily';
import { say, sayCount } from '../../language/say';
import { useLanguage } from '../../language/useLanguage';

const SearchResults = lazily(() => import('./search/SearchResults'));

interface Props {
  shelf: Shelf;
  reader: LibraryReader;
  reading: Reading;
  /** What else is worth showing above the list: work kept on this device, shared documents. */
  beside?: ReactNode;
  /** A quiet line beside the lists' names. */
  aside?: ReactNode;
  /** Other ways to begin, beside the button for a new one. */
  ways?: ReactNode;
  /** Finds by all texts of this shelf; stays the same from one call to the next. */
  search(query: SearchQuery): Promise<SearchPage>;
  onSessionExpired(): void;
  onNew(): void;
  /** Creates the example and opens it. */
  onExample(): Promise<void>;
  /** What can be done with one of them. */
  deeds: readonly Deed[];
}

/** A list of post-mortems: found, filtered, sorted, opened, put elsewhere. */
export function Library(props: Props) {
  const { shelf, reader, reading, beside, aside, ways, search, onNew, onExample, deeds } = props;
  const { filters, filter, addressWith } = useFilters();
  // Another choice begins with its first rows, wherever it was made.
  const [seen, setSeen] = useState({ filters, rows: ROWS_AT_A_TIME });
  const rows = seen.filters === filters ? seen.rows : ROWS_AT_A_TIME;
  const isSearching = shelf.searched !== null && isSearchedFor(filters);
  useEffect(
    // The server looks through all texts; this list is not read on for a search.
    () => reader.show({ filters: isSearching ? { ...filters, search: '' } : filters, rows }),
    [reader, filters, rows, isSearching],
  );
  const { items, unreadable, error } = reading;
  // Typing goes first: ten thousand titles are looked through between two keys.
  const settled = useDeferredValue(filters);
  const matching = useMemo(() => filterAndSort(items, settled), [items, settled]);
  const list = useRef<HTMLUListElement>(null);
  const focusRow = useFocusKept(list);
  const deedsOf = (row: number): Deed[] =>
    deeds.map((deed) => ({
      ...deed,
      run: (id, title) => {
        if (deed.takesAway) focusRow(row);
        return deed.run(id, title);
      },
    }));
  const showAll = () => {
    focusRow(0);
    filter(NO_FILTERS);
  };
  const language = useLanguage();
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever has no name is called by a word
  const choices = useMemo(() => choicesIn(items), [items, language]);
  return (
    <div className="page stack library">
      <title>{say('Post-mortems · Nevermore')}</title>
      <div className="row row-between">
        <h1>{say('Post-mortems')}</h1>
        <div className="row">
          {ways}
          <button type="button" className="button button-primary" onClick={onNew}>
            <Icon name="add" />
            {say('New post-mortem')}
          </button>
        </div>
      </div>
      <div className="row row-between">
        <ShelfLinks current={shelf} />
        {aside}
      </div>
      {beside}
      {(items.length > 0 || isNarrowed(filters)) && (
        <FilterBar shelf={shelf} filters={filters} choices={choices} onChange={filter} />
      )}
      {error !== null && (
        <Problem error={error}>
          <button type="button" className="button" onClick={reader.reload}>
            {say('Try again')}
          </button>
        </Problem>
      )}
      {unreadable > 0 && (
        <p className="panel small">
          {sayCount(
            unreadable,
            'One post-mortem cannot be shown: another program has stored something in it that the schema does not allow, such as a severity of nothing. It is still on the server; set the field again through the API.',
            '{n} post-mortems cannot be shown: another program has stored something in them that the schema does not allow, such as a severity of nothing. It is still on the server; set the field again through the API.',
          )}
        </p>
      )}
      {isSearching ? (
        <Suspense fallback={<Skeleton />}>
          <SearchResults
            shelf={shelf}
            filters={filters}
            byTitle={matching}
            search={search}
            list={list}
            deeds={deedsOf}
            addressWith={addressWith}
            onMore={focusRow}
            onShowAll={showAll}
            onSessionExpired={props.onSessionExpired}
          />
        </Suspense>
      ) : (
        <Listed
          shelf={shelf}
          reading={reading}
          filters={filters}
          settled={settled}
          rows={rows}
          matching={matching}
          list={list}
          deeds={deedsOf}
          addressWith={addressWith}
          onMore={(row) => {
            focusRow(row);
            setSeen({ filters, rows: rows + ROWS_AT_A_TIME });
          }}
          onShowAll={showAll}
          onExample={onExample}
        />
      )}
    </div>
  );
}

/** Where the focus goes when what has it now goes away: to a row, to the last one there is, or to the page. */
function useFocusKept(list: RefObject<HTMLUListElement | null>) {
  const kept = useRef<{ row: number; holder: Element | null } | null>(null);
  useEffect(() => {
    if (kept.current === null || kept.current.holder?.isConnected) return;
    const { row } = kept.current;
    kept.current = null;
    if (document.activeElement !== document.body) return;
    const links = list.current?.querySelectorAll<HTMLElement>('h2 a') ?? [];
    (links[Math.min(row, links.length - 1)] ?? document.getElementById('main'))?.focus();
  });
  return (row: number) => {
    kept.current = { row, holder: document.activeElement };
  };
}
