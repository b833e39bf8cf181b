import {
  type ReactNode,
  type RefObject,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Icon } from '../../components/Icon';
import { Problem } from '../../components/Problem';
import { Cobweb } from '../../theme/Raven';
import { choicesIn } from './choices';
import { countWords } from './counts';
import { FilterBar } from './FilterBar';
import { filterAndSort, isNarrowed, NO_FILTERS } from './filters';
import { type Deed, ListingItem } from './ListingItem';
import { type LibraryReader, type Reading, ROWS_AT_A_TIME } from './libraryReader';
import { ShelfLinks } from './ShelfLinks';
import type { Shelf } from './shelves';
import { useFilters } from './useFilters';
import './library.css';

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
  onNew(): void;
  /** Creates the example and opens it. */
  onExample(): Promise<void>;
  /** What can be done with one of them. */
  deeds: readonly Deed[];
}

/** A list of post-mortems: found, filtered, sorted, opened, put elsewhere. */
export function Library({ shelf, reader, reading, beside, aside, ways, onNew, onExample, deeds }: Props) {
  const { filters, filter, addressWith } = useFilters();
  // Another choice begins with its first rows, wherever it was made.
  const [seen, setSeen] = useState({ filters, rows: ROWS_AT_A_TIME });
  const rows = seen.filters === filters ? seen.rows : ROWS_AT_A_TIME;
  useEffect(() => reader.show({ filters, rows }), [reader, filters, rows]);
  const { items, unreadable, isWhole, isReading, error } = reading;
  // Typing goes first: ten thousand titles are looked through between two keys.
  const settled = useDeferredValue(filters);
  const matching = useMemo(() => filterAndSort(items, settled), [items, settled]);
  const shown = matching.slice(0, rows);
  const isLookingOn = isReading && matching.length < ROWS_AT_A_TIME;
  const hasMore = matching.length > rows || (!isWhole && !isLookingOn && error === null);
  const list = useRef<HTMLUListElement>(null);
  const focusRow = useFocusKept(list);
  const choices = useMemo(() => choicesIn(items), [items]);
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
      <p className="small soft" role="status">
        {countWords(reading, { filters: settled, rows }, matching.length)}
      </p>
      {isReading && items.length === 0 && <Skeleton />}
      {isWhole &&
        items.length + unreadable === 0 &&
        !isNarrowed(filters) &&
        (shelf.nothing === '' ? <Empty onExample={onExample} /> : <p className="panel">{shelf.nothing}</p>)}
      {isWhole && isNarrowed(filters) && shown.length === 0 && (
        <div className="panel stack">
          <h2>Nothing matches</h2>
          <p>No post-mortem fits all that is asked for.</p>
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
            deeds={deeds.map((deed) => ({
              ...deed,
              run: (id, title) => {
                if (deed.takesAway) focusRow(index);
                return deed.run(id, title);
              },
            }))}
            filters={filters}
            addressWith={addressWith}
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
              setSeen({ filters, rows: rows + ROWS_AT_A_TIME });
            }}
          >
            {isReading && <span className="spinner" />}
            Show more
          </button>
        </p>
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
