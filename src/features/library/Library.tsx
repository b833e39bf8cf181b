import {
  lazy,
  type ReactNode,
  type RefObject,
  Suspense,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useSearchParams } from 'react-router';
import { Icon } from '../../components/Icon';
import { Problem } from '../../components/Problem';
import type { SearchPage, SearchQuery } from '../../data/types';
import { Cobweb } from '../../theme/Raven';
import { countWords } from './counts';
import { FilterBar } from './FilterBar';
import {
  addressOf,
  type Filters,
  filterAndSort,
  filtersFrom,
  isNarrowed,
  isSearchedFor,
  NO_FILTERS,
} from './filters';
import { ListingItem } from './ListingItem';
import { type LibraryReader, type Reading, ROWS_AT_A_TIME } from './libraryReader';
import { ShelfLinks } from './ShelfLinks';
import type { Shelf } from './shelves';
import './library.css';

const SearchResults = lazy(() => import('./search/SearchResults'));

interface Props {
  shelf: Shelf;
  reader: LibraryReader;
  reading: Reading;
  /** What else is worth showing above the list: work kept on this device, shared documents. */
  beside?: ReactNode;
  /** Other ways to begin, beside the button for a new one. */
  ways?: ReactNode;
  /** Finds by all texts of this shelf; stays the same from one call to the next. */
  search(query: SearchQuery): Promise<SearchPage>;
  onSessionExpired(): void;
  onNew(): void;
  /** Creates the example and opens it. */
  onExample(): Promise<void>;
  /** Null for what is not this person's to delete. */
  onDelete: ((id: string, title: string) => Promise<void>) | null;
}

/** A list of post-mortems: found, filtered, sorted, opened, deleted. */
export function Library(props: Props) {
  const { shelf, reader, reading, beside, ways, search, onNew, onExample, onDelete } = props;
  const [address, setAddress] = useSearchParams();
  // Typing must not wait for the address, which follows it.
  const [filters, setFilters] = useState(() => filtersFrom(address));
  const [rows, setRows] = useState(ROWS_AT_A_TIME);
  const isSearching = isSearchedFor(filters);
  useEffect(
    // The server looks through all texts; this list is not read on for a search.
    () => reader.show({ filters: isSearching ? { ...filters, search: '' } : filters, rows }),
    [reader, filters, rows, isSearching],
  );
  const { items, unreadable, isWhole, isReading, error } = reading;
  // Typing goes first: ten thousand titles are looked through between two keys.
  const settled = useDeferredValue(filters);
  const matching = useMemo(() => filterAndSort(items, settled), [items, settled]);
  const shown = matching.slice(0, rows);
  const isLookingOn = isReading && matching.length < ROWS_AT_A_TIME;
  const hasMore = matching.length > rows || (!isWhole && !isLookingOn && error === null);
  const list = useRef<HTMLUListElement>(null);
  const focusRow = useFocusKept(list);
  const filter = (chosen: Filters) => {
    setFilters(chosen);
    setAddress((before) => addressOf(chosen, before), { replace: true, preventScrollReset: true });
    setRows(ROWS_AT_A_TIME);
  };
  return (
    <div className="page stack library">
      <title>Post-mortems · Nevermore</title>
      <div className="row row-between">
        <h1>Post-mortems</h1>
        <div className="row">
          {ways}
          <button type="button" className="button button-primary" onClick={onNew}>
            <Icon name="add" />
            New post-mortem
          </button>
        </div>
      </div>
      <ShelfLinks current={shelf} />
      {beside}
      {(items.length > 0 || isNarrowed(filters)) && (
        <FilterBar shelf={shelf} filters={filters} onChange={filter} />
      )}
      {error !== null && (
        <Problem error={error}>
          <button type="button" className="button" onClick={reader.reload}>
            Try again
          </button>
        </Problem>
      )}
      {unreadable > 0 && (
        <p className="panel small">
          {unreadable === 1 ? 'One post-mortem' : `${unreadable} post-mortems`} cannot be shown: another
          program has stored something in {unreadable === 1 ? 'it' : 'them'} that the schema does not allow,
          such as a severity of nothing. It is still on the server; set the field again through the API.
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
            onDelete={
              onDelete &&
              ((id, title, row) => {
                focusRow(row);
                return onDelete(id, title);
              })
            }
            onMore={focusRow}
            onShowAll={() => {
              focusRow(0);
              filter(NO_FILTERS);
            }}
            onSessionExpired={props.onSessionExpired}
          />
        </Suspense>
      ) : (
        <>
          <p className="small soft" role="status">
            {countWords(reading, { filters: settled, rows }, matching.length)}
          </p>
          {isReading && items.length === 0 && <Skeleton />}
          {isWhole &&
            items.length + unreadable === 0 &&
            !isNarrowed(filters) &&
            (shelf.nothing === '' ? (
              <Empty onExample={onExample} />
            ) : (
              <p className="panel">{shelf.nothing}</p>
            ))}
          {isWhole && isNarrowed(filters) && shown.length === 0 && (
            <div className="panel stack">
              <h2>Nothing matches</h2>
              <p>No title has all these words with these filters.</p>
              <p>
                <button
                  type="button"
                  className="button"
                  onClick={() => {
                    focusRow(0);
                    filter(NO_FILTERS);
                  }}
                >
                  Show all post-mortems
                </button>
              </p>
            </div>
          )}
          <ul className="listings" ref={list}>
            {shown.map((listing, index) => (
              <ListingItem
                key={listing.id}
                listing={listing}
                dated={shelf.dated}
                onDelete={
                  onDelete &&
                  ((id, title) => {
                    focusRow(index);
                    return onDelete(id, title);
                  })
                }
              />
            ))}
          </ul>
          {hasMore && shown.length > 0 && (
            <p>
              <button
                type="button"
                className="button"
                aria-disabled={isReading}
                onClick={() => {
                  if (isReading) return;
                  focusRow(shown.length);
                  setRows(rows + ROWS_AT_A_TIME);
                }}
              >
                {isReading && <span className="spinner" />}
                Show more
              </button>
            </p>
          )}
        </>
      )}
    </div>
  );
}

