import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { STATUSES } from '../../../domain/postMortem';
import { distinctNames, nameKey } from '../../../domain/postMortem/names';
import { Icon } from '../../components/Icon';
import type { PostMortemListing } from '../../data/types';
import { dates } from '../../language/formats';
import { say, translated } from '../../language/say';
import type { Filters } from './filters';

const day = dates({ dateStyle: 'medium' });
const moment = dates({ dateStyle: 'medium', timeStyle: 'short' });

interface Props {
  listing: PostMortemListing;
  /** What its date says. */
  dated: string;
  /** What the list shows now, and its address with something else chosen. */
  filters: Filters;
  addressWith(change: Partial<Filters>): { search: string };
  /** What can be done with it, by the accessible name of each button. */
  deeds: readonly Deed[];
  /** What else is to be said of it, such as why it was found. */
  children?: ReactNode;
}

/** Something that is done with a post-mortem from its row. It shows its own errors. */
export interface Deed {
  /** The button says it with the title after it: "Delete Checkout down". */
  label: string;
  icon: Parameters<typeof Icon>[0]['name'];
  /** The row goes away. */
  takesAway: boolean;
  run(id: string, title: string): Promise<void>;
}

/** One post-mortem in the library. */
export function ListingItem({ listing, dated, filters, addressWith, deeds, children }: Props) {
  const { id, title, severity, status, service, tags, startedAt, updatedAt } = listing;
  const [doing, setDoing] = useState<string | null>(null);
  return (
    <li className="panel listing" aria-busy={doing !== null}>
      <div className="stack-tight listing-text">
        <h2 dir="auto">
          <Link to={`/post-mortems/${id}`}>{title}</Link>
        </h2>
        <div className="row small soft">
          <span className="chip" data-severity={severity}>
            {severity}
          </span>
          <span className={status === 'PUBLISHED' ? 'chip chip-good' : 'chip'}>
            {translated(STATUSES.find((one) => one.id === status)?.label ?? status)}
          </span>
          {service.trim() !== '' && (
            <Link
              to={addressWith({ service: service.trim() })}
              className="tag"
              aria-current={nameKey(service) === nameKey(filters.service) ? 'true' : undefined}
            >
              <span className="visually-hidden">{say('Only the service')} </span>
              <bdi>{service}</bdi>
            </Link>
          )}
          {startedAt && (
            <span className="nowrap">{say('Incident {day}', { day: day.format(new Date(startedAt)) })}</span>
          )}
          <span className="nowrap">
            {translated(dated)} {moment.format(new Date(updatedAt))}
          </span>
          {distinctNames(tags).map((tag) => (
            <Link
              key={tag}
              to={addressWith({ tag })}
              className="tag"
              aria-current={nameKey(tag) === nameKey(filters.tag) ? 'true' : undefined}
            >
              <span className="visually-hidden">{say('Only the tag')} </span>
              <bdi>#{tag}</bdi>
            </Link>
          ))}
        </div>
        {children}
      </div>
      <div className="listing-deeds">
        {deeds.map(({ label, icon, run }) => (
          <button
            key={label}
            type="button"
            className="icon-button"
            title={label}
            aria-disabled={doing !== null}
            onClick={() => {
              if (doing !== null) return;
              setDoing(label);
              void run(id, title).finally(() => setDoing(null));
            }}
          >
            {doing === label ? <span className="spinner" /> : <Icon name={icon} />}
            <span className="visually-hidden">
              {label} {title}
            </span>
          </button>
        ))}
      </div>
    </li>
  );
}
