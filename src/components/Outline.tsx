import { useId, useRef } from 'react';
import { FIELDS, type FieldId } from '../../../domain/postMortem/fields';
import { shownSections } from '../../../domain/templates';
import { InPageLink } from '../../components/InPageLink';
import type { DocumentContent } from '../../data/types';
import { say, translated } from '../../language/say';

const isWritten = (value: DocumentContent[FieldId]): boolean =>
  (typeof value === 'string' ? value.trim() : (value ?? '')).length > 0;

/**
 * Where one is in a long document, and what is still empty. Beside the text it is always open; where there
 * is no room beside it, a button that stays in reach opens it.
 */
export function Outline({ content }: { content: DocumentContent }) {
  const id = useId();
  const menu = useRef<HTMLElement>(null);
  const rows = FIELDS.filter(({ kind }) => kind === 'rows');
  const parts = [...shownSections(content), ...rows];
  return (
    <div className="outline">
      <button type="button" className="button button-small outline-button" popoverTarget={id}>
        {say('Sections')}
      </button>
      <nav ref={menu} id={id} popover="auto" className="outline-menu" aria-label={say('Sections')}>
        <ul>
          {parts.map(({ id, label }) => (
            <li key={id}>
              <InPageLink to={`section-${id}`} onFollow={() => menu.current?.hidePopover()}>
                {translated(label)}
                <span className="soft small">{isWritten(content[id]) ? '' : say('empty')}</span>
              </InPageLink>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
