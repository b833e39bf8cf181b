import { Suspense, useState } from 'react';
import { Icon } from '../../components/Icon';
import { lazily } from '../../components/lazily';
import { say } from '../../language/say';
import type { ShareProps } from './ShareDialog';

const ShareDialog = lazily(() => import('./ShareDialog'));

/** Opens the question who else may read, comment and edit. */
export function ShareButton(props: ShareProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        <Icon name="share" />
        {say('Share')}
      </button>
      {open && (
        <Suspense fallback={null}>
          <ShareDialog {...props} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
