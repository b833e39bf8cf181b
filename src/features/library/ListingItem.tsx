import { useState } from 'react';
import { Link } from 'react-router';
import { STATUSES } from '../../../domain/postMortem';
import { distinctNames, nameKey } from '../../../domain/postMortem/names';
import { Icon } from '../../components/Icon';
import type { PostMortemListing } from '../../data/types';
import type { Filters } from './filters';

const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

interface Props {
  listing: PostMortemListing;
  /** What its date says. */
  dated: string;
  /** What the list shows now, and its address with something else chosen. */
  filters: Filters;
  addressWith(change: Partial<Filters>): { search: string };
  /** Null for what is not this person's to delete. */
  onDelete: ((id: string, title: string) => Promise<void>) | null;
}

/** One post-mortem in the library. */
export function ListingItem({ listing, dated, filters, addressWith, onDelete }: Props) {
  const { id, title, severity, status, service, tags, startedAt, updatedAt } = listing;
  const [deleting, setDeleting] = useState(false);
  return (
    <li className="panel listing" aria-busy={deleting}>
      <div className="stack-tight listing-text">
        <h2 dir="auto">
          <Link to={`/post-mortems/${id}`}>{title}</Link>
        </h2>
        <div className="row small soft">
          <span className="chip" data-severity={severity}>
            {severity}
          </span>
          <span className={status === 'PUBLISHED' ? 'chip chip-good' : 'chip'}>
            {STATUSES.find((one) => one.id === status)?.label ?? status}
          </span>
          {service.trim() !== '' && (
            <Link
              to={addressWith({ service: service.trim() })}
              className="tag"
              aria-current={nameKey(service) === nameKey(filters.service) ? 'true' : undefined}
            >
              <span className="visually-hidden">Only the service </span>
              <bdi>{service}</bdi>
            </Link>
          )}
          {startedAt && <span className="nowrap">Incident {day.format(new Date(startedAt))}</span>}
          <span className="nowrap">
            {dated} {moment.format(new Date(updatedAt))}
          </span>
          {distinctNames(tags).map((tag) => (
            <Link
              key={tag}
              to={addressWith({ tag })}
              className="tag"
              aria-current={nameKey(tag) === nameKey(filters.tag) ? 'true' : undefined}
            >
              <span className="visually-hidden">Only the tag </span>
              <bdi>#{tag}</bdi>
            </Link>
          ))}
        </div>
      </div>
      {onDelete && (
        <button
          type="button"
          className="icon-button"
          aria-disabled={deleting}
          onClick={() => {
            if (deleting) return;
            setDeleting(true);
            void onDelete(id, title).finally(() => setDeleting(false));
          }}
        >
          {deleting ? <span className="spinner" /> : <Icon name="trash" />}
          <span className="visually-hidden">Delete {title}</span>
        </button>
      )}
    </li>
  );
}
