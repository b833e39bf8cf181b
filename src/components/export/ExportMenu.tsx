import { Suspense, useEffect, useId, useRef, useState } from 'react';
import type { AuthoredContent } from '../../../domain/postMortem/fields';
import './export.css';
import { say } from '../../language/say';
import { lazily } from '../lazily';

const ExportList = lazily(() => import('./ExportList'));

/** Every other form in which a document can be copied or saved, behind one button. */
export function ExportMenu({ content }: { content: AuthoredContent }) {
  const [isOpen, setOpen] = useState(false);
  const list = useId();
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!isOpen) return;
    const elsewhere = ({ target }: Event) => {
      if (target instanceof Node && !place.current?.contains(target)) setOpen(false);
    };
    const onEscape = (event: KeyboardEvent) => {
      const { activeElement } = document;
      // A dialog that was opened from here closes first, and gives the focus back into the list.
      if (
        event.key !== 'Escape' ||
        !place.current?.contains(activeElement) ||
        activeElement?.closest('dialog')
      )
        return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', elsewhere);
    document.addEventListener('keydown', onEscape);
    return () => {
      document.removeEventListener('pointerdown', elsewhere);
      document.removeEventListener('keydown', onEscape);
    };
  }, [isOpen]);

  return (
    <div ref={place} className="export-menu">
      <button
        ref={button}
        type="button"
        className="button"
        aria-expanded={isOpen}
        aria-controls={list}
        onClick={() => setOpen(!isOpen)}
      >
        {say('Copy or download as …')}
      </button>
      <div id={list}>
        {isOpen && (
          <Suspense fallback={null}>
            <ExportList content={content} />
          </Suspense>
        )}
      </div>
    </div>
  );
}
