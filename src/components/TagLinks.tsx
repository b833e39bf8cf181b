import { Link } from 'react-router';
import { distinctNames } from '../../domain/postMortem/names';
import { say } from '../language/say';

/** The tags of a document, each leading to the others that bear it. @param list which list of the library; '' for one's own */
export function TagLinks({ tags, list }: { tags: readonly string[]; list: '' | 'shared' | 'published' }) {
  const distinct = distinctNames(tags);
  if (distinct.length === 0) return null;
  return (
    <ul className="row small tag-links" aria-label={say('Others of the same kind')}>
      {distinct.map((tag) => (
        <li key={tag}>
          <Link to={`/?${new URLSearchParams(list === '' ? { tag } : { list, tag })}`}>
            <bdi>#{tag}</bdi>
          </Link>
        </li>
      ))}
    </ul>
  );
}
