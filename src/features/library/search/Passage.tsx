import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { fieldById } from '../../../../domain/postMortem/fields';
import type { SearchHit } from '../../../data/types';
import { translated } from '../../../language/say';

/** The passage that answers a search, with its words marked; it leads to its section in the document. */
export function Passage({ id, passage: { field, text, marks } }: Pick<SearchHit, 'id' | 'passage'>) {
  // The title stands above it already.
  if (field === 'title') return null;
  const { label, kind } = fieldById(field);
  const place = kind === 'line' || kind === 'labels' ? 'facts' : `section-${field}`;
  return (
    <p className="passage small" dir="auto">
      <Link to={`/post-mortems/${id}#${place}`}>{translated(label)}</Link> {marked(text, marks)}
    </p>
  );
}

function marked(text: string, marks: SearchHit['passage']['marks']): ReactNode[] {
  let at = 0;
  const parts: ReactNode[] = [];
  for (const { start, end } of marks) {
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return [...parts, text.slice(at)];
}
