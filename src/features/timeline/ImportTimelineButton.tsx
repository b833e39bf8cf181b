import { type ComponentProps, Suspense, useState } from 'react';
import { lazily } from '../../components/lazily';
import { say } from '../../language/say';
import type ImportTimelineDialogOf from './ImportTimelineDialog';

/** What reads chats, logs and exports is loaded when there is one. */
const ImportTimelineDialog = lazily(() => import('./ImportTimelineDialog'));

type Props = Omit<ComponentProps<typeof ImportTimelineDialogOf>, 'onClose'>;

/** Opens the way in for a timeline that stands in a chat, a log or an export. What it adds can be taken back. */
export function ImportTimelineButton(props: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="button button-small" onClick={() => setOpen(true)}>
        {say('Import timeline')}
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <ImportTimelineDialog {...props} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
