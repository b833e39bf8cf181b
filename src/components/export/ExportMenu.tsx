import { lazy, Suspense, useEffect, useId, useRef, useState } from 'react';
import { EXPORTS, type Exported, type ExportTarget, MARKDOWN } from '../../../domain/export';
import { fileName } from '../../../domain/export/fileName';
import type { AuthoredContent } from '../../../domain/postMortem/fields';
import { Icon } from '../Icon';
import { useNotify } from '../Notices';
import { copyExport } from './copyExport';
import { download, downloadExport } from './downloadExport';
import './export.css';

const PublicVersionDialog = lazy(() => import('./PublicVersionDialog'));

/** The forms beside Markdown, which has buttons of its own, and the public version, which its author decides on. */
const OTHERS = EXPORTS.filter(({ id }) => id !== MARKDOWN.id && id !== 'public');

/** Every other form in which a document can be copied or saved, behind one button. */
export function ExportMenu({ content }: { content: AuthoredContent }) {
  const [isOpen, setOpen] = useState(false);
  const [isPublic, setPublic] = useState(false);
  const list = useId();
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const notify = useNotify();

  useEffect(() => {
    if (!isOpen) return;
    const elsewhere = ({ target }: Event) => {
      if (target instanceof Node && !place.current?.contains(target)) setOpen(false);
    };
    const onEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !place.current?.contains(document.activeElement)) return;
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

  const copy = async (label: string, written: Promise<Exported>) => {
    try {
      const { told } = await copyExport(written);
      notify({ text: [`Copied: ${label}.`, ...told].join(' ') });
    } catch (error) {
      console.warn('The clipboard refused.', error);
      notify({
        text: 'The browser refused to copy. Allow the clipboard for this page, or use the download.',
      });
    }
  };
  const save = async (target: ExportTarget) => {
    const { text, told } = await target.write(content);
    downloadExport(target, content.title, text);
    notify({ text: [`Saved as ${target.fileName(content.title)}.`, ...told].join(' ') });
  };
  const summary = async (): Promise<Exported> => {
    const { executiveSummary } = await import('../../../domain/export/executiveSummary');
    return { text: executiveSummary(content), told: [] };
  };
  const saveActions = async () => {
    const { actionItemsToCsv } = await import('../../../domain/export/actionsCsv');
    download(fileName(`${content.title} actions`, 'csv'), 'text/csv', actionItemsToCsv(content));
  };

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
        Copy or download as …
      </button>
      <ul id={list} className="export-list" aria-label="Forms to copy or download" hidden={!isOpen}>
        {OTHERS.map((target) => (
          <li key={target.id}>
            <span>
              <strong>{target.label}</strong> <span className="soft small">{target.suits}</span>
            </span>
            <span className="row">
              <button
                type="button"
                className="button button-small"
                onClick={() => void copy(target.label, target.write(content))}
              >
                <Icon name="copy" />
                Copy <span className="visually-hidden">for {target.label}</span>
              </button>
              <button type="button" className="button button-small" onClick={() => void save(target)}>
                <Icon name="download" />
                Download <span className="visually-hidden">for {target.label}</span>
              </button>
            </span>
          </li>
        ))}
        <li>
          <span className="row">
            <button
              type="button"
              className="button button-small"
              onClick={() => void copy('the executive summary', summary())}
            >
              <Icon name="copy" />
              Copy executive summary
            </button>
            <button type="button" className="button button-small" onClick={() => void saveActions()}>
              <Icon name="download" />
              Download action items (CSV)
            </button>
            <button type="button" className="button button-small" onClick={() => setPublic(true)}>
              Public version …
            </button>
          </span>
        </li>
      </ul>
      {isPublic && (
        <Suspense fallback={null}>
          <PublicVersionDialog content={content} onClose={() => setPublic(false)} />
        </Suspense>
      )}
    </div>
  );
}
