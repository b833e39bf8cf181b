import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { STATUSES } from '../../../domain/postMortem';
import { Icon } from '../../components/Icon';
import type { PostMortemListing } from '../../data/types';

const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

interface Props {
  listing: PostMortemListing;
  /** What its date says. */
  dated: string;
  /** Null for what is not this person's to delete. */
  onDelete: ((id: string, title: string) => Promise<void>) | null;
  /** What else is to be said of it, such as why it was found. */
  children?: ReactNode;
}

/** One post-mortem in the library. */
export function ListingItem({ listing, dated, onDelete, children }: Props) {
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
          {service !== '' && <bdi>{service}</bdi>}
          {startedAt && <span className="nowrap">Incident {day.format(new Date(startedAt))}</span>}
          <span className="nowrap">
            {dated} {moment.format(new Date(updatedAt))}
          </span>
          {tags.map((tag) => (
            <bdi key={tag} className="tag">
              #{tag}
            </bdi>
          ))}
        </div>
        {children}
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
