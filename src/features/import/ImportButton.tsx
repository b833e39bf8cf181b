import { Suspense, useState } from 'react';
import { lazily } from '../../components/lazily';
import type { DocumentContent } from '../../data/types';
import { say } from '../../language/say';

/** What reads other people's documents is loaded when there is one. */
const ImportDialog = lazily(() => import('./ImportDialog'));

/** Opens the way in for a post-mortem that was written elsewhere. */
export function ImportButton({ onImport }: { onImport(content: DocumentContent): Promise<void> }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {say('Import')}
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <ImportDialog onImport={onImport} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
