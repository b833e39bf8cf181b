import { useId, useMemo, useRef, useState } from 'react';
import { type Imported, importMarkdown } from '../../../domain/import';
import { readHtml } from '../../../domain/import/html';
import { sectionById } from '../../../domain/sections';
import { Dialog } from '../../components/Dialog';
import { Problem } from '../../components/Problem';
import { useDebounced } from '../../components/useDebounced';
import type { DocumentContent } from '../../data/types';
import { say, sayCount, translated } from '../../language/say';
import { readFile } from './readFile';

/** The preview follows once the typing pauses. */
const PAUSE_MS = 300;

/** A post-mortem from a file or a paste, with what becomes of it before anything is made. */
export default function ImportDialog(props: {
  onImport(content: DocumentContent): Promise<void>;
  onClose: () => void;
}) {
  const { onImport, onClose } = props;
  const [text, setText] = useState('');
  /** What of a page or a paste could not be kept, in sentences. */
  const [told, setTold] = useState<readonly string[]>([]);
  const [importing, setImporting] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const [textId, fileId] = [useId(), useId()];
  const rested = useDebounced(text, PAUSE_MS);
  const imported = useMemo(() => (rested.trim() === '' ? null : importMarkdown(rested)), [rested]);
  const read = async (file: File | undefined) => {
    if (!file) return;
    try {
      const { markdown, told: lost } = await readFile(file);
      setText(markdown);
      setTold(lost);
      setError(null);
    } catch (cause) {
      setError(cause);
    }
  };
  const make = async () => {
    setImporting(true);
    try {
      const { content } = importMarkdown(text);
      // A document is published by a step of its own, with its checks.
      await onImport({ ...content, status: 'DRAFT' });
    } catch (cause) {
      setError(cause);
      setImporting(false);
    }
  };
  return (
    <Dialog title={say('Import a post-mortem')} isWide focusFirst={area} onClose={onClose}>
      <label htmlFor={fileId}>{say('A file of Markdown or HTML')}</label>
      <input
        id={fileId}
        type="file"
        accept=".md,.markdown,.txt,.html,.htm"
        onChange={({ target }) => void read(target.files?.[0])}
      />
      <label htmlFor={textId}>{say('Or paste it here, from any document editor')}</label>
      <textarea
        ref={area}
        id={textId}
        rows={8}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onPaste={(event) => {
          const html = event.clipboardData.getData('text/html');
          if (html === '') return;
          event.preventDefault();
          const { selectionStart, selectionEnd, value } = event.currentTarget;
          const pasted = readHtml(html);
          setText(value.slice(0, selectionStart) + pasted.markdown + value.slice(selectionEnd));
          setTold((before) => [...new Set([...(value === '' ? [] : before), ...pasted.told])]);
        }}
      />
      <div role="status">{imported && <Preview imported={imported} told={told} />}</div>
      {error !== null && <Problem error={error} />}
      <div className="row">
        <button
          type="button"
          className="button button-primary"
          disabled={text.trim() === '' || importing}
          onClick={() => void make()}
        >
          {importing && <span className="spinner" />}
          {say('Import as a draft')}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {say('Cancel')}
        </button>
      </div>
    </Dialog>
  );
}

function Preview(props: { imported: Imported; told: readonly string[] }) {
  const { content, sections, left } = props.imported;
  const counts = [
    sections.map((id) => translated(sectionById(id).label)).join(', '),
    sayCount(content.timeline.length, '{n} entry in the timeline', '{n} entries in the timeline'),
    sayCount(content.actionItems.length, '{n} action item', '{n} action items'),
  ].filter((each) => each !== '');
  return (
    <div className="panel stack-tight">
      <p>
        <strong>
          <bdi>{content.title}</bdi>
        </strong>
      </p>
      <p>{counts.join(' · ')}</p>
      {props.told.map((each) => (
        <p key={each}>{translated(each)}</p>
      ))}
      {left.length > 0 && (
        <>
          <p>{say('Found no place of its own, and is kept at the end of the description where it fits:')}</p>
          <ul>
            {left.map((each, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is read anew as a whole
              <li key={at}>
                <bdi>{each}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
