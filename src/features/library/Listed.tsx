import { type RefObject, useState } from 'react';
import type { PostMortemListing } from '../../data/types';
import { say, translated } from '../../language/say';
import { saying } from '../../language/saying';
import { Cobweb } from '../../theme/Raven';
import { countWords } from './counts';
import { type Filters, isNarrowed } from './filters';
import { type Deed, ListingItem } from './ListingItem';
import { type Reading, ROWS_AT_A_TIME } from './libraryReader';
import type { Shelf } from './shelves';

interface Props {
  shelf: Shelf;
  reading: Reading;
  filters: Filters;
  /** The filters that `matching` fits: a moment behind those that are typed. */
  settled: Filters;
  /** How many rows at most. */
  rows: number;
  /** What has been read and fits, in order. */
  matching: readonly PostMortemListing[];
  list: RefObject<HTMLUListElement | null>;
  /** What can be done with the post-mortem in this row. */
  deeds(row: number): Deed[];
  addressWith(change: Partial<Filters>): { search: string };
  /** The rows from this one on are asked for. */
  onMore(row: number): void;
  onShowAll(): void;
  /** Creates the example and opens it. */
  onExample(): Promise<void>;
}

/** What of a list has been read and fits the filters. */
export function Listed(props: Props) {
  const { shelf, reading, filters, settled, rows, matching, list, deeds, addressWith, onMore } = props;
  const { items, unreadable, isWhole, isReading, error } = reading;
  const shown = matching.slice(0, rows);
  const isLookingOn = isReading && matching.length < ROWS_AT_A_TIME;
  const hasMore = matching.length > rows || (!isWhole && !isLookingOn && error === null);
  return (
    <>
      <p className="small soft" role="status">
        {countWords(reading, { filters: settled, rows }, matching.length)}
      </p>
      {isReading && items.length === 0 && <Skeleton />}
      {isWhole &&
        items.length + unreadable === 0 &&
        !isNarrowed(filters) &&
        (shelf.nothing === '' ? (
          <Empty onExample={props.onExample} />
        ) : (
          <p className="panel">{translated(shelf.nothing)}</p>
        ))}
      {isWhole && isNarrowed(filters) && shown.length === 0 && (
        <NothingMatches onShowAll={props.onShowAll}>
          {say('No post-mortem fits all that is asked for.')}
        </NothingMatches>
      )}
      <ul className="listings" ref={list}>
        {shown.map((listing, index) => (
          <ListingItem
            key={listing.id}
            listing={listing}
            dated={shelf.dated}
            filters={filters}
            addressWith={addressWith}
            deeds={deeds(index)}
          />
        ))}
      </ul>
      {hasMore && shown.length > 0 && <ShowMore isBusy={isReading} onMore={() => onMore(shown.length)} />}
    </>
  );
}

/** Says that nothing fits, in these words, and leads back to all. */
export function NothingMatches({ onShowAll, children }: { onShowAll(): void; children: string }) {
  return (
    <div className="panel stack">
      <h2>{say('Nothing matches')}</h2>
      <p>{children}</p>
      <p>
        <button type="button" className="button" onClick={onShowAll}>
          {say('Show all post-mortems')}
        </button>
      </p>
    </div>
  );
}

/** Asks for more rows, once at a time. */
export function ShowMore({ isBusy, onMore }: { isBusy: boolean; onMore(): void }) {
  return (
    <p>
      <button
        type="button"
        className="button"
        aria-disabled={isBusy}
        onClick={() => {
          if (!isBusy) onMore();
        }}
      >
        {isBusy && <span className="spinner" />}
        {say('Show more')}
      </button>
    </p>
  );
}

function Empty({ onExample }: { onExample: () => Promise<void> }) {
  const [creating, setCreating] = useState(false);
  return (
    <div className="panel stack empty">
      <Cobweb />
      <h2>{say('Nothing here yet, and that is good news')}</h2>
      <p>{say('When something breaks, this is how the write-up goes:')}</p>
      <ol className="steps">
        <li>
          {saying('Press {button} and write what happened, as roughly as you like.', {
            button: <strong>{say('New post-mortem')}</strong>,
          })}
        </li>
        <li>
          {saying('{enhance} a section: two drafts arrive, a judge explains which is better, you decide.', {
            enhance: <strong>{say('Enhance')}</strong>,
          })}
        </li>
        <li>
          {saying('{copy} and paste the whole document into your team’s channel.', {
            copy: <strong>{say('Copy Markdown')}</strong>,
          })}
        </li>
      </ol>
      <p>
        {say('Or open an example, an outage as somebody noted it at three in the morning, and play with it.')}
      </p>
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
          {say('Start from an example')}
        </button>
      </p>
    </div>
  );
}

/** Where rows will be. */
export const Skeleton = () => (
  <div className="listings" aria-hidden="true">
    {['a', 'b', 'c'].map((key) => (
      <div key={key} className="skeleton" style={{ height: '5.2rem' }} />
    ))}
  </div>
);
