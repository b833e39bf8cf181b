import { type RefObject, useEffect, useMemo } from 'react';
import { Problem } from '../../../components/Problem';
import { useDebounced } from '../../../components/useDebounced';
import { SessionExpiredError } from '../../../data/errors';
import type { PostMortemListing, SearchHit, SearchPage, SearchQuery } from '../../../data/types';
import type { Filters } from '../filters';
import { ListingItem } from '../ListingItem';
import type { Shelf } from '../shelves';
import { foundWords } from './foundWords';
import { Passage } from './Passage';
import { orderOf } from './searchSorts';
import { useSearch } from './useSearch';
import './search.css';

interface Props {
  shelf: Shelf;
  filters: Filters;
  /** Those of the list as it is here whose titles fit: they are shown before any answer. */
  byTitle: readonly PostMortemListing[];
  /** Stays the same from one call to the next. */
  search(query: SearchQuery): Promise<SearchPage>;
  list: RefObject<HTMLUListElement | null>;
  /** Null for what is not this person's to delete. */
  onDelete: ((id: string, title: string, row: number) => Promise<void>) | null;
  /** The rows from this one on are about to come. */
  onMore(row: number): void;
  onShowAll(): void;
  onSessionExpired(): void;
}

/** Typing rests for so long before the server is asked, in milliseconds. */
const REST = 150;
/** Rows of titles that are shown beside what the server finds. */
const MOST_BY_TITLE = 50;

/** What is found in all texts of a list: the documents, and the passages that answer. */
export default function SearchResults(props: Props) {
  const { shelf, filters, byTitle, search, list, onDelete, onMore, onShowAll, onSessionExpired } = props;
  const typed = filters.search.trim();
  const text = useDebounced(typed, REST);
  const { finding, more, again } = useSearch(search, {
    text,
    shelf: SEARCHED[shelf.id],
    severity: filters.severity,
    status: filters.status,
    order: orderOf(filters),
  });
  const { error } = finding;
  useEffect(() => {
    if (error instanceof SessionExpiredError) onSessionExpired();
  }, [error, onSessionExpired]);
  const isAnswered = finding.text === typed && !finding.isSearching;
  // What an older question found says nothing about this one, unless one goes on typing the same word.
  const isRelated =
    finding.text !== null && (typed.startsWith(finding.text) || finding.text.startsWith(typed));
  const rows = useMemo((): Row[] => {
    const items: readonly Row[] = isRelated ? finding.items : [];
    const found = new Set(items.map(({ id }) => id));
    return [...items, ...byTitle.filter(({ id }) => !found.has(id)).slice(0, MOST_BY_TITLE)];
  }, [finding.items, isRelated, byTitle]);
  const hasMore = finding.next !== null && isRelated;
  return (
    <>
      {error !== null && (
        <Problem error={error}>
          <button type="button" className="button" onClick={again}>
            Try again
          </button>
        </Problem>
      )}
      <p className="small soft row" role="status">
        {!isAnswered && error === null && <span className="spinner" />}
        {foundWords(isAnswered ? finding : null, rows.length, orderOf(filters) === 'LATEST')}
      </p>
      {isAnswered && error === null && rows.length === 0 && (
        <div className="panel stack">
          <h2>Nothing matches</h2>
          <p>No post-mortem in this list has all these words with these filters.</p>
          <p>
            <button type="button" className="button" onClick={onShowAll}>
              Show all post-mortems
            </button>
          </p>
        </div>
      )}
      <ul className="listings" ref={list} aria-busy={!isAnswered}>
        {rows.map((row, index) => (
          <ListingItem
            key={row.id}
            listing={row}
            dated={shelf.dated}
            onDelete={onDelete && ((id, title) => onDelete(id, title, index))}
          >
            {row.passage && <Passage id={row.id} passage={row.passage} />}
          </ListingItem>
        ))}
      </ul>
      {hasMore && (
        <p>
          <button
            type="button"
            className="button"
            aria-disabled={finding.isSearching}
            onClick={() => {
              onMore(finding.items.length);
              more();
            }}
          >
            {finding.isSearching && <span className="spinner" />}
            Show more
          </button>
        </p>
      )}
    </>
  );
}

type Row = PostMortemListing & Partial<Pick<SearchHit, 'passage'>>;

const SEARCHED = { mine: 'MINE', shared: 'SHARED', published: 'PUBLISHED' } as const;
