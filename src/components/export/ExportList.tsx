import { Suspense, useState } from 'react';
import { EXPORTS, type Exported, type ExportTarget, MARKDOWN } from '../../../domain/export';
import { fileName } from '../../../domain/export/fileName';
import type { AuthoredContent } from '../../../domain/postMortem/fields';
import { say, translated } from '../../language/say';
import { Icon } from '../Icon';
import { lazily } from '../lazily';
import { useNotify } from '../Notices';
import { copyExport } from './copyExport';
import { download, downloadExport } from './downloadExport';

const PublicVersionDialog = lazily(() => import('./PublicVersionDialog'));

/** The forms beside Markdown, which has buttons of its own, and the public version, which its author decides on. */
const OTHERS = EXPORTS.filter(({ id }) => id !== MARKDOWN.id && id !== 'public');

/** The forms of a document, each to copy or to save. */
export default function ExportList({ content }: { content: AuthoredContent }) {
  const [isPublic, setPublic] = useState(false);
  const notify = useNotify();
  const copy = async (label: string, written: Promise<Exported>) => {
    try {
      const { told } = await copyExport(written);
      notify({ text: [say('Copied: {label}.', { label }), ...told.map(translated)].join(' ') });
    } catch (error) {
      console.warn('The clipboard refused.', error);
      notify({
        text: say('The browser refused to copy. Allow the clipboard for this page, or use the download.'),
      });
    }
  };
  const save = async (target: ExportTarget) => {
    const { text, told } = await target.write(content);
    downloadExport(target, content.title, text);
    notify({
      text: [
        say('Saved as {fileName}.', { fileName: target.fileName(content.title) }),
        ...told.map(translated),
      ].join(' '),
    });
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
    <>
      <ul className="export-list" aria-label={say('Forms to copy or download')}>
        {OTHERS.map((target) => (
          <li key={target.id}>
            <span>
              <strong>{translated(target.label)}</strong>{' '}
              <span className="soft small">{translated(target.suits)}</span>
            </span>
            <span className="row">
              <button
                type="button"
                className="button button-small"
                onClick={() => void copy(translated(target.label), target.write(content))}
              >
                <Icon name="copy" />
                {say('Copy')}{' '}
                <span className="visually-hidden">
                  {say('for {label}', { label: translated(target.label) })}
                </span>
              </button>
              <button type="button" className="button button-small" onClick={() => void save(target)}>
                <Icon name="download" />
                {say('Download')}{' '}
                <span className="visually-hidden">
                  {say('for {label}', { label: translated(target.label) })}
                </span>
              </button>
            </span>
          </li>
        ))}
        <li>
          <span className="row">
            <button
              type="button"
              className="button button-small"
              onClick={() => void copy(say('the executive summary'), summary())}
            >
              <Icon name="copy" />
              {say('Copy executive summary')}
            </button>
            <button type="button" className="button button-small" onClick={() => void saveActions()}>
              <Icon name="download" />
              {say('Download action items (CSV)')}
            </button>
            <button type="button" className="button button-small" onClick={() => setPublic(true)}>
              {say('Public version …')}
            </button>
          </span>
        </li>
      </ul>
      {isPublic && (
        <Suspense fallback={null}>
          <PublicVersionDialog content={content} onClose={() => setPublic(false)} />
        </Suspense>
      )}
    </>
  );
}
