import { useId, useRef } from 'react';
import { SECTIONS } from '../../../domain/sections';
import { InPageLink } from '../../components/InPageLink';
import type { DocumentContent } from '../../data/types';

/**
 * Where one is in a long document, and what is still empty. Beside the text it is always open; where there
 * is no room beside it, a button that stays in reach opens it.
 */
export function Outline({ content }: { content: DocumentContent }) {
  const id = useId();
  const menu = useRef<HTMLElement>(null);
  const parts = [
    ...SECTIONS.map(({ id, label }) => ({ id, label, written: content[id].trim() !== '' })),
    { id: 'timeline', label: 'Timeline', written: content.timeline.length > 0 },
    { id: 'actionItems', label: 'Action items', written: content.actionItems.length > 0 },
  ];
  return (
    <div className="outline">
      <button type="button" className="button button-small outline-button" popoverTarget={id}>
        Sections
      </button>
      <nav ref={menu} id={id} popover="auto" className="outline-menu" aria-label="Sections">
        <ul>
          {parts.map(({ id, label, written }) => (
            <li key={id}>
              <InPageLink to={`section-${id}`} onFollow={() => menu.current?.hidePopover()}>
                {label}
                <span className="soft small">{written ? '' : 'empty'}</span>
              </InPageLink>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
