import { type ReactNode, useState } from 'react';
import { Icon } from '../../components/Icon';
import { Problem } from '../../components/Problem';
import { Cobweb } from '../../theme/Raven';
import { FilterBar } from './FilterBar';
import { type Filters, filterAndSort } from './filters';
import { ListingItem } from './ListingItem';
import type { Listings } from './useListings';
import './library.css';

interface Props {
  listings: Listings;
  /** What else is worth showing above the list: work kept on this device, shared documents. */
  beside?: ReactNode;
  onNew(): void;
  /** Creates the example and opens it. */
  onExample(): Promise<void>;
  onDelete(id: string, title: string): Promise<void>;
}

const NO_FILTERS: Filters = { search: '', severity: '', status: '', sort: 'changed' };

/** All of somebody's post-mortems: found, filtered, sorted, opened, deleted. */
export function Library({ listings, beside, onNew, onExample, onDelete }: Props) {
  const [filters, setFilters] = useState(NO_FILTERS);
  const { items, unreadable, loading, error } = listings;
  const shown = filterAndSort(items, filters);
  return (
    <div className="page stack library">
      <title>Post-mortems · Nevermore</title>
      <div className="row row-between">
        <h1>Post-mortems</h1>
        <button type="button" className="button button-primary" onClick={onNew}>
          <Icon name="add" />
          New post-mortem
        </button>
      </div>
      {beside}
      {items.length > 0 && <FilterBar filters={filters} onChange={setFilters} />}
      {error !== null && (
        <Problem error={error}>
          <button type="button" className="button" onClick={listings.reload}>
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
        {count(loading, shown.length, items.length)}
      </p>
      {loading && items.length === 0 && <Skeleton />}
      {!loading && error === null && items.length + unreadable === 0 && <Empty onExample={onExample} />}
      {!loading && items.length > 0 && shown.length === 0 && (
        <div className="panel stack">
          <h2>Nothing matches</h2>
          <p>No title has all these words with these filters.</p>
          <p>
            <button type="button" className="button" onClick={() => setFilters(NO_FILTERS)}>
              Show all post-mortems
            </button>
          </p>
        </div>
      )}
      <ul className="listings">
        {shown.map((listing) => (
          <ListingItem key={listing.id} listing={listing} onDelete={onDelete} />
        ))}
      </ul>
    </div>
  );
}

function count(loading: boolean, shown: number, all: number): string {
  if (loading) return 'Loading your post-mortems…';
  if (all === 0) return '';
  return shown === all ? `${all} in all` : `${shown} of ${all}`;
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
