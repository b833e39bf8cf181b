import { useMemo } from 'react';
import { MARKDOWN } from '../../../domain/export';
import { maskDocument } from '../../../domain/publicVersion/masked';
import { CopyButton } from '../../components/CopyButton';
import { downloadExport } from '../../components/export/downloadExport';
import { Icon } from '../../components/Icon';
import { useDebounced } from '../../components/useDebounced';
import type { DocumentContent } from '../../data/types';
import { listed } from '../../language/formats';
import { say, translated } from '../../language/say';
import { saying } from '../../language/saying';

/** Looked for once the author pauses, not with every key. */
const PAUSE_MS = 600;

/** What a copy would tell its readers that models never see, and a copy without it. Nothing when there is none. */
export default function PrivateData({ content }: { content: DocumentContent }) {
  const rested = useDebounced(content, PAUSE_MS);
  const { found, secret } = useMemo(() => maskDocument(rested), [rested]);
  if (found.length === 0) return null;
  const masked = () => MARKDOWN.now(maskDocument(content).document);
  return (
    <section
      className={secret ? 'message message-warn' : 'message'}
      aria-label={say('Private data in this document')}
    >
      <p role="status">
        {saying(
          rested.status === 'PUBLISHED'
            ? 'This published document tells {values} to everyone who reads them.'
            : 'Copies and downloads tell {values} to everyone who reads them.',
          { values: <strong>{listed(found.map(translated))}</strong> },
        )}
        {secret && ` ${say('Whoever has read a key can use it: replace it where it is used.')}`}
      </p>
      <div className="row">
        <CopyButton className="button button-small" text={masked}>
          {say('Copy masked')}
        </CopyButton>
        <button
          type="button"
          className="button button-small"
          onClick={() => downloadExport(MARKDOWN, content.title, masked())}
        >
          <Icon name="download" />
          {say('Download masked')}
        </button>
      </div>
    </section>
  );
}
