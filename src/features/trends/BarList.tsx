import { Link } from 'react-router';

export interface Bar {
  key: string;
  name: string;
  count: number;
  /** What else is said of it, beside its number. */
  more?: string;
  /** Where it leads; nowhere from nothing. */
  to: string | null;
  /** A part of it that is told apart. */
  part?: number;
}

/** Names, each with a bar as long as its number. */
export function BarList({ bars }: { bars: readonly Bar[] }) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <ul className="bars">
      {bars.map(({ key, name, count, more, to, part = 0 }) => {
        const line = (
          <>
            <bdi className="bar-name">{name}</bdi>
            <svg className="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
              <rect width={(count / most) * 100} height={10} className="bar-all" />
              <rect width={(part / most) * 100} height={10} className="bar-part" />
            </svg>
            <span className="bar-number">
              {count}
              {more && <span className="soft small"> {more}</span>}
            </span>
          </>
        );
        return (
          <li key={key}>
            {to === null ? (
              <span className="bar-line">{line}</span>
            ) : (
              <Link className="bar-line" to={to}>
                {line}
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}
