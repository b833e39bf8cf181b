import { type ComponentProps, Suspense, useState } from 'react';
import { lazily } from '../../components/lazily';
import { say } from '../../language/say';
import type ReviewDialogOf from './ReviewDialog';

/** All the rules over the whole text: wanted once, at the end. */
const ReviewDialog = lazily(() => import('./ReviewDialog'));

type Props = Omit<ComponentProps<typeof ReviewDialogOf>, 'onClose'>;

/** Opens the review of the finished document. */
export function ReviewButton(props: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {say('Review the document')}
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <ReviewDialog {...props} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