/** Where the focus goes when what has it now goes away: to a row, or to the last one there is. */
function useFocusKept(list: RefObject<HTMLUListElement | null>) {
  const kept = useRef<{ row: number; holder: Element | null } | null>(null);
  useEffect(() => {
    if (kept.current === null || kept.current.holder?.isConnected) return;
    const { row } = kept.current;
    kept.current = null;
    if (document.activeElement !== document.body) return;
    const links = list.current?.querySelectorAll<HTMLElement>('h2 a') ?? [];
    links[Math.min(row, links.length - 1)]?.focus();
  });
  return (row: number) => {
    kept.current = { row, holder: document.activeElement };
  };
}

function Empty({ onExample }: { onExample: () => Promise<void> }) {
  const [creating, setCreating] = useState(false);
  return (
    <div className="panel stack empty">
      <Cobweb />
      <h2>Nothing here yet, and that is good news</h2>
      <p>When something breaks, this is how the write-up goes:</p>
      <ol className="steps">
        <li>
          Press <strong>New post-mortem</strong> and write what happened, as roughly as you like.
        </li>
        <li>
          <strong>Enhance</strong> a section: two drafts arrive, a judge explains which is better, you decide.
        </li>
        <li>
          <strong>Copy Markdown</strong> and paste the whole document into your team’s channel.
        </li>
      </ol>
      <p>Or open an example, an outage as somebody noted it at three in the morning, and play with it.</p>
      <p>
        <button
          type="button"
          className="button"
          disabled={creating}
          onClick={() => {
            setCreating(true);
            void onExample().finally(() => setCreating(false));
          }}
        >
          {creating && <span className="spinner" />}
          Start from an example
        </button>
      </p>
    </div>
  );
}

const Skeleton = () => (
  <div className="listings" aria-hidden="true">
    {['a', 'b', 'c'].map((key) => (
      <div key={key} className="skeleton" style={{ height: '5.2rem' }} />
    ))}
  </div>
);
