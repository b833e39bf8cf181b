import { Link } from 'react-router';
import { SHELVES, type Shelf } from './shelves';

/** The way from one list to another. Each has an address. */
export const ShelfLinks = ({ current }: { current: Shelf }) => (
  <nav aria-label="Lists">
    <ul className="shelves">
      {SHELVES.map(({ id, label }) => (
        <li key={id}>
          <Link
            className="shelf-link"
            to={id === 'mine' ? '/' : `/?list=${id}`}
            aria-current={id === current.id ? 'page' : undefined}
          >
            {label}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);
