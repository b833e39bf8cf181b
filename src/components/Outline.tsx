import { useId, useRef } from 'react';
import { say } from '../language/say';
import { InPageLink } from './InPageLink';

/** A part of a document that one can go to. */
export interface OutlinePart {
  /** The place is `section-` and this. */
  id: string;
  label: string;
  isEmpty?: boolean;
}

/**
 * Where one is in a long document, and what is still empty. Beside the text it is always open; where there
 * is no room beside it, a button that stays in reach opens it.
 */
export function Outline({ parts }: { parts: readonly OutlinePart[] }) {
  const id = useId();
  const menu = useRef<HTMLElement>(null);
  return (
    <div className="outline">
      <button type="button" className="button button-small outline-button" popoverTarget={id}>
        {say('Sections')}
      </button>
      <nav ref={menu} id={id} popover="auto" className="outline-menu" aria-label={say('Sections')}>
        <ul>
          {parts.map(({ id, label, isEmpty }) => (
            <li key={id}>
              <InPageLink to={`section-${id}`} onFollow={() => menu.current?.hidePopover()}>
                {label}
                <span className="soft small">{isEmpty && say('empty')}</span>
              </InPageLink>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
