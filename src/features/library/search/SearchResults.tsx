import { type RefObject, useEffect, useMemo } from 'react';
import { Problem } from '../../../components/Problem';
import { useDebounced } from '../../../components/useDebounced';
import { SessionExpiredError } from '../../../data/errors';
import type { PostMortemListing, SearchHit, SearchPage, SearchQuery } from '../../../data/types';
import { type Filters, fits } from '../filters';
import { NothingMatches, ShowMore } from '../Listed';
import { type Deed, ListingItem } from '../ListingItem';
import type { Shelf } from '../shelves';
import { foundWords } from './foundWords';
import { Passage } from './Passage';
import { orderOf } from './searchSorts';
import { useSearch } from './useSearch';
import './search.css';
import { say } from '../../../language/say';

interface Props {
  shelf: Shelf;
  filters: Filters;
  /** Those of the list as it is here whose titles fit: they are shown before any answer. */
  byTitle: readonly PostMortemListing[];
  /** Stays the same from one call to the next. */
  search(query: SearchQuery): Promise<SearchPage>;
  list: RefObject<HTMLUListElement | null>;
  /** What can be done with the post-mortem in this row. */
  deeds(row: number): Deed[];
  addressWith(change: Partial<Filters>): { search: string };
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
  const { shelf, filters, byTitle, search, list, deeds, addressWith, onMore, onShowAll, onSessionExpired } =
    props;
  const typed = filters.search.trim();
  const text = useDebounced(typed, REST);
  const { finding, more, again } = useSearch(search, {
    text,
    shelf: shelf.searched ?? 'MINE',
    severity: filters.severity,
    status: filters.status,
    service: filters.service,
    tag: filters.tag,
    from: filters.from,
    to: filters.to,
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
    // The index knows no owners and no missing times; what it finds is looked through for them.
    const items: readonly Row[] = isRelated
      ? finding.items.filter((one) => fits(one, { ...filters, search: '' }))
      : [];
    const found = new Set(items.map(({ id }) => id));
    return [...items, ...byTitle.filter(({ id }) => !found.has(id)).slice(0, MOST_BY_TITLE)];
  }, [finding.items, isRelated, byTitle, filters]);
  const hasMore = finding.next !== null && isRelated;
  return (
    <>
      {error !== null && (
        <Problem error={error}>
          <button type="button" className="button" onClick={again}>
            {say('Try again')}
          </button>
        </Problem>
      )}
      <p className="small soft row" role="status">
        {!isAnswered && error === null && <span className="spinner" />}
        {foundWords(isAnswered ? finding : null, rows.length, orderOf(filters) === 'LATEST')}
      </p>
      {isAnswered && error === null && rows.length === 0 && (
        <NothingMatches onShowAll={onShowAll}>
          {say('No post-mortem in this list has all these words with these filters.')}
        </NothingMatches>
      )}
      <ul className="listings" ref={list} aria-busy={!isAnswered}>
        {rows.map((row, index) => (
          <ListingItem
            key={row.id}
            listing={row}
            dated={shelf.dated}
            filters={filters}
            addressWith={addressWith}
            deeds={deeds(index)}
          >
            {row.passage && <Passage id={row.id} passage={row.passage} />}
          </ListingItem>
        ))}
      </ul>
      {hasMore && (
        <ShowMore
          isBusy={finding.isSearching}
          onMore={() => {
            onMore(finding.items.length);
            more();
          }}
        />
      )}
    </>
  );
}

type Row = PostMortemListing & Partial<Pick<SearchHit, 'passage'>>;
