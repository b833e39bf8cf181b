import { type ReactNode, useState } from 'react';
import { markdownFileName, postMortemToMarkdown } from '../../../domain/markdown';
import { CopyButton } from '../../components/CopyButton';
import { Dialog } from '../../components/Dialog';
import { Icon } from '../../components/Icon';
import { Problem } from '../../components/Problem';
import type { DocumentContent } from '../../data/types';

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
      <CopyButton className="button button-primary" text={() => postMortemToMarkdown(content)}>
        Copy Markdown
      </CopyButton>
      <button type="button" className="button" onClick={() => download(content)}>
        <Icon name="download" />
        Download Markdown
      </button>
      {share}
      {onDelete && (
        <button type="button" className="button button-danger" onClick={() => setAsking(true)}>
          <Icon name="trash" />
          Delete
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
    <Dialog title="Delete this post-mortem?" onClose={onClose}>
      <p>
        “{title.trim() || 'Untitled post-mortem'}” disappears for everybody. You can undo it right afterwards.
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
          Delete it
        </button>
        <button type="button" className="button" onClick={onClose}>
          Cancel
        </button>
      </div>
    </Dialog>
  );
}

function download(content: DocumentContent): void {
  const file = new Blob([postMortemToMarkdown(content)], { type: 'text/markdown;charset=utf-8' });
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = markdownFileName(content.title);
  link.click();
  // The download has its own handle on the blob once the click is over.
  setTimeout(() => URL.revokeObjectURL(address), 1_000);
}
