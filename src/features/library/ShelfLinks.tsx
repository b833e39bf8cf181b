import { Link } from 'react-router';
import { say } from '../../language/say';
import { SHELVES, type Shelf } from './shelves';

/** The way from one list to another. Each has an address. */
export const ShelfLinks = ({ current }: { current: Shelf }) => (
  <nav aria-label={say('Lists')}>
    <ul className="shelves">
      {SHELVES.map(({ id, label }) => (
        <li key={id}>
          <Link
            className="shelf-link"
            to={id === 'mine' ? '/' : `/?list=${id}`}
            aria-current={id === current.id ? 'page' : undefined}
          >
            {say(label)}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);
