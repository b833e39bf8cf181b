import { type ReactNode, Suspense, useRef, useState } from 'react';
import { MARKDOWN } from '../../../domain/export';
import { BIN_DAYS } from '../../../domain/postMortem/bin';
import { CopyButton } from '../../components/CopyButton';
import { Dialog } from '../../components/Dialog';
import { downloadExport } from '../../components/export/downloadExport';
import { ExportMenu } from '../../components/export/ExportMenu';
import { Icon } from '../../components/Icon';
import { lazilyAfter } from '../../components/lazily';
import { Problem } from '../../components/Problem';
import type { DocumentContent } from '../../data/types';
import { say } from '../../language/say';
import { saying } from '../../language/saying';

/** The rules that recognise keys and addresses are not needed to begin writing: they come when the page is there. */
const PRIVATE_DATA_AFTER_MS = 2_000;
const PrivateData = lazilyAfter(PRIVATE_DATA_AFTER_MS, () => import('./PrivateData'));

interface Props {
  content: DocumentContent;
  /** Deletes it and leaves the page; null for those who may not. */
  onDelete: (() => Promise<void>) | null;
  /** The button that opens sharing. */
  share: ReactNode;
}

/** What can be done with the whole document. */
export function DocumentActions({ content, onDelete, share }: Props) {
  const [asking, setAsking] = useState(false);
  return (
    <div className="document-actions">
      <CopyButton className="button button-primary" text={() => MARKDOWN.now(content)}>
        {say('Copy {label}', { label: MARKDOWN.label })}
      </CopyButton>
      <button
        type="button"
        className="button"
        onClick={() => downloadExport(MARKDOWN, content.title, MARKDOWN.now(content))}
      >
        <Icon name="download" />
        {say('Download {label}', { label: MARKDOWN.label })}
      </button>
      <ExportMenu content={content} />
      <Suspense fallback={null}>
        <PrivateData content={content} />
      </Suspense>
      {share}
      {onDelete && (
        <button type="button" className="button button-danger" onClick={() => setAsking(true)}>
          <Icon name="trash" />
          {say('Delete')}
        </button>
      )}
      {asking && onDelete && (
        <DeleteDialog title={content.title} onDelete={onDelete} onClose={() => setAsking(false)} />
      )}
    </div>
  );
}

function DeleteDialog(props: { title: string; onDelete: () => Promise<void>; onClose: () => void }) {
  const { title, onDelete, onClose } = props;
  const [deleting, setDeleting] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  const confirm = async () => {
    setDeleting(true);
    try {
      await onDelete();
    } catch (cause) {
      setError(cause);
      setDeleting(false);
    }
  };
  return (
    <Dialog title={say('Delete this post-mortem?')} focusFirst={cancel} onClose={onClose}>
      <p>
        {saying(
          '“{title}” is deleted for everybody, with its drafts and its history. For {days} days you find it under Recently deleted and can restore it as it was.',
          { title: <bdi>{title.trim() || say('Untitled post-mortem')}</bdi>, days: BIN_DAYS },
        )}
      </p>
      {error !== null && <Problem error={error} />}
      <div className="row">
        <button
          type="button"
          className="button button-danger"
          disabled={deleting}
          onClick={() => void confirm()}
        >
          {deleting && <span className="spinner" />}
          {say('Delete it')}
        </button>
        <button ref={cancel} type="button" className="button" onClick={onClose}>
          {say('Cancel')}
        </button>
      </div>
    </Dialog>
  );
}
